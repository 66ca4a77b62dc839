internal import Indicators
internal import Reporting

/// Leads from every figure of the report to the command that prints the rows behind it.
struct ExplainSheet {
  static let name = "Tra cứu"

  let report: UnitReport
  /// Where the value of every figure stands in the sheet of indicators, by the indicator's id.
  let places: [String: CellPlace]

  private static let heads: [(text: String, width: Double)] = [
    ("STT", 6), ("Chỉ tiêu", 50), ("Mã chỉ tiêu", 30), ("Ô", 8), ("Kết quả", 13),
    ("Lệnh in từng dòng nguồn", 80),
  ]

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: Self.heads.map(\.width),
      print: PrintLayout(landscape: true, footer: ReportStyles.pageNumber))
    sheet.title(
      "TRA CỨU NGUỒN CỦA TỪNG SỐ LIỆU", of: report,
      note: "Chạy lệnh ở thư mục làm việc; thêm --csv tệp để ghi mọi dòng ra tệp")
    let head = sheet.heads(Self.heads.map(\.text))
    for row in report.indicators.flatMap(\.rows) { put(row, in: &sheet) }
    sheet.filter(from: head)
    return sheet.layout
  }

  private func put(_ row: IndicatorRow, in sheet: inout SheetBuilder) {
    let left = ReportStyles.body(horizontal: .left)
    let figure = row.figure
    let id = figure.indicator.id
    sheet.put(.integer(row.ordinal), at: 0, ReportStyles.body(horizontal: .center))
    sheet.put(.text(figure.indicator.name), at: 1, left)
    sheet.put(.text(id), at: 2, left)
    if let place = places[id]?.address {
      sheet.link(
        to: IndicatorSheet.name, cell: place, text: place, at: 3,
        CellStyle(
          size: 11, underline: true, horizontal: .center, vertical: .middle, border: .thin,
          color: 0x0563C1))
    }
    let value = FigureContent(figure.value, text: IndicatorCells(row).value)
    sheet.put(value.content, at: 4, value.style())
    sheet.put(
      .text("\(report.explainCall) --scope \(figure.scope.text) --indicator \(id)"), at: 5, left)
    sheet.next()
  }
}
