internal import Reporting

/// The numbers that the charts show, each chart as a table.
struct ChartDataSheet {
  static let name = "Số liệu biểu đồ"

  let report: UnitReport

  var layout: SheetLayout {
    let most = report.charts.map(\.series.count).max() ?? 1
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: [34] + [Double](repeating: 24, count: max(most, 2)),
      print: PrintLayout(footer: ReportStyles.pageNumber))
    sheet.title("SỐ LIỆU CỦA CÁC BIỂU ĐỒ", of: report)
    sheet.endHead(firstRow: 1)
    for (number, chart) in report.charts.enumerated() {
      sheet.put(
        .text("\(number + 1). \(chart.title)"), columns: 0...sheet.lastColumn, ReportStyles.bold)
      sheet.next(atLeast: 20)
      put(chart, in: &sheet)
      sheet.next()
    }
    return sheet.layout
  }

  private func put(_ chart: ReportChart, in sheet: inout SheetBuilder) {
    for (column, text) in ([chart.categoryTitle] + chart.series.map(\.name)).enumerated() {
      sheet.put(.text(text), at: column, ReportStyles.head)
    }
    sheet.next(atLeast: 24)
    let format = chart.measure == .percent ? ReportStyles.decimal : ReportStyles.whole
    for (row, category) in chart.categories.enumerated() {
      sheet.put(.text(category), at: 0, ReportStyles.body(horizontal: .left))
      for (column, series) in chart.series.enumerated() {
        let content: CellContent =
          switch (series.values[row], chart.measure) {
          case (nil, _): .blank
          case (let count?, .count): .integer(count)
          case (let hundredths?, .percent): .number(Double(hundredths) / 100)
          }
        sheet.put(
          content, at: column + 1, ReportStyles.body(horizontal: .right, format: format))
      }
      sheet.next()
    }
  }

  /// The row of the first category of a chart, from 0.
  static func firstRow(of number: Int, in charts: [ReportChart]) -> Int {
    // Four rows of the sheet's title; a title, heads and an empty row for every chart.
    charts[..<number].reduce(4) { $0 + $1.categories.count + 3 } + 2
  }
}
