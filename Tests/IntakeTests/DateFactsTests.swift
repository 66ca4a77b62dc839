import Administration
import Testing
import TestSupport

@testable import Intake

@Suite struct DateFactsTests {
  private static let days = DaySpan(first: CalendarDay(number: 100), last: CalendarDay(number: 190))
  private static let layout = FactLayout(of: .dossiers)

  private func facts(
    first: Int32, due: Int32?, finish: Int32?, status: Int = 0,
    rules: CountingRules = CountingRules()
  ) -> [String] {
    let facts = DateFacts(kind: .dossiers, days: Self.days, rules: rules)
    let row = DateFacts.RowDays(
      first: CalendarDay(number: first), due: due.map { CalendarDay(number: $0) },
      finish: finish.map { CalendarDay(number: $0) })
    return words(facts.signature(of: row, status: status))
  }

  private func words(_ signature: Signature) -> [String] {
    ["intake", "outcome"].compactMap { name in
      guard let slot = Self.layout.slot(name) else { return nil }
      let word = slot.word(in: signature)
      return word == 0 ? nil : slot.fact.words[word - 1]
    }
  }

  @Test(
    arguments: [
      (100, 120, 119, ["received", "early"]), (100, 120, 120, ["received", "on-time"]),
      (100, 120, 121, ["received", "late"]), (99, 120, 100, ["carried-over", "early"]),
      (190, 195, nil, ["received", "pending-in-time"]),
      (150, 190, nil, ["received", "pending-in-time"]),
      (150, 189, nil, ["received", "pending-overdue"]),
      (150, nil, nil, ["received", "pending-in-time"]),
      (150, nil, 160, ["received", "on-time"]), (150, 189, 191, ["received", "pending-overdue"]),
      (50, 60, 99, []), (191, 195, nil, []), (100, 90, 190, ["received", "late"]),
    ] as [(Int32, Int32?, Int32?, [String])])
  func `a dossier is what section 5 says`(
    first: Int32, due: Int32?, finish: Int32?, expected: [String]
  ) {
    #expect(facts(first: first, due: due, finish: finish) == expected)
  }

  @Test func `status changes only what the rules name`() {
    let refused = DateFacts.Status.refused
    let withdrawn = DateFacts.Status.withdrawn
    let waiting = DateFacts.Status.waiting
    #expect(facts(first: 120, due: 130, finish: 125, status: refused) == ["refused"])
    #expect(facts(first: 99, due: 130, finish: 125, status: refused) == [])
    #expect(facts(first: 120, due: 130, finish: 140, status: withdrawn) == ["received", "on-time"])
    #expect(
      facts(
        first: 120, due: 130, finish: 140, status: withdrawn,
        rules: CountingRules(withdrawn: .byDate)) == ["received", "late"])
    #expect(
      facts(
        first: 120, due: 130, finish: 140, status: withdrawn,
        rules: CountingRules(withdrawn: .excluded)) == [])
    #expect(
      facts(
        first: 120, due: 130, finish: nil, status: withdrawn,
        rules: CountingRules(withdrawn: .excluded)) == ["received", "pending-overdue"])
    #expect(
      facts(first: 120, due: 130, finish: nil, status: waiting) == ["received", "pending-in-time"])
    #expect(
      facts(
        first: 120, due: 130, finish: nil, status: waiting,
        rules: CountingRules(waiting: .byDate)) == ["received", "pending-overdue"])
    #expect(facts(first: 120, due: 130, finish: 140, status: waiting) == ["received", "late"])
  }

  @Test(arguments: 0..<300)
  func `what comes in is what goes out or stays`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rules = CountingRules(
      withdrawn: CountingRules.Withdrawn.allCases.randomElement(using: &random) ?? .onTime,
      waiting: CountingRules.Waiting.allCases.randomElement(using: &random) ?? .inTime)
    for _ in 0..<100 {
      let first = Int32.random(in: 60...200, using: &random)
      let due = Bool.random(using: &random) ? Int32.random(in: 60...230, using: &random) : nil
      let finish =
        Bool.random(using: &random) ? Int32.random(in: first...230, using: &random) : nil
      let words = facts(
        first: first, due: due, finish: finish, status: Int.random(in: 0...5, using: &random),
        rules: rules)
      let isIn = words.contains("received") || words.contains("carried-over")
      let isOut = words.contains { word in
        ["early", "on-time", "late", "pending-in-time", "pending-overdue"].contains(word)
      }
      #expect(isIn == isOut)
    }
  }
}
