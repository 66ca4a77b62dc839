import Administration
import DataFiles
import Indicators
import Testing

/// The figures of a period before two communes became one, on the map after it.
@Suite struct MovedFiguresTests {
  private static let units = UnitCatalogue(entries: [
    Unit(code: "8", name: "T", kind: "k", level: .province, parent: ""),
    Unit(code: "81", name: "H", kind: "k", level: .district, parent: "8"),
    Unit(code: "82", name: "K", kind: "k", level: .district, parent: "8"),
    Unit(code: "811", name: "A", kind: "k", level: .commune, parent: "81"),
    Unit(
      code: "812", name: "B", kind: "k", level: .commune, parent: "81",
      validTo: CalendarDay(year: 2024, month: 12, day: 31), successors: [.init(code: "811")]),
    Unit(
      code: "821", name: "C", kind: "k", level: .commune, parent: "82",
      validTo: CalendarDay(year: 2024, month: 12, day: 31), successors: [.init(code: "811")]),
  ])

  private static let catalogue = """
    indicators:
      - {id: rate, name: A, area: A, unit: "%", kind: dossiers, better: higher, roll-up: parts, numerator: {outcome: [early, on-time]}, denominator: {outcome: [early, on-time, late]}}
      - {id: units, name: A, area: A, unit: "%", kind: units, better: higher, roll-up: parts, reaching: {indicator: rate, at-least: 90}}
    """

  private func key(_ unit: String, _ scope: Scope, _ indicator: String = "rate") -> FigureKey {
    FigureKey(unit: unit, scope: scope, indicator: indicator)
  }

  private func moved(_ parts: [FigureKey: Part]) throws -> PastFigures {
    let days = DaySpan(
      first: try #require(CalendarDay(year: 2025, month: 1, day: 1)),
      last: try #require(CalendarDay(year: 2025, month: 3, day: 31)))
    let catalogue = try IndicatorCatalogue(
      [DataNode(text: Self.catalogue, name: "c.yaml")], documents: [])
    return PastFigures(period: Period("2024-Q1"), parts: parts).moved(
      onto: try #require(Self.units.map(during: days)), of: Self.units,
      indicators: catalogue.indicators)
  }

  @Test func `a rate is made of the sums of its parts, and areas gain and lose`() throws {
    let own: [String: Part] = [
      "811": Part(numerator: 1, denominator: 1), "812": Part(numerator: 0, denominator: 9),
      "821": Part(numerator: 5, denominator: 5),
    ]
    var parts: [FigureKey: Part] = [:]
    for (unit, part) in own {
      parts[key(unit, .own)] = part
      parts[key(unit, .area)] = part
    }
    parts[key("81", .area)] = Part(numerator: 1, denominator: 10)
    parts[key("82", .area)] = Part(numerator: 5, denominator: 5)
    parts[key("8", .area)] = Part(numerator: 6, denominator: 15)
    let moved = try moved(parts)
    let all = Part(numerator: 6, denominator: 15)
    #expect(moved.parts[key("811", .own)] == all)
    #expect(moved.parts[key("811", .area)] == all)
    #expect(moved.parts[key("81", .area)] == all)
    #expect(moved.parts[key("82", .area)] == Part(numerator: 0, denominator: 0))
    #expect(moved.parts[key("8", .area)] == all)
    #expect(moved.parts[key("812", .own)] == nil)
    // As it was then.
    for (unit, part) in own { #expect(moved.former[key(unit, .area)] == part) }
  }

  @Test func `what is no sum over units is not carried over to the one they became`() throws {
    let moved = try moved([
      key("811", .area, "units"): Part(numerator: 1, denominator: 1),
      key("812", .area, "units"): Part(numerator: 0, denominator: 1),
      key("8", .area, "units"): Part(numerator: 1, denominator: 2),
    ])
    #expect(moved.parts[key("811", .area, "units")] == nil)
    #expect(moved.parts[key("8", .area, "units")] == Part(numerator: 1, denominator: 2))
  }

  @Test func `figures of units that are still there stay as they are`() throws {
    let parts = [key("811", .own): Part(numerator: 1, denominator: 2)]
    let moved = try moved(parts)
    #expect(moved.parts == parts)
    #expect(moved.former.isEmpty)
  }
}
