internal import Reporting

/// What became of the rows that were read.
struct QualitySheet {
  static let name = "Chất lượng số liệu"

  let report: UnitReport

  private static let heads: [(text: String, width: Double)] = [
    ("STT", 6), ("Nguồn", 34), ("Số tệp", 10), ("Số dòng", 14), ("Nhận", 14), ("Trùng", 14),
    ("Loại", 14),
  ]

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: Self.heads.map(\.width),
      print: PrintLayout(landscape: true, footer: ReportStyles.pageNumber))
    sheet.title(
      "CHẤT LƯỢNG SỐ LIỆU NGUỒN", of: report,
      note: "Toàn bộ số liệu đã đọc cho \(report.periodName)")
    sheet.heads(Self.heads.map(\.text))
    let first = sheet.row
    for (number, row) in report.quality.enumerated() { put(row, number: number + 1, in: &sheet) }
    if sheet.row > first {
      sheet.add(Conditions.aboveZero(CellRange(rows: first...(sheet.row - 1), columns: 6...6)))
    }
    sheet.next()
    sheet.line(
      "Số dòng = Nhận + Trùng + Loại. Dòng trùng là cùng một hồ sơ (văn bản, nhiệm vụ) có trong "
        + "nhiều bản xuất, lấy dòng của bản sau cùng. Từng dòng bị loại và lý do ghi ở tệp rejected.csv, "
        + "từng tệp ở quality.csv của lần chạy.", ReportStyles.text)
    return sheet.layout
  }

  private func put(_ row: QualityRow, number: Int, in sheet: inout SheetBuilder) {
    let style = ReportStyles.body(horizontal: .right, format: ReportStyles.whole)
    sheet.put(.integer(number), at: 0, ReportStyles.body(horizontal: .center))
    sheet.put(
      .text(FirstLetter.capital(row.source)), at: 1, ReportStyles.body(horizontal: .left))
    sheet.put(.integer(row.files), at: 2, style)
    let addresses = (4...6).map { CellPlace(row: sheet.row, column: $0).address }
    sheet.put(
      .formula("=" + addresses.joined(separator: "+"), .number(Double(row.rows))), at: 3, style)
    sheet.put(.integer(row.accepted), at: 4, style)
    sheet.put(.integer(row.duplicates), at: 5, style)
    sheet.put(.integer(row.rejected), at: 6, style)
    sheet.next(atLeast: 18)
  }
}
