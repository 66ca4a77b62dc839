internal import Administration
internal import Indicators
internal import Reporting

/// All indicators of the unit, area by area, with targets and the past.
struct IndicatorSheet {
  static let name = "Chỉ tiêu"

  let report: UnitReport

  private static let heads: [(text: String, width: Double)] = [
    ("STT", 6), ("Chỉ tiêu", 46), ("Đơn vị tính", 10), ("Tử số", 11), ("Mẫu số", 11),
    ("Kết quả", 11), ("Mục tiêu", 11), ("Đánh giá", 11), ("Kỳ trước", 12),
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
    sheet.put(.integer(figure.part.numerator), at: 3, Self.number(ReportStyles.whole))
    if let denominator = figure.part.denominator {
      sheet.put(.integer(denominator), at: 4, Self.number(ReportStyles.whole))
    } else {
      sheet.put(.text(cells.denominator), at: 4, center)
    }
    put(value: figure, text: cells.value, in: &sheet)
    sheet.put(.text(cells.target), at: 6, center)
    sheet.put(.text(cells.status), at: 7, center)
    put(past: figure.previous, text: cells.previous, at: 8, in: &sheet)
    put(past: figure.yearAgo, text: cells.yearAgo, at: 9, in: &sheet)
    sheet.put(.text(cells.source), at: 10, ReportStyles.body(horizontal: .left))
    let lines = max(
      SheetBuilder.lines(figure.indicator.name, width: 54),
      SheetBuilder.lines(cells.source, width: 32))
    sheet.next(height: 16 * Double(lines))
  }

  /// A rate is a formula of its parts; rounding half up as `Part/value` does.
  private func put(value figure: Figure, text: String, in sheet: inout SheetBuilder) {
    switch figure.value {
    case .count(let count)?:
      let formula = "=\(CellPlace(row: sheet.row, column: 3).address)"
      sheet.put(
        .formula(formula, .number(Double(count))), at: 5,
        Self.number(ReportStyles.whole, bold: true))
    case .percent(let hundredths)?:
      let numerator = CellPlace(row: sheet.row, column: 3).address
      let denominator = CellPlace(row: sheet.row, column: 4).address
      sheet.put(
        .formula(
          "=ROUND(\(numerator)*100/\(denominator),2)", .number(Double(hundredths) / 100)),
        at: 5, Self.number(ReportStyles.decimal, bold: true))
    case nil:
      sheet.put(.text(text), at: 5, ReportStyles.body(horizontal: .center))
    }
  }

  private func put(
    past value: FigureValue?, text: String, at column: Int, in sheet: inout SheetBuilder
  ) {
    switch value {
    case .count(let count)?:
      sheet.put(.integer(count), at: column, Self.number(ReportStyles.whole))
    case .percent(let hundredths)?:
      sheet.put(.number(Double(hundredths) / 100), at: column, Self.number(ReportStyles.decimal))
    case nil:
      sheet.put(.text(text), at: column, ReportStyles.body(horizontal: .center))
    }
  }

  private static func number(_ format: String, bold: Bool = false) -> CellStyle {
    ReportStyles.body(bold: bold, horizontal: .right, format: format)
  }
}
