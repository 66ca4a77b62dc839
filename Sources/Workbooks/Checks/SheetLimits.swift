/// The sizes that the file format fixes.
enum SheetLimits {
  /// Percent at which a sheet can be printed.
  static let scales = 10...400
  /// Rows of a sheet, from 0.
  static let rows = 0..<1_048_576
  /// Columns of a sheet, from 0.
  static let columns = 0..<16_384
  /// UTF-16 units of a sheet's name.
  static let nameLength = 31
  /// UTF-16 units of a cell's text.
  static let textLength = 32_767
  /// UTF-16 units of a formula.
  static let formulaLength = 8_192
  /// UTF-16 units of a footer.
  static let footerLength = 255
  /// UTF-16 units of what a link shows.
  static let linkTextLength = 255
  /// Characters of a column's width.
  static let columnWidth = 255.0
  /// Points of a row's height and of a typeface.
  static let points = 409.0
  /// UTF-8 bytes that the library keeps of a number format or a defined name.
  static let shortTextBytes = 127
  /// UTF-8 bytes of a link's target.
  static let targetBytes = 2_079
  /// UTF-16 units of a text inside a formula.
  static let formulaText = 255
  /// Percent.
  static let zoom = 10...400
  /// Numbers that a first page can have.
  static let pages = 1...32_767
  /// Page breaks that Excel reads.
  static let breaks = 1_023
  /// Series of a chart.
  static let chartSeries = 255
  /// Points of a series.
  static let chartPoints = 32_000
  /// UTF-16 units of a text in a chart.
  static let chartText = 255
  /// UTF-16 units of a text that stands for a chart; three times as many bytes
  /// are what the library keeps of an attribute.
  static let alternativeText = 500
  /// Pixels of a side of a chart, more than any screen has.
  static let chartPixels = 4_000
  /// Magnitude up to which every whole number has its own `Double`.
  static let exactInteger = 1 << 53
}

extension StringProtocol {
  /// The length in UTF-16 units, which is how Excel counts.
  var excelLength: Int { utf16.count }
}
