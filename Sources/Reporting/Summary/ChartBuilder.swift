internal import Administration
internal import Indicators

/// Makes the charts of a unit's summary from its figures and the history.
struct ChartBuilder {
  let figures: FigureSet
  let areas: AreaFigures
  let definition: SummaryDefinition
  /// Number of the unit.
  let unit: Int
  /// The figures of the unit in its area.
  private let area: [Figure]
  /// The periods of the charts over time, the oldest first.
  private let periods: [TimePoint]

  init(figures: FigureSet, areas: AreaFigures, definition: SummaryDefinition, unit: Int) {
    self.figures = figures
    self.areas = areas
    self.definition = definition
    self.unit = unit
    area = areas[unit]
    periods = Self.periods(figures) { [area] past in
      area.contains { past.parts[$0.key] != nil }
    }
  }

  /// Bars that a chart has room for.
  private static let mostBars = 15

  private var tree: UnitTree { figures.table.tree }

  /// Those that have anything to show.
  var charts: [ReportChart] { [flow, byUnit, shares].compactMap(\.self) }

  // MARK: - Over time

  /// The months of the last year where the history knows two of them, else the trail; a month is the
  /// last of its own.
  private static func periods(
    _ figures: FigureSet, where isKnown: (PastFigures) -> Bool
  ) -> [TimePoint] {
    let months = figures.months.filter(isKnown)
    let isMonth = figures.period.isMonth
    let points = { (past: [PastFigures]) in
      past.map { past in
        TimePoint(
          past.period, of: past,
          before: figures.monthsYearAgo.first { $0.period == past.period?.yearAgo })
      }
    }
    if months.count > 1, !isMonth { return points(months) }
    return points(isMonth ? months : figures.trail)
      + [TimePoint(figures.period, of: nil, before: figures.yearAgo)]
  }

  /// A period of a chart over time.
  private struct TimePoint {
    /// "T7/2022", "Quý I/2023".
    var name: String
    /// `nil` for the period of the report.
    private var past: PastFigures?
    /// The same period a year before; `nil` where the history does not know it.
    private var before: PastFigures?

    init(_ period: Period?, of past: PastFigures?, before: PastFigures?) {
      self.past = past
      self.before = before
      guard let period else {
        name = ""
        return
      }
      name =
        switch period.part {
        case .month(let month): "T\(month)/\(period.year)"
        default: FirstLetter.capital(period.shortName)
        }
    }

    /// What a figure of the report was in it; `nil` where that is not known.
    func part(_ figure: Figure) -> Part? {
      past.map { $0.parts[figure.key] } ?? figure.part
    }

    /// What it was in the same period a year before; `nil` where that is not known.
    func partYearAgo(_ figure: Figure) -> Part? { before?.parts[figure.key] }
  }

  private var timeTitle: String {
    periods.first?.name.hasPrefix("T") == true ? "Tháng" : "Kỳ báo cáo"
  }

  private var flow: ReportChart? {
    let known = definition.flow.indicators.compactMap { id in
      area.first { $0.indicator.id == id && $0.part != nil }
    }
    guard let first = known.first else { return nil }
    return ReportChart(
      kind: .columns, title: definition.flow.title, categoryTitle: timeTitle,
      valueTitle: FirstLetter.capital(first.indicator.unit), measure: .count,
      categories: periods.map(\.name),
      series: known.map { figure in
        .init(figure.indicator.name, periods.map { $0.part(figure)?.numerator })
      } + yearAgo(first) { $0.numerator })
  }

  /// The values of a figure in the same periods a year before, where any is known.
  private func yearAgo(
    _ figure: Figure, _ value: (Part) -> Int?
  ) -> [ReportChart.Series] {
    let values = periods.map { $0.partYearAgo(figure).flatMap(value) }
    guard periods.count > 1, values.contains(where: { $0 != nil }) else { return [] }
    return [
      .init("\(figure.indicator.name), cùng kỳ năm trước", values, isYearAgo: true)
    ]
  }

