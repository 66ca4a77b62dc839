internal import Administration
internal import Reporting

/// What became of the rows that were read.
struct QualitySheet {
  static let name = "Chất lượng số liệu"

  let report: UnitReport

  private static let heads: [(text: String, width: Double)] = [
    ("STT", 6), ("Nguồn", 34), ("Số tệp", 10), ("Số dòng", 14), ("Nhận", 14), ("Trùng", 14),
    ("Loại", 14),
  ]

  private static let lastColumn = heads.count - 1

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: Self.heads.map(\.width),
      print: PrintLayout(landscape: true, footer: ReportStyles.pageNumber))
    sheet.put(.text("CHẤT LƯỢNG SỐ LIỆU NGUỒN"), columns: 0...Self.lastColumn, ReportStyles.title)
    sheet.next(height: 22)
    sheet.put(
      .text("Toàn bộ số liệu đã đọc cho \(report.periodName)"), columns: 0...Self.lastColumn,
      ReportStyles.centeredItalic)
    sheet.next(height: 20)
    sheet.next()
    let head = sheet.row
    for (column, text) in Self.heads.map(\.text).enumerated() {
      sheet.put(.text(text), at: column, ReportStyles.head)
    }
    sheet.next(height: 20)
    sheet.endHead(firstRow: head)
    for (number, row) in report.quality.enumerated() { put(row, number: number + 1, in: &sheet) }
    sheet.next()
    let note =
      "Số dòng = Nhận + Trùng + Loại. Dòng trùng là cùng một hồ sơ (văn bản, nhiệm vụ) có trong "
      + "nhiều bản xuất, lấy dòng của bản sau cùng. Từng dòng bị loại và lý do ghi ở tệp rejected.csv, "
      + "từng tệp ở quality.csv của lần chạy."
    sheet.put(.text(note), columns: 0...Self.lastColumn, ReportStyles.text)
    sheet.next(height: 18 * Double(SheetBuilder.lines(note, width: 100)))
    return sheet.layout
  }

  private func put(_ row: QualityRow, number: Int, in sheet: inout SheetBuilder) {
    let style = ReportStyles.body(horizontal: .right, format: ReportStyles.whole)
    let source = FirstLetter.capital(row.source)
    sheet.put(.integer(number), at: 0, ReportStyles.body(horizontal: .center))
    sheet.put(.text(source), at: 1, ReportStyles.body(horizontal: .left))
    sheet.put(.integer(row.files), at: 2, style)
    let addresses = (4...6).map { CellPlace(row: sheet.row, column: $0).address }
    sheet.put(
      .formula("=" + addresses.joined(separator: "+"), .number(Double(row.rows))), at: 3, style)
    sheet.put(.integer(row.accepted), at: 4, style)
    sheet.put(.integer(row.duplicates), at: 5, style)
    sheet.put(.integer(row.rejected), at: 6, style)
    sheet.next(height: 18)
  }
}
