/// How one cell looks; the typeface is always Times New Roman.
///
/// Two cells with equal styles share one format in the file.
package struct CellStyle: Hashable, Sendable {
  /// Points, from 1 to 409.
  package var size: Double
  package var bold: Bool
  package var italic: Bool
  /// A single line under the text.
  package var underline: Bool
  /// Breaks a long text into lines inside the cell.
  package var wrap: Bool
  package var horizontal: HorizontalAlignment
  package var vertical: VerticalAlignment
  /// The same line on all four edges.
  package var border: BorderStyle
  /// An Excel number format such as `#,##0` or `0.00%`, up to 127 UTF-8 bytes;
  /// `nil` for General, and for `dd/mm/yyyy` where the content is a day.
  package var numberFormat: String?
  /// Background as `0xRRGGBB`; `nil` for none.
  package var fill: UInt32?
  /// Colour of the text as `0xRRGGBB`; `nil` for automatic.
  package var color: UInt32?
  /// Steps of indentation, from 0 to 250; above 0 it turns every
  /// alignment but left and right into left.
  package var indent: Int
  /// Degrees, from -90 (downwards) to 90 (upwards); 270 stacks the letters.
  package var rotation: Int

  package init(
    size: Double = 12,
    bold: Bool = false,
    italic: Bool = false,
    underline: Bool = false,
    wrap: Bool = false,
    horizontal: HorizontalAlignment = .general,
    vertical: VerticalAlignment = .bottom,
    border: BorderStyle = .none,
    numberFormat: String? = nil,
    fill: UInt32? = nil,
    color: UInt32? = nil,
    indent: Int = 0,
    rotation: Int = 0
  ) {
    self.size = size
    self.bold = bold
    self.italic = italic
    self.underline = underline
    self.wrap = wrap
    self.horizontal = horizontal
    self.vertical = vertical
    self.border = border
    self.numberFormat = numberFormat
    self.fill = fill
    self.color = color
    self.indent = indent
    self.rotation = rotation
  }
}

/// Where a text stands between the left and the right edge of its cell.
package enum HorizontalAlignment: Hashable, Sendable {
  /// Texts left, numbers right, as Excel does by itself.
  case general
  case left
  case center
  case right
  case justify
}

/// Where a text stands between the top and the bottom edge of its cell.
package enum VerticalAlignment: Hashable, Sendable {
  case top
  case middle
  case bottom
}

/// The line round a cell.
package enum BorderStyle: Hashable, Sendable {
  case none
  case thin
  case hair
}
