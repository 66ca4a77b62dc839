import DataFiles
import Indicators
import Intake
import Testing

/// The fingerprint of a definition changes with how is counted, and with nothing else.
@Suite struct DefinitionsTests {
  private func definition(
    _ entry: String, _ more: String = "", rules: CountingRules = CountingRules()
  ) throws -> String {
    let text = "indicators:\n  - {id: x, area: A, better: higher, \(entry)}\n\(more)"
    let catalogue = try IndicatorCatalogue([DataNode(text: text, name: "c.yaml")], documents: [])
    return try #require(catalogue.definitions(counting: rules)["x"])
  }

  private static let base =
    "name: X, unit: \"%\", kind: dossiers, roll-up: parts, numerator: {intake: received, channel: online}, denominator: {intake: received, channel: [online, postal]}"

  @Test(arguments: [
    ("name: X", "name: Y"), ("channel: [online, postal]", "channel: [postal, online]"),
    ("{intake: received, channel: online}", "{channel: [online], intake: received}"),
    ("kind:", "levels: [xa], lead: [Sở A], small-base: 3, kind:"),
    ("kind: dossiers, roll-up: parts", "roll-up: parts, kind: dossiers"),
  ])
  func `names, limits, agencies and order are no part of it`(text: String, other: String) throws {
    let changed = Self.base.replacing(text, with: other)
    #expect(changed != Self.base)
    #expect(try definition(changed) == definition(Self.base))
  }

  @Test(arguments: [
    ("channel: online}", "channel: postal}"), ("[online, postal]", "online"),
    ("intake: received, channel: online", "channel: online"),
    (
      "kind: dossiers, roll-up: parts, numerator: {intake: received, channel: online}, denominator: {intake: received, channel: [online, postal]}",
      "kind: indicator-values, roll-up: parts"
    ),
  ])
  func `conditions, kinds and denominators are`(text: String, other: String) throws {
    let changed = Self.base.replacing(text, with: other)
    #expect(changed != Self.base)
    #expect(try definition(changed) != definition(Self.base))
  }

  @Test func `so are the counting rules, where they matter`() throws {
    let byDate = CountingRules(withdrawn: .byDate)
    let waiting = CountingRules(waiting: .byDate)
    #expect(try definition(Self.base, rules: byDate) != definition(Self.base))
    #expect(try definition(Self.base, rules: waiting) == definition(Self.base))
    let outcome = Self.base.replacing("intake: received, channel: online", with: "outcome: late")
    #expect(try definition(outcome, rules: waiting) != definition(outcome))
    let tasks = "name: X, unit: n, kind: tasks, roll-up: sum, numerator: {open: overdue}"
    #expect(try definition(tasks, rules: byDate) == definition(tasks))
  }

  @Test func `a share of units changes with the rate that has to reach the bar`() throws {
    let share =
      "name: X, unit: \"%\", kind: units, roll-up: parts, reaching: {indicator: y, at-least: 80}"
    let rate = { (numerator: String) in
      "  - {id: y, name: Y, area: A, better: higher, unit: \"%\", kind: work-files, roll-up: parts, "
        + "numerator: {\(numerator)}, denominator: {begun: in-period}}\n"
    }
    #expect(
      try definition(share, rate("processedOnline: \"yes\""))
        != definition(share, rate("processedOnline: \"no\"")))
  }

  @Test func `it is the same on every machine and in every version`() throws {
    #expect(try definition(Self.base) == "74a4aebfcacfc2ce")
  }
}
