internal import Reporting

extension ChartLayout {
  /// One of a report's charts, by its number from 0, with its numbers on their own sheet.
  init(
    _ charts: [ReportChart], number: Int, place: ChartPlace, width: Int, height: Int
  ) {
    let chart = charts[number]
    let first = ChartDataSheet.firstRow(of: number, in: charts)
    let rows = first...(first + chart.categories.count - 1)
    let range = { (column: Int) in
      ChartRange(
        sheet: ChartDataSheet.name, cells: CellRange(rows: rows, columns: column...column))
    }
    let kind: ChartKind =
      switch chart.kind {
      case .columns: .columns
      case .bars: .bars
      case .lines: .lines
      }
    let looks = Self.looks(of: chart)
    self.init(
      kind: kind, title: chart.title, categoryTitle: chart.categoryTitle,
      valueTitle: chart.valueTitle,
      valueFormat: chart.measure == .percent ? "0" : "#,##0",
      minimum: 0, maximum: chart.measure == .percent ? 100 : nil,
      series: zip(chart.series.indices, chart.series).map { column, series in
        ChartSeries(
          name: series.name, categories: range(0), values: range(column + 1),
          look: looks[column])
      },
      alternativeText: chart.description, place: place, width: width, height: height,
      legend: chart.series.count > 1 ? .bottom : .none, gap: 60)
  }

  /// Looks that can be told apart in grey: dark and hatched fills, solid and broken lines.
  private static func looks(of chart: ReportChart) -> [SeriesLook] {
    let plain: [SeriesLook] = [
      SeriesLook(color: 0x1F4E79, pattern: .solid, dash: .solid, marker: .circle),
      SeriesLook(color: 0x9DC3E6, pattern: .wideUpwardDiagonal, dash: .dashDot, marker: .square),
      SeriesLook(color: 0x7F7F7F, pattern: .dotted, dash: .dotted, marker: .triangle),
    ]
    let target = SeriesLook(
      color: chart.kind == .lines ? 0xC00000 : 0xBFBFBF, pattern: .solid, dash: .dashed)
    var next = 0
    return chart.series.map { series in
      guard !series.isTarget else { return target }
      defer { next += 1 }
      return plain[next % plain.count]
    }
  }
}
