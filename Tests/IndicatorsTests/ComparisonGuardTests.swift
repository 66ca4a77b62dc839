import Administration
import DataFiles
import Intake
import Testing

@testable import Indicators

/// Comparisons that cannot be made are not made.
@Suite struct ComparisonGuardTests {
  private static let key = FigureKey(unit: "8", scope: .area, indicator: "x")
  private static let period = Period(year: 2023, part: .quarter(1))

  private static func catalogue(
    _ entry: String, head: String = "small-base: 10"
  ) throws
    -> IndicatorCatalogue
  {
    let text = """
      \(head)
      indicators:
        - {id: x, name: X, area: A, unit: "%", better: higher, \(entry)}
      """
    let documents = "documents: [{id: \"1\", title: T, number: 1/KH, issued: 2020-07-07}]"
    return try IndicatorCatalogue(
      [DataNode(text: text, name: "c.yaml")],
      documents: PlanDocument.list(DataNode(text: documents, name: "d.yaml")))
  }

  private static let rate =
    "kind: dossiers, roll-up: parts, numerator: {outcome: early}, denominator: {outcome: [early, late]}"

  private func obstacle(
    _ past: PastFigures, entry: String = rate, isOver: Bool = true, now: String = "1"
  ) throws -> ComparisonObstacle? {
    let indicator = try #require(try Self.catalogue(entry).indicators.first)
    return ComparisonGuard(past: past, definitions: ["x": now], isOver: isOver)
      .obstacle(to: Self.key, of: indicator)
  }

  private func past(
    _ numerator: Int, _ denominator: Int?, measure: Part.Measure? = nil, definition: String? = "1",
    unfinishedOn: CalendarDay? = nil
  ) -> PastFigures {
    var part = Part(numerator: numerator, denominator: denominator)
    part.measure = measure ?? part.measure
    return PastFigures(
      period: Self.period, parts: [Self.key: part],
      definitions: definition.map { ["x": $0] } ?? [:], unfinishedOn: unfinishedOn)
  }

  @Test func `a base that is not there is no base`() throws {
    #expect(try obstacle(PastFigures(period: nil)) == .noPeriod)
    #expect(try obstacle(PastFigures(period: Self.period)) == .unknownPeriod)
    let other = FigureKey(unit: "9", scope: .own, indicator: "x")
    let past = PastFigures(period: Self.period, parts: [other: Part(numerator: 1, denominator: 2)])
    #expect(try obstacle(past) == .unknownFigure)
  }

  @Test func `a base of ten cases and more is compared with, one of fewer is not`() throws {
    #expect(try obstacle(past(3, 10)) == nil)
    #expect(try obstacle(past(3, 9)) == .smallBase(10))
    #expect(try obstacle(past(3, 9), entry: Self.rate + ", small-base: 9") == nil)
    #expect(try obstacle(past(300, 3, measure: .quotient)) == .smallBase(10))
    // 0/0 has no value, which the mark for no cases says.
    #expect(try obstacle(past(0, 0)) == nil)
  }

  @Test func `a count is its own number of cases, a typed value has none`() throws {
    #expect(try obstacle(past(10, nil)) == nil)
    #expect(try obstacle(past(0, nil)) == .smallBase(10))
    #expect(try obstacle(past(500, nil, measure: .typedPercent)) == nil)
    #expect(try obstacle(past(1, nil, measure: .grade)) == nil)
  }

  @Test func `what was counted otherwise is not compared with`() throws {
    #expect(try obstacle(past(30, 100), now: "2") == .otherDefinition)
    #expect(try obstacle(past(30, 100, definition: nil), now: "2") == nil)
  }

  @Test func `a part of a period is not compared with a whole one, either way`() throws {
    #expect(try obstacle(past(30, 100), isOver: false) == .unfinished)
    let day = try #require(CalendarDay("2023-03-18"))
    #expect(try obstacle(past(30, 100, unfinishedOn: day)) == .unfinishedBase(day))
  }

  @Test func `a target of growth is judged only on a base that may be compared with`() throws {
    let growth =
      "targets: [{document: \"1\", clause: a, from: 2020, comparison: \">\", growth: {tinh: 0}}]"
    let indicator = try #require(
      try Self.catalogue("\(Self.rate), \(growth)").indicators.first)
    let unit = Unit(code: "8", name: "T", kind: "tỉnh", level: .province, parent: "")
    let figure = { (obstacle: ComparisonObstacle?) in
      Figure(
        indicator: indicator, unit: unit, scope: .area, part: Part(numerator: 1, denominator: 4),
        targets: indicator.targets, previous: nil, yearAgo: .percent(hundredths: 10_000),
        yearAgoObstacle: obstacle)
    }
    #expect(figure(nil).targets.map(\.isMet) == [false])
    #expect(figure(.smallBase(10)).targets.map(\.isMet) == [nil])
    #expect(figure(.smallBase(10)).targets.map(\.bar) == [nil])
    #expect(figure(.smallBase(10)).yearAgo == .percent(hundredths: 10_000))
    #expect(figure(.smallBase(10)).yearAgoBase == nil)
  }

  @Test(arguments: [("small-base: -1", 1), ("small-base: ten", 1)])
  func `a limit that is no number of cases is a fault`(head: String, line: Int) throws {
    let error = #expect(throws: DataFileError.self) { try Self.catalogue(Self.rate, head: head) }
    #expect(error?.problem == .expected(.wholeNumber))
    #expect(error?.line == line)
  }

  @Test func `two limits for all indicators are one too many`() throws {
    let file = try DataNode(text: "small-base: 10\nindicators: []", name: "c.yaml")
    #expect(throws: DataFileError.self) { try IndicatorCatalogue([file, file], documents: []) }
  }
}
