/// A sheet begins with a title, prints on A4 one page wide, and repeats its head where it takes
/// more than a page.
///
/// One page wide is what is fitted so, and what is narrow enough at the scale that it is given:
/// sheets with page breaks of their own cannot be fitted.
struct SheetSetUpRule: BookRule {
  /// The title stands in one of so many rows at the top; a letterhead may stand above it.
  private static let titleRows = 10
  /// Excel's number of A4.
  private static let a4 = 9
  /// Rows that a page of A4 upright holds at the least.
  private static let rowsOfPage = 45

  func findings(in book: AuditedBook) -> [Finding] {
    book.sheets.flatMap { sheet in
      var findings: [Finding] = []
      if !hasTitle(sheet, in: book) {
        findings.append(Finding(.sheetSetUp, sheet, "trang tính không có tên ở các dòng đầu"))
      }
      if sheet.page.paper != Self.a4 {
        findings.append(Finding(.sheetSetUp, sheet, "trang tính không đặt khổ giấy A4"))
      }
      if !sheet.page.fitsWidth, !isNarrow(sheet) {
        findings.append(
          Finding(.sheetSetUp, sheet, "trang tính không đặt vừa một trang theo chiều ngang"))
      }
      if sheet.repeatedRows == nil, rows(of: sheet) > Self.rowsOfPage {
        findings.append(
          Finding(.sheetSetUp, sheet, "trang tính dài hơn một trang mà không lặp lại đầu bảng"))
      }
      return findings
    }
  }

  /// Whether the columns that hold something go on a page of A4 at the sheet's scale.
  private func isNarrow(_ sheet: AuditedSheet) -> Bool {
    let ends = sheet.merges.map(\.columns.upperBound) + sheet.places.keys.map(\.column)
    guard let last = ends.max() else { return true }
    // Excel reckons columns in digits of seven pixels, 96 to the inch.
    let inches = (0...last).reduce(0) { $0 + sheet.width(of: $1) } * 7 / 96
    let paper = sheet.page.isLandscape ? 297 / 25.4 : 210 / 25.4
    return inches * Double(sheet.page.scale) / 100 <= paper - sheet.page.margins
  }

  /// A title is a text above the head of the table, or in bold where there is no head.
  private func hasTitle(_ sheet: AuditedSheet, in book: AuditedBook) -> Bool {
    let end = min(sheet.repeatedRows?.lowerBound ?? Self.titleRows, Self.titleRows)
    return sheet.cells.contains { cell in
      guard cell.place.row < end, case .text(let text) = cell.value else { return false }
      return text.contains { !$0.isWhitespace }
        && (sheet.repeatedRows != nil || book.style(of: cell).font.isBold)
    }
  }

  /// The number of rows from the first that holds something to the last.
  private func rows(of sheet: AuditedSheet) -> Int {
    let rows = sheet.places.keys.map(\.row)
    guard let first = rows.min(), let last = rows.max() else { return 0 }
    return last - first + 1
  }
}
