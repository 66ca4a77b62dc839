import Administration
import DataFiles
import Foundation
import History
import Indicators
import Intake
import Registers
import Reporting

/// The data of Templates that a run of a project and period works with.
struct RunSetting {
  let project: Project
  let templates: TemplateFolder
  let province: String
  let units: UnitCatalogue
  /// The units that the reports show.
  let map: UnitMap
  var tree: UnitTree { map.tree }
  let period: Period
  let days: DaySpan
  let catalogue: IndicatorCatalogue
  let forms: [FormDefinition]
  let scores: [ScoreDefinition]
  let rankings: [RankingRule]
  let summary: SummaryDefinition
  let provinceProfile: ProvinceProfile

  init(project: Project, period: Period) throws {
    self.project = project
    self.period = period
    templates = try TemplateFolder(project: project.folder)
    let province = try project.province.word(of: templates.provinces)
    self.province = province
    days = project.calendar.days(of: period)
    units = try templates.units(of: province)
    guard let map = units.map(during: days) else {
      throw Failure(
        .usage,
        "Danh mục đơn vị của «\(province)» không có đơn vị nào hoạt động trong \(period.name). Hãy "
          + "chọn kỳ khác hoặc tỉnh khác.")
    }
    self.map = map
    catalogue = try templates.indicators()
    forms = try templates.forms(catalogue)
    (scores, rankings) = try templates.scores(catalogue)
    summary = try SummaryDefinition(templates.node(TemplateFolder.summary), catalogue: catalogue)
    provinceProfile = try templates.provinceProfile(
      of: province, ReportKind.Vocabulary(forms: forms.map(\.id), catalogue: catalogue))
    let kinds = provinceProfile.kindsWithoutLetterhead(in: map.tree)
    guard kinds.isEmpty else {
      throw Failure(
        .configuration,
        "Templates/provinces/\(province)/province.yaml: chưa có đầu đề (letterheads) cho loại đơn vị: "
          + kinds.joined(separator: ", ") + ".")
    }
    let idle = provinceProfile.kindsWithoutReport(in: map.tree, period)
    guard idle.isEmpty else {
      throw Failure(
        .configuration,
        "Templates/provinces/\(province)/province.yaml: chưa có báo cáo (reports) cho \(period.name) của "
          + "loại đơn vị: \(idle.joined(separator: ", ")).")
    }
  }

  /// The letterhead of a unit's main report and those of all that it makes, in their order; `nil`
  /// where the province has none for its kind.
  func papers(of number: Int) -> [(kind: ReportKind, letterhead: Letterhead)] {
    provinceProfile.reports(of: tree.units[number], period).compactMap { kind in
      provinceProfile.letterhead(of: number, in: tree, for: kind).map { (kind, $0) }
    }
  }

  var historySubject: HistoryStore.Subject {
    HistoryStore.Subject(province: province, calendar: project.calendar)
  }

  /// The fingerprints of how every indicator is counted from what was read.
  func definitions(of intake: [KindIntake]) -> [String: String] {
    catalogue.definitions(
      counting: project.counting, hasReceivers: intake.contains { $0.received != nil })
  }

  /// The figures of the run beside those of the periods it is compared with.
  func figures(
    _ intake: [KindIntake], _ registers: RegisterIntake, history: HistoryStore?,
    asOf: CalendarDay, closed: ClosedPeriod? = nil
  ) throws -> FigureSet {
    // Of a closed period the rows count that were counted then.
    let intake =
      closed.map { closed in
        intake.map { $0.counting(closed.rows, units) }
      } ?? intake
    let table = FigureTable(
      catalogue: catalogue, map: map, intake: intake, registers: registers,
      until: days.last)
    let typed = try typedFigures(registers)
    let former = FormerUnits(of: units, during: days, beside: map)
    let known = { (periods: [Period]) in
      try periods.map { try past($0, in: history, only: .area) }.filter { !$0.parts.isEmpty }
    }
    let trail = try known(period.trail)
    // Those of a month are known as its own comparison is.
    let monthsYearAgo = try known(
      (period.lastMonths + (period.isMonth ? [period] : [])).map(\.yearAgo))
    return FigureSet(
      catalogue: catalogue, table: table, typed: typed, period: period,
      rules: TargetRules(province: province, period: period, day: days.last),
      previous: try base(period.previous, in: history),
      yearAgo: try base(period.yearAgo, in: history),
      trail: trail,
      months: period.isMonth ? trail : try known(period.lastMonths),
      monthsYearAgo: monthsYearAgo,
      former: former.isEmpty
        ? nil
        : FormerFigures(former, catalogue: catalogue, intake: intake, until: days.last),
      closed: closed?.figures, definitions: definitions(of: intake), isOver: days.last <= asOf)
  }

  /// The figures of an earlier period, of all scopes or of one, on the map of this one.
  private func past(
    _ period: Period, in history: HistoryStore?, only scope: Scope? = nil
  ) throws -> PastFigures {
    guard let history else { return PastFigures(period: period) }
    return try history.figures(of: period, historySubject, only: scope)
      .moved(onto: map, of: units, indicators: catalogue.indicators)
  }

  /// Likewise of a period that the run is compared with, beside the units of then.
  private func base(_ period: Period?, in history: HistoryStore?) throws -> PastFigures {
    guard let period else { return PastFigures(period: nil) }
    var past = try past(period, in: history)
    past.units = FormerUnits(of: units, during: project.calendar.days(of: period), beside: map)
    return past
  }

  private func typedFigures(_ registers: RegisterIntake) throws -> TypedFigures {
    guard registers.kinds.contains(.indicatorValues) else { return TypedFigures() }
    do {
      return try TypedFigures(
        registers.values, catalogue: catalogue, units: units, map: map, period: period)
    } catch {
      throw Failure(error)
    }
  }

  /// The files of Templates that the run read, by their paths from there, sorted.
  var usedTemplates: [String] {
    let profiles = project.sources.map(\.profile).filter { !$0.hasSuffix(".yaml") }
      .map { "sources/\($0).yaml" }
    let all =
      Set(profiles).sorted() + templates.names(in: "indicators", extension: ".yaml")
      + templates.names(in: "forms", extension: ".yaml")
      + templates.names(in: "scores", extension: ".yaml")
      + templates.names(in: "reports", extension: ".mustache")
      + [
        TemplateFolder.summary, "provinces/\(province)/province.yaml",
        "provinces/\(province)/units.csv",
      ]
    return all.sorted()
  }
}
