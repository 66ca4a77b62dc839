/// The looks that all sheets of a report share.
enum ReportStyles {
  static let text = CellStyle(wrap: true, vertical: .middle)
  static let bold = CellStyle(bold: true, wrap: true, vertical: .middle)
  static let italic = CellStyle(italic: true, wrap: true, vertical: .middle)
  static let centered = CellStyle(wrap: true, horizontal: .center, vertical: .middle)
  static let centeredBold = CellStyle(
    bold: true, wrap: true, horizontal: .center, vertical: .middle)
  static let centeredItalic = CellStyle(
    italic: true, wrap: true, horizontal: .center, vertical: .middle)
  static let rightItalic = CellStyle(italic: true, horizontal: .right, vertical: .middle)
  static let title = CellStyle(
    size: 14, bold: true, wrap: true, horizontal: .center, vertical: .middle)

  static let head = CellStyle(
    size: 11, bold: true, wrap: true, horizontal: .center, vertical: .middle, border: .thin,
    fill: 0xE7E6E6)
  static let numberRow = CellStyle(
    size: 9, italic: true, wrap: true, horizontal: .center, vertical: .middle, border: .thin)

  /// A cell of a table's body.
  static func body(
    bold: Bool = false, horizontal: HorizontalAlignment = .general, format: String? = nil
  ) -> CellStyle {
    CellStyle(
      size: 11, bold: bold, wrap: horizontal != .right, horizontal: horizontal, vertical: .middle,
      border: .thin, numberFormat: format)
  }

  // The space of a bracket keeps numbers off the line at their right.
  static let whole = "#,##0_)"
  static let decimal = "#,##0.00_)"
  static let rate = "#,##0.00\"%\"_)"
  static let pageNumber = "&C&\"Times New Roman,Regular\"&11Trang &P/&N"
}
