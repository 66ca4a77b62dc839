/// A row of values in a chart, with what they belong to.
package struct ChartSeries: Hashable, Sendable {
  /// In the legend; under the rules of ``ChartLayout/title``, and not empty.
  package var name: String
  /// Texts and numbers, as many as there are ``values``; a blank cell has no name.
  package var categories: ChartRange
  /// Numbers, and formulas whose value is one; a blank cell is a gap.
  package var values: ChartRange
  package var look: SeriesLook

  package init(
    name: String, categories: ChartRange, values: ChartRange, look: SeriesLook = SeriesLook()
  ) {
    self.name = name
    self.categories = categories
    self.values = values
    self.look = look
  }
}

/// Cells that a chart shows: a part of one row or of one column, at most 32,000.
package struct ChartRange: Hashable, Sendable {
  /// As the layout of the sheet gives its name.
  package var sheet: String
  package var cells: CellRange

  package init(sheet: String, cells: CellRange) {
    self.sheet = sheet
    self.cells = cells
  }
}

/// How a series is drawn, so that it can be told from the others in print without colours too.
package struct SeriesLook: Hashable, Sendable {
  /// As `0xRRGGBB`.
  package var color: UInt32
  /// Of columns and bars.
  package var pattern: ChartPattern
  /// Of lines.
  package var dash: ChartDash
  /// Of the points of lines.
  package var marker: ChartMarker
  /// Whether each value is written beside its point.
  package var showsValues: Bool

  package init(
    color: UInt32 = 0x1F4E79,
    pattern: ChartPattern = .solid,
    dash: ChartDash = .solid,
    marker: ChartMarker = .none,
    showsValues: Bool = false
  ) {
    self.color = color
    self.pattern = pattern
    self.dash = dash
    self.marker = marker
    self.showsValues = showsValues
  }
}

/// What fills a column or a bar; all but the first are drawn on white.
package enum ChartPattern: Hashable, Sendable {
  case solid
  case wideUpwardDiagonal
  case wideDownwardDiagonal
  case horizontal
  case vertical
  case grid
  case dotted
}

/// How a line is broken.
package enum ChartDash: Hashable, Sendable {
  case solid
  case dashed
  case dotted
  case dashDot
}

/// What stands at the points of a line.
package enum ChartMarker: Hashable, Sendable {
  case none
  case circle
  case square
  case diamond
  case triangle
}