  private var shares: ReportChart? {
    let known = definition.shares.indicators.compactMap { id in
      area.first { $0.indicator.id == id && $0.value != nil }
    }
    guard let first = known.first else { return nil }
    var series = known.map { figure in
      ReportChart.Series(figure.indicator.name, periods.map { $0.part(figure)?.value?.hundredths })
    }
    series += yearAgo(first) { $0.value?.hundredths }
    if let bar = first.mainTarget?.bar {
      series.append(.init("Mục tiêu", periods.map { _ in bar }, isTarget: true))
    }
    return ReportChart(
      kind: periods.count > 1 ? .lines : .columns, title: definition.shares.title,
      categoryTitle: timeTitle, valueTitle: "%", measure: .percent,
      categories: periods.map(\.name), series: series)
  }

  /// The rate by which units are compared, over time and with its target; `nil` where no period
  /// but the report's own is known.
  var mainRate: ReportChart? {
    // The same for all units, whatever is known of each.
    let periods = Self.periods(figures) { _ in true }
    guard periods.count > 1, let id = definition.units.indicators.first,
      let figure = area.first(where: { $0.indicator.id == id })
    else { return nil }
    let values = periods.map { $0.part(figure)?.value?.hundredths }
    let target = figure.mainTarget?.bar.map { bar in
      ReportChart.Series("Mục tiêu", periods.map { _ in bar }, isTarget: true)
    }
    return ReportChart(
      kind: .lines, title: definition.units.title, categoryTitle: timeTitle, valueTitle: "%",
      measure: .percent, categories: periods.map(\.name),
      series: [.init(figure.indicator.name, values)] + [target].compactMap(\.self))
  }

  // MARK: - By unit

  /// By the units right below, by field of administration where there are none; the lowest of them
  /// where there are many.
  private var byUnit: ReportChart? {
    guard let id = definition.units.indicators.first,
      let place = figures.table.indicators.firstIndex(where: { $0.id == id })
    else { return nil }
    let rates = rates(place)
    guard !rates.isEmpty else { return nil }
    let shown = rates.sorted { ($0.value, $0.name) < ($1.value, $1.name) }.prefix(Self.mostBars)
    let kind = tree.children(of: unit).isEmpty ? "lĩnh vực" : "đơn vị"
    var title = "\(definition.units.title) theo \(kind)"
    if shown.count < rates.count { title += " (\(shown.count) \(kind) thấp nhất)" }
    var series = [ReportChart.Series("Kết quả", shown.map(\.value))]
    if let bar = bar(of: id) {
      series.append(.init("Mục tiêu", shown.map { _ in bar }, isTarget: true))
    }
    return ReportChart(
      kind: .bars, title: title, categoryTitle: FirstLetter.capital(kind), valueTitle: "%",
      measure: .percent, categories: shown.map(\.name), series: series)
  }

  private func rates(_ place: Int) -> [(name: String, value: Int)] {
    let children = tree.children(of: unit)
    guard !children.isEmpty else {
      return figures.table.subjects(of: [unit]).compactMap { subject in
        subject.parts[place].value.map { (subject.name, $0.hundredths) }
      }.map { ($0.0.isEmpty ? "Chưa ghi lĩnh vực" : $0.0, $0.1) }
    }
    // Departments stand beside places of the level below: only the places are compared.
    let places = children.filter { tree.units[$0].level != tree.units[unit].level }
    return (places.isEmpty ? children : places).compactMap { child in
      figures.table.parts(of: tree.area(of: child))[place].value.map {
        (tree.units[child].name, $0.hundredths)
      }
    }
  }

  private func bar(of id: String) -> Int? {
    let children = tree.children(of: unit)
    let place = children.first { tree.units[$0].level != tree.units[unit].level }
    guard let place = place ?? children.first else {
      return area.first { $0.indicator.id == id }?.mainTarget?.bar
    }
    return areas.figure(id, of: place)?.mainTarget?.bar
  }
}
