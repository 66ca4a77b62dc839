/// Refuses a chart that the library would draw wrongly or without points.
struct ChartCheck {
  let chart: ChartLayout
  let book: BookLayout

  /// - Throws: ``WorkbookProblem/chart(_:)``, with the cell and its sheet where a cell is meant.
  func run() throws(WorkbookError) {
    if let problem = problem { throw WorkbookError(.chart(problem)) }
    if let problem = place.problem { throw WorkbookError(problem, cell: place) }
    for series in chart.series { try check(series) }
  }

  private var place: CellPlace { CellPlace(row: chart.place.row, column: chart.place.column) }

  /// What is wrong apart from the cells that the chart shows; `nil` for nothing.
  private var problem: ChartProblem? {
    if !(1...SheetLimits.chartSeries).contains(chart.series.count) {
      return .seriesCount(chart.series.count)
    }
    if chart.alternativeText.isEmpty { return .withoutAlternativeText }
    let length = chart.alternativeText.excelLength
    if length > SheetLimits.alternativeText { return .textTooLong(length) }
    let names = chart.series.map(\.name)
    if names.contains("") { return .seriesWithoutName }
    for text in [chart.title, chart.categoryTitle, chart.valueTitle] + names {
      if text.hasPrefix("=") { return .textIsFormula(text) }
      if text.excelLength > SheetLimits.chartText { return .textTooLong(text.excelLength) }
    }
    if let format = chart.valueFormat, CellStyle(numberFormat: format).problem != nil {
      return .illegalNumberFormat
    }
    return scaleProblem ?? sizeProblem
  }

  private var scaleProblem: ChartProblem? {
    let ends = [chart.minimum, chart.maximum]
    if ends.contains(where: { $0.map { !$0.isFinite } ?? false }) { return .illegalScale }
    if let minimum = chart.minimum, let maximum = chart.maximum, minimum >= maximum {
      return .illegalScale
    }
    return nil
  }

  private var sizeProblem: ChartProblem? {
    let pixels = SheetLimits.chartPixels
    for size in [chart.width, chart.height] where !(1...pixels).contains(size) {
      return .sizeOutOfRange(size)
    }
    for offset in [chart.place.right, chart.place.down] where !(0...pixels).contains(offset) {
      return .sizeOutOfRange(offset)
    }
    // Each row and each column may be as small as a pixel.
    if chart.place.row + chart.place.down + chart.height >= SheetLimits.rows.upperBound
      || chart.place.column + chart.place.right + chart.width >= SheetLimits.columns.upperBound
    {
      return .outsideSheet
    }
    if !(0...500).contains(chart.gap) { return .gapOutOfRange(chart.gap) }
    let colors = chart.series.map(\.look.color)
    return colors.first { $0 > 0xFF_FFFF }.map { .colorOutOfRange($0) }
  }

  private func check(_ series: ChartSeries) throws(WorkbookError) {
    let values = try ChartPoints(series.values, in: book, allowsTexts: false).points
    let categories = try ChartPoints(series.categories, in: book, allowsTexts: true).points
    guard categories.count == values.count else {
      throw WorkbookError(.chart(.categoryCount(categories.count, values: values.count)))
    }
    guard values.contains(where: { $0 != .gap }) else {
      throw WorkbookError(.chart(.noValues))
    }
  }
}
