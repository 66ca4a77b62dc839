internal import Administration
internal import Indicators
internal import Reporting

/// All indicators of the unit, area by area, with targets and the past.
struct IndicatorSheet {
  static let name = "Chỉ tiêu"

  let report: UnitReport

  private static let heads: [(text: String, width: Double)] = [
    ("STT", 6), ("Chỉ tiêu", 46), ("Đơn vị tính", 10), ("Tử số", 11), ("Mẫu số", 11),
    ("Kết quả", 11), ("Mục tiêu", 13), ("Đánh giá", 11), ("Kỳ trước", 12),
    ("Cùng kỳ năm trước", 12), ("Nguồn của mục tiêu", 28),
  ]

  private static let lastColumn = heads.count - 1

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: Self.heads.map(\.width),
      print: PrintLayout(landscape: true, footer: ReportStyles.pageNumber))
    let lines = [
      ("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", ReportStyles.title),
      ("\(report.unit.name) – \(report.periodName)", ReportStyles.centeredBold),
      ("(\(report.span))", ReportStyles.centeredItalic),
    ]
    for (text, style) in lines {
      sheet.put(.text(text), columns: 0...Self.lastColumn, style)
      sheet.next(height: 20)
    }
    sheet.next()
    let head = sheet.row
    for (column, text) in Self.heads.map(\.text).enumerated() {
      sheet.put(.text(text), at: column, ReportStyles.head)
    }
    sheet.next(height: 34)
    sheet.endHead(firstRow: head)
    for group in report.indicators {
      sheet.put(
        .text(group.area), columns: 0...Self.lastColumn,
        ReportStyles.body(bold: true, horizontal: .left))
      sheet.next(height: 18)
      for row in group.rows { put(row, in: &sheet) }
    }
    sheet.next()
    for note in report.notes.enumerated().map({ "(\($0.offset + 1)) \($0.element)" })
      + [EmptyMark.legend]
    {
      sheet.put(.text(note), columns: 0...Self.lastColumn, ReportStyles.italic)
      sheet.next(height: 18)
    }
    return sheet.layout
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
    put(value: figure, text: cells.value, in: &sheet)
    put(past: figure.previousBase, text: cells.previous, at: 8, in: &sheet)
    put(past: figure.yearAgoBase, text: cells.yearAgo, at: 9, in: &sheet)
    for (number, target) in cells.targets.enumerated() {
      // Further targets stand in rows of their own below, with nothing else in them.
      if number > 0 {
        for column in [0, 1, 2, 3, 4, 5, 8, 9] { sheet.put(.blank, at: column, center) }
      }
      sheet.put(.text(target.target), at: 6, center)
      sheet.put(.text(target.status), at: 7, center)
      sheet.put(.text(target.source), at: 10, ReportStyles.body(horizontal: .left))
      let lines = max(
        number == 0 ? SheetBuilder.lines(figure.indicator.name, width: 54) : 1,
        SheetBuilder.lines(target.target, width: 12), SheetBuilder.lines(target.source, width: 32))
      sheet.next(height: 16 * Double(lines))
    }
  }

  private func put(part: Int?, text: String, at column: Int, in sheet: inout SheetBuilder) {
    if let part {
      sheet.put(.integer(part), at: column, Self.number(ReportStyles.whole))
    } else {
      sheet.put(.text(text), at: column, ReportStyles.body(horizontal: .center))
    }
  }

  /// A rate is a formula of its parts; rounding half up as `Part/value` does.
  private func put(value figure: Figure, text: String, in sheet: inout SheetBuilder) {
    let numerator = CellPlace(row: sheet.row, column: 3).address
    let denominator = CellPlace(row: sheet.row, column: 4).address
    switch (figure.value, figure.part?.measure) {
    case (.count(let count)?, _):
      sheet.put(
        .formula("=\(numerator)", .number(Double(count))), at: 5,
        Self.number(ReportStyles.whole, bold: true))
    case (let value?, .percent?), (let value?, .quotient?):
      let factor = figure.part?.measure == .percent ? "*100" : ""
      sheet.put(
        .formula(
          "=ROUND(\(numerator)\(factor)/\(denominator),2)",
          .number(Double(value.hundredths) / 100)),
        at: 5, Self.number(ReportStyles.decimal, bold: true))
    case (.percent(let hundredths)?, _):
      sheet.put(
        .number(Double(hundredths) / 100), at: 5, Self.number(ReportStyles.decimal, bold: true))
    case (.amount(let hundredths)?, _), (.quotient(let hundredths)?, _):
      sheet.put(
        .number(Double(hundredths) / 100), at: 5,
        Self.number(Self.format(hundredths), bold: true))
    case (.grade?, _), (nil, _):
      sheet.put(.text(text), at: 5, ReportStyles.body(horizontal: .center))
    }
  }

  private static func format(_ hundredths: Int) -> String {
    hundredths % 100 == 0 ? ReportStyles.whole : ReportStyles.decimal
  }

  private func put(
    past value: FigureValue?, text: String, at column: Int, in sheet: inout SheetBuilder
  ) {
    switch value {
    case .count(let count)?:
      sheet.put(.integer(count), at: column, Self.number(ReportStyles.whole))
    case .percent(let hundredths)?, .quotient(let hundredths)?:
      sheet.put(.number(Double(hundredths) / 100), at: column, Self.number(ReportStyles.decimal))
    case .amount(let hundredths)?:
      sheet.put(
        .number(Double(hundredths) / 100), at: column, Self.number(Self.format(hundredths)))
    case .grade?, nil:
      sheet.put(.text(text), at: column, ReportStyles.body(horizontal: .center))
    }
  }

  private static func number(_ format: String, bold: Bool = false) -> CellStyle {
    ReportStyles.body(bold: bold, horizontal: .right, format: format)
  }
}
