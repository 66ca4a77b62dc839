internal import Administration
internal import Reporting

/// What the template of a page of comparison sees.
struct ComparisonScope: TemplateScope {
  let comparison: LevelComparison
  let page: PageParts
  /// The axis that all charts share.
  private let scale: ChartScale

  init(comparison: LevelComparison, page: PageParts) {
    self.comparison = comparison
    self.page = page
    let values = comparison.units.flatMap {
      $0.chart.series.flatMap { $0.values.compactMap { $0 } }
    }
    scale = ChartScale(values, comparison.units.first?.chart.measure ?? .percent, fromZero: false)
  }

  private var first: ReportChart? { comparison.units.first?.chart }

  static let names = NameTable<Self>(
    .text("province", \.comparison.province),
    .text("period", \.comparison.periodName),
    .text("level") { FirstLetter.capital($0.comparison.level.name) },
    .text("title") { $0.first?.title ?? "" },
    .text("first-period") { $0.first?.categories.first ?? "" },
    .text("last-period") { $0.first?.categories.last ?? "" },
    .text("low") { $0.scale.text($0.scale.low) },
    .text("high") { $0.scale.text($0.scale.high) },
    .list("columns") { ($0.first?.categories ?? []).map(ChartHeadScope.init) },
    .list("units") { scope in
      scope.comparison.units.map {
        ComparedUnitScope(entry: $0, level: scope.comparison.level, scale: scope.scale)
      }
    },
    .group("page", \.page)
  )
}

/// A unit with its small chart.
struct ComparedUnitScope: TemplateScope {
  let entry: LevelComparison.Entry
  let level: Level
  let scale: ChartScale
  let drawing: SmallDrawing

  init(entry: LevelComparison.Entry, level: Level, scale: ChartScale) {
    self.entry = entry
    self.level = level
    self.scale = scale
    drawing = SmallDrawing(entry.chart, scale: scale)
  }

  private var rate: ReportChart.Series? { entry.chart.series.first { !$0.isTarget } }

  private var target: Int? {
    entry.chart.series.first(where: \.isTarget)?.values.compactMap { $0 }.last
  }

  private func text(_ value: Int?) -> String { ChartScale.text(value, entry.chart.measure) }

  static let names = NameTable<Self>(
    .text("id") { "hinh-\(ReportPath.encoded($0.entry.code))" },
    .text("code", \.entry.code),
    .text("name", \.entry.name),
    .text("link") { scope in
      scope.entry.hasPage
        ? ReportPath.link(level: scope.level, code: scope.entry.code, format: .html) : ""
    },
    .text("value", \.entry.value),
    .flag("is-met") { $0.entry.isMet == true },
    .flag("is-missed") { $0.entry.isMet == false },
    .text("target") { scope in scope.target.map(scope.scale.text) ?? "" },
    .text("description") { scope in
      let chart = scope.entry.chart
      return zip(chart.categories, scope.rate?.values ?? []).map { name, value in
        "\(name): \(scope.text(value))"
      }.joined(separator: "; ") + "."
    },
    .texts("values") { scope in (scope.rate?.values ?? []).map(scope.text) },
    .text("width") { _ in ChartLength.text(SmallDrawing.width) },
    .text("height") { _ in ChartLength.text(SmallDrawing.height) },
    .list("shapes") { $0.drawing.shapes.map(ChartShapeScope.init) },
    .list("words") { $0.drawing.words.map(ChartWordScope.init) }
  )
}
