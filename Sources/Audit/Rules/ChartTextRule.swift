/// A chart has a title, words for those who cannot see it, and its points kept in the file, equal to
/// the cells that they come from: previews draw the kept ones.
struct ChartTextRule: BookRule {
  func findings(in book: AuditedBook) -> [Finding] {
    let calculator = FormulaCalculator(book: book)
    return book.sheets.flatMap { sheet in
      sheet.charts.enumerated().flatMap { number, chart in
        faults(of: chart, calculator).map {
          Finding(.chartWithoutText, sheet, "biểu đồ thứ \(number + 1) \($0)")
        }
      }
    }
  }

  private func faults(of chart: AuditedChart, _ calculator: FormulaCalculator) -> [String] {
    var faults: [String] = []
    if chart.text.allSatisfy(\.isWhitespace) { faults.append("không có văn bản thay thế") }
    if chart.title.allSatisfy(\.isWhitespace) { faults.append("không có tên") }
    if chart.series.isEmpty || chart.series.contains(where: \.points.isEmpty) {
      faults.append("không lưu sẵn số liệu của mọi dãy")
    }
    for (number, series) in chart.series.enumerated() where !series.points.isEmpty {
      guard !isKept(series, calculator) else { continue }
      faults.append("lưu sẵn số liệu khác với các ô ở dãy thứ \(number + 1)")
    }
    return faults
  }

  /// Whether the points are the numbers of the cells; a cell without a number has no point.
  private func isKept(_ series: AuditedSeries, _ calculator: FormulaCalculator) -> Bool {
    guard let cells = try? calculator.values(of: series.cells) else { return false }
    return cells.enumerated().allSatisfy { place, cell in
      guard case .number = cell else { return series.points[place] == nil }
      return series.points[place].map { cell.isKept(as: .number($0)) } ?? false
    } && series.points.keys.allSatisfy(cells.indices.contains)
  }
}
