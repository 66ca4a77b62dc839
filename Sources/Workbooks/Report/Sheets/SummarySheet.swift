internal import Indicators
internal import Reporting

/// One page for leadership: the main indicators, whether their targets are met, how they moved,
/// and the charts.
struct SummarySheet {
  static let name = "Tổng hợp"

  let report: UnitReport

  private static let heads: [(text: String, width: Double)] = [
    ("STT", 6), ("Chỉ tiêu", 56), ("Đơn vị tính", 12), ("Kết quả", 13), ("Mục tiêu", 22),
    ("Đánh giá", 13), ("So với kỳ trước", 17), ("So với cùng kỳ năm trước", 17),
  ]

  /// Pixels of the room that the charts share.
  private static var width: Int {
    heads.reduce(0) { $0 + TextMetrics.columnPixels($1.width) }
  }

  /// Pixels of every chart.
  private static let chartHeight = 340

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: Self.heads.map(\.width),
      print: PrintLayout(landscape: true, onOnePage: true, centersHorizontally: true))
    sheet.title("TỔNG HỢP KẾT QUẢ THỰC HIỆN", of: report)
    verdict(&sheet)
    sheet.heads(Self.heads.map(\.text))
    let first = sheet.row
    for (number, row) in report.summary.rows.enumerated() {
      put(row, ordinal: number + 1, in: &sheet)
    }
    if sheet.row > first {
      let range = CellRange(rows: first...(sheet.row - 1), columns: 5...5)
      for condition in Conditions.verdicts(range) { sheet.add(condition) }
    }
    sheet.line(
      "Thay đổi của tỷ lệ tính bằng điểm phần trăm, của số lượng tính bằng phần trăm. \(EmptyMark.legend)",
      ReportStyles.italic)
    sheet.next()
    charts(&sheet)
    return sheet.layout
  }

  private func verdict(_ sheet: inout SheetBuilder) {
    let summary = report.summary
    let text =
      summary.judged == 0
      ? "Kỳ này không có mục tiêu nào áp dụng cho các chỉ tiêu chính của đơn vị."
      : "Đạt \(NumberText.inSentence(summary.met))/\(NumberText.inSentence(summary.judged)) mục tiêu của các chỉ "
        + "tiêu chính."
    sheet.line(text, ReportStyles.bold, atLeast: 20)
  }

  private func put(_ row: SummaryRow, ordinal: Int, in sheet: inout SheetBuilder) {
    let center = ReportStyles.body(horizontal: .center)
    let figure = row.figure
    sheet.put(.integer(ordinal), at: 0, center)
    sheet.put(.text(figure.indicator.name), at: 1, ReportStyles.body(horizontal: .left))
    sheet.put(.text(figure.indicator.unit), at: 2, center)
    let value = FigureContent(figure.value, text: row.cells.value)
    sheet.put(value.content, at: 3, value.style(bold: true))
    sheet.put(.text(row.target.target), at: 4, center)
    sheet.put(row.target.status.isEmpty ? .blank : .text(row.target.status), at: 5, center)
    put(row.sincePrevious, text: row.cells.previous, at: 6, in: &sheet)
    put(row.sinceYearAgo, text: row.cells.yearAgo, at: 7, in: &sheet)
    sheet.next(atLeast: 18)
  }

  /// A change as a number; where there is none, what the tables say of the earlier value.
  private func put(
    _ change: Change?, text: String, at column: Int, in sheet: inout SheetBuilder
  ) {
    guard let change else {
      sheet.put(
        .text(text.contains("(") ? text : EmptyMark.noCases), at: column,
        ReportStyles.body(horizontal: .center))
      return
    }
    let unit =
      switch change {
      case .points: "\" điểm %\""
      case .percent: "\"%\""
      case .amount: ""
      }
    let format = "+#,##0.00\(unit)_);-#,##0.00\(unit)_);0\(unit)_)"
    sheet.put(
      .number(Double(change.hundredths) / 100), at: column,
      ReportStyles.body(horizontal: .right, format: format))
  }

  private func charts(_ sheet: inout SheetBuilder) {
    let count = report.charts.count
    guard count > 0 else { return }
    let gap = 10
    let width = (Self.width - gap * (count - 1)) / count
    for number in report.charts.indices {
      sheet.add(
        ChartLayout(
          report.charts, number: number,
          place: ChartPlace(row: sheet.row, column: 0, right: number * (width + gap)),
          width: width, height: Self.chartHeight))
    }
    for _ in 0..<(Self.chartHeight / 20) { sheet.next(atLeast: 15) }
  }
}
