import Administration
import DataFiles
import Indicators
import Testing

@Suite struct TargetTests {
  private func indicator(
    _ targets: String, unit: String = "%", rest: String = ""
  ) throws -> Indicator {
    let documents = try PlanDocument.list(
      DataNode(
        text: "documents: [{id: \"1\", title: T, number: 1/KH, issued: 2020-07-07}]", name: "d"))
    let text =
      "indicators:\n  - {id: x, name: X, area: A, unit: \"\(unit)\", kind: indicator-values, "
      + "better: higher, roll-up: none\(rest), targets: [\(targets)]}\n"
    let catalogue = try IndicatorCatalogue([DataNode(text: text, name: "x")], documents: documents)
    return try #require(catalogue.indicators.first)
  }

  private func held(
    _ target: String, value: Int?, yearAgo: Int?
  ) throws -> HeldTarget {
    let indicator = try indicator("{document: \"1\", clause: a, from: 2020, \(target)}")
    let target = try #require(indicator.targets.first)
    return try #require(
      HeldTarget(
        target, level: .province, value: value.map { .percent(hundredths: $0) },
        yearAgo: yearAgo.map { .percent(hundredths: $0) }))
  }

  @Test(arguments: [
    (5000, 4000, 6000, false), (6000, 4000, 6000, true), (9500, 9000, 10_000, false),
    (10_000, 9000, 10_000, true), (10_000, 10_000, 10_000, true),
  ])
  func `growth is held against last year until its end is reached`(
    value: Int, base: Int, bar: Int, isMet: Bool
  ) throws {
    let held = try held("growth: {tinh: 20}, until: 100", value: value, yearAgo: base)
    #expect(held.bar == bar)
    #expect(held.isMet == isMet)
  }

  @Test(arguments: [
    (4001, 4000, true), (4000, 4000, false), (3999, 4000, false), (10_000, 10_000, true),
  ])
  func `what must rise must be above last year, or stand at the top`(
    value: Int, base: Int, isMet: Bool
  ) throws {
    let text = "comparison: \">\", growth: {tinh: 0}, until: 100"
    #expect(try held(text, value: value, yearAgo: base).isMet == isMet)
  }

  @Test func `without last year's figure growth is not judged`() throws {
    let held = try held("growth: {tinh: 20}", value: 5000, yearAgo: nil)
    #expect(held.bar == nil)
    #expect(held.isMet == nil)
  }

  @Test func `a target in words is never met or missed`() throws {
    let held = try held("stated: theo lộ trình, levels: [tinh]", value: 5000, yearAgo: 1)
    #expect(held.goal == .stated("theo lộ trình"))
    #expect(held.isMet == nil)
  }

  @Test func `grades are compared by their place in the scale`() throws {
    let indicator = try indicator(
      "{document: \"1\", clause: a, from: 2020, values: {tinh: Nhóm C}}", unit: "nhóm",
      rest: ", scale: [Nhóm D, Nhóm C, Nhóm B]")
    let target = try #require(indicator.targets.first)
    for (grade, isMet) in [(1, false), (2, true), (3, true)] {
      let held = HeldTarget(target, level: .province, value: .grade(grade), yearAgo: nil)
      #expect(held?.isMet == isMet)
    }
    #expect(indicator.plain(.grade(3)) == "Nhóm B")
  }

  @Test func `a target of a year is not held against a quarter`() throws {
    let indicator = try indicator(
      "{document: \"1\", clause: a, from: 2020, values: {tinh: 5}, periods: year}")
    let day = try #require(CalendarDay("2023-12-31"))
    for (part, count) in [(Period.Part.year, 1), (.quarter(4), 0)] {
      let rules = TargetRules(
        province: "a", period: Period(year: 2023, part: part), day: day)
      #expect(rules.targets(of: indicator, level: .province).count == count)
    }
  }

  @Test(arguments: [
    "values: {tinh: Nhóm X}", "growth: {tinh: nhiều}", "stated: x", "values: {tinh: 1.234}",
    "periods: tuần, values: {tinh: 1}",
  ])
  func `a target that says something else is refused with its place`(text: String) {
    let error = #expect(throws: DataFileError.self) {
      try indicator("{document: \"1\", clause: a, from: 2020, \(text)}")
    }
    #expect(error?.line != nil)
  }
}
