import Administration
import DataFiles
import Indicators
import Intake
import Testing

@Suite struct CatalogueTests {
  private static let documents = """
    documents:
      - {id: "1", title: Cũ, number: 1/KH, issued: 2020-07-07}
      - {id: "2", title: Mới, number: 2/KH, issued: 2022-02-16, provinces: [a]}
      - {id: "3", title: Sau kỳ, number: 3/KH, issued: 2023-07-11}
    """

  private func catalogue(_ rest: String) throws -> IndicatorCatalogue {
    let documents = try PlanDocument.list(DataNode(text: Self.documents, name: "d.yaml"))
    let text = "indicators:\n  - {id: x, name: X, area: A, unit: \"%\", kind: dossiers, \(rest)}\n"
    return try IndicatorCatalogue([DataNode(text: text, name: "x.yaml")], documents: documents)
  }

  private static let period = Period(year: 2023, part: .quarter(2))

  private static let rate =
    "better: higher, roll-up: parts, numerator: {outcome: early}, denominator: {outcome: [early, late]}"

  @Test func `the target of the newest document in force comes first`() throws {
    let targets =
      "targets: [{document: \"1\", clause: a, values: {xa: 20}, from: 2020}, "
      + "{document: \"3\", clause: c, values: {xa: 70}, from: 2023}, "
      + "{document: \"2\", clause: b, values: {xa: 50}, from: 2023, to: 2025}]"
    let catalogue = try catalogue("\(Self.rate), \(targets)")
    let indicator = try #require(catalogue.indicators.first)
    let day = try #require(CalendarDay("2023-06-30"))
    let here = TargetRules(province: "a", period: Self.period, day: day)
    #expect(here.targets(of: indicator, level: .commune).map(\.document.id) == ["2", "1"])
    #expect(here.targets(of: indicator, level: .district).isEmpty)
    let elsewhere = TargetRules(province: "b", period: Self.period, day: day)
    #expect(elsewhere.targets(of: indicator, level: .commune).map(\.document.id) == ["1"])
    let later = TargetRules(province: "b", period: Self.period, day: day.adding(100))
    #expect(later.targets(of: indicator, level: .commune).map(\.document.id) == ["3", "1"])
    #expect(here.targets(of: indicator, level: .commune)[0].source == "2/KH, b")
  }

  @Test(arguments: [
    (">=", 5000, true), (">", 5000, false), ("<=", 5000, true), ("<", 5000, false),
    (">=", 4999, false), ("<", 4999, true),
  ])
  func `a value is held against the bar`(comparison: String, hundredths: Int, isMet: Bool) throws {
    let targets =
      "targets: [{document: \"1\", clause: a, comparison: \"\(comparison)\", values: {xa: 50}, "
      + "from: 2020}]"
    let catalogue = try catalogue("\(Self.rate), \(targets)")
    let target = try #require(catalogue.indicators.first?.targets.first)
    let held = { (value: FigureValue?) in
      HeldTarget(target, level: .commune, value: value, yearAgo: nil)
    }
    #expect(held(.percent(hundredths: hundredths))?.isMet == isMet)
    #expect(try #require(held(nil)).isMet == nil)
    #expect(HeldTarget(target, level: .district, value: nil, yearAgo: nil) == nil)
  }

  @Test(arguments: [
    "better: higher, roll-up: sum, numerator: {outcome: early}, denominator: {outcome: late}",
    "better: higher, roll-up: parts, numerator: {outcome: early}",
    "better: higher, roll-up: sum, numerator: {outcome: erly}",
    "better: higher, roll-up: sum, numerator: {outcom: early}",
    "better: up, roll-up: sum, numerator: {outcome: early}",
    "better: higher, roll-up: sum, numerator: {outcome: early}, targets: [{document: \"9\", clause: a, values: {xa: 1}, from: 2020}]",
  ])
  func `a catalogue that says something else is refused with its place`(rest: String) {
    let error = #expect(throws: DataFileError.self) { try catalogue(rest) }
    #expect(error?.file == "x.yaml")
    #expect(error?.line != nil)
  }
}
