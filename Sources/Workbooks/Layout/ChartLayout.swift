/// A chart that lies on a sheet; its texts are in Times New Roman.
///
/// The file carries the points as the layout has them, so that a reader that does not calculate
/// draws the same chart.
package struct ChartLayout: Hashable, Sendable {
  package var kind: ChartKind
  /// The texts are of at most 255 UTF-16 units and do not begin with `=`; an empty one is left out.
  package var title: String
  package var categoryTitle: String
  package var valueTitle: String
  /// Of the values at the axis and beside the points, as in ``CellStyle/numberFormat``; `nil` for
  /// General.
  package var valueFormat: String?
  /// Where the axis of the values begins; `nil` lets the reader decide.
  package var minimum: Double?
  /// Where the axis of the values ends, above ``minimum``; `nil` lets the reader decide.
  package var maximum: Double?
  /// From 1 to 255.
  package var series: [ChartSeries]
  /// What the chart shows, for those who do not see it; from 1 to 500 UTF-16 units.
  package var alternativeText: String
  package var place: ChartPlace
  /// Pixels, from 1 to 4000.
  package var width: Int
  /// Pixels, from 1 to 4000.
  package var height: Int
  package var legend: ChartLegend
  /// The room between two groups of columns or bars in percent of the width of one, from 0 to 500.
  package var gap: Int

  package init(
    kind: ChartKind,
    title: String = "",
    categoryTitle: String = "",
    valueTitle: String = "",
    valueFormat: String? = nil,
    minimum: Double? = nil,
    maximum: Double? = nil,
    series: [ChartSeries],
    alternativeText: String,
    place: ChartPlace,
    width: Int = 480,
    height: Int = 288,
    legend: ChartLegend = .bottom,
    gap: Int = 80
  ) {
    self.kind = kind
    self.title = title
    self.categoryTitle = categoryTitle
    self.valueTitle = valueTitle
    self.valueFormat = valueFormat
    self.minimum = minimum
    self.maximum = maximum
    self.series = series
    self.alternativeText = alternativeText
    self.place = place
    self.width = width
    self.height = height
    self.legend = legend
    self.gap = gap
  }
}

/// How a chart shows its values.
package enum ChartKind: Hashable, Sendable {
  case columns
  /// From left to right, the first category at the top.
  case bars
  case lines
}

/// Where a chart tells its series apart.
package enum ChartLegend: Hashable, Sendable {
  case none
  case bottom
}

/// The top left corner of a chart: a cell, and so many pixels, from 0 to 4000, to the right of its
/// left edge and below its top.
package struct ChartPlace: Hashable, Sendable {
  /// From 0.
  package var row: Int
  /// From 0.
  package var column: Int
  package var right: Int
  package var down: Int

  package init(row: Int, column: Int, right: Int = 0, down: Int = 0) {
    self.row = row
    self.column = column
    self.right = right
    self.down = down
  }
}
