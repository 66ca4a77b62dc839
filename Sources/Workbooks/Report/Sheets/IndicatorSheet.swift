internal import Administration
internal import Indicators
internal import Reporting

/// All indicators of the unit, area by area, with targets and the past.
struct IndicatorSheet {
  static let name = "Chỉ tiêu"

  let report: UnitReport

  private static let heads: [(text: String, width: Double)] = [
    ("STT", 6), ("Chỉ tiêu", 46), ("Đơn vị tính", 11), ("Tử số", 12), ("Mẫu số", 12),
    ("Kết quả", 12), ("Mục tiêu", 15), ("Đánh giá", 11), ("Kỳ trước", 12),
    ("Cùng kỳ năm trước", 12), ("Nguồn của mục tiêu", 32),
  ]

  /// The sheet, and where the value of every figure stands in it, by the indicator's id.
  var layout: (sheet: SheetLayout, places: [String: CellPlace]) {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: Self.heads.map(\.width),
      print: PrintLayout(landscape: true, footer: ReportStyles.pageNumber))
    sheet.title("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", of: report)
    sheet.heads(Self.heads.map(\.text))
    let first = sheet.row
    var places: [String: CellPlace] = [:]
    for group in report.indicators {
      sheet.group(group.area)
      for row in group.rows {
        places[row.figure.indicator.id] = CellPlace(row: sheet.row, column: 5)
        put(row, in: &sheet)
      }
    }
    if sheet.row > first {
      let range = CellRange(rows: first...(sheet.row - 1), columns: 7...7)
      for condition in Conditions.verdicts(range) { sheet.add(condition) }
    }
    sheet.next()
    for (number, note) in report.notes.enumerated() {
      sheet.line("(\(number + 1)) \(note)", ReportStyles.italic)
    }
    sheet.line(EmptyMark.legend, ReportStyles.italic)
    return (sheet.layout, places)
  }

  private func put(_ row: IndicatorRow, in sheet: inout SheetBuilder) {
    let cells = IndicatorCells(row)
    let figure = row.figure
    let center = ReportStyles.body(horizontal: .center)
    sheet.put(.integer(row.ordinal), at: 0, center)
    sheet.put(.text(figure.indicator.name), at: 1, ReportStyles.body(horizontal: .left))
    sheet.put(.text(figure.indicator.unit), at: 2, center)
    let part = figure.part.flatMap { $0.hasParts ? $0 : nil }
    put(part: part?.numerator, text: cells.numerator, at: 3, in: &sheet)
    put(part: part?.denominator, text: cells.denominator, at: 4, in: &sheet)
    let value = FigureContent(figure.value, text: cells.value)
    sheet.put(formula(of: figure, row: sheet.row) ?? value.content, at: 5, value.style(bold: true))
    for (column, base, text) in [
      (8, figure.previousBase, cells.previous), (9, figure.yearAgoBase, cells.yearAgo),
    ] {
      let past = FigureContent(base, text: text)
      sheet.put(past.content, at: column, past.style())
    }
    for (number, target) in cells.targets.enumerated() {
      // Further targets stand in rows of their own below, with nothing else in them.
      if number > 0 {
        for column in [0, 1, 2, 3, 4, 5, 8, 9] { sheet.put(.blank, at: column, center) }
      }
      sheet.put(.text(target.target), at: 6, center)
      sheet.put(target.status.isEmpty ? .blank : .text(target.status), at: 7, center)
      sheet.put(
        target.source.isEmpty ? .blank : .text(target.source), at: 10,
        ReportStyles.body(horizontal: .left))
      sheet.next()
    }
  }

  private func put(part: Int?, text: String, at column: Int, in sheet: inout SheetBuilder) {
    let value = FigureContent(part.map(FigureValue.count), text: text)
    sheet.put(value.content, at: column, value.style())
  }

  /// A value is a formula of its parts; rounding half up as `Part/value` does.
  private func formula(of figure: Figure, row: Int) -> CellContent? {
    let numerator = CellPlace(row: row, column: 3).address
    let denominator = CellPlace(row: row, column: 4).address
    switch (figure.value, figure.part?.measure) {
    case (.count(let count)?, _):
      return .formula("=\(numerator)", .number(Double(count)))
    case (let value?, .percent?):
      return .formula(
        "=ROUND(\(numerator)*100/\(denominator),2)", .number(Double(value.hundredths) / 100))
    case (let value?, .quotient?):
      return .formula(
        "=ROUND(\(numerator)/\(denominator),2)", .number(Double(value.hundredths) / 100))
    default: return nil
    }
  }
}
