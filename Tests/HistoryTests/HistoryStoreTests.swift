import Administration
import History
import Indicators
import Testing
import TestSupport

@Suite struct HistoryStoreTests {
  private let scratch: ScratchFolder
  private let subject = HistoryStore.Subject(province: "tra-vinh", calendar: .months)

  init() throws { scratch = try ScratchFolder() }

  private struct Stop: Error {}

  private func figures(_ numerator: Int) -> [(key: FigureKey, part: Part)] {
    [
      (
        FigureKey(unit: "84", scope: .level(.commune), indicator: "a"),
        Part(numerator: numerator, denominator: 10)
      ),
      (FigureKey(unit: "84", scope: .own, indicator: "b"), Part(numerator: 3, denominator: nil)),
    ]
  }

  @Test func `figures come back as they were kept`() throws {
    let store = try HistoryStore(path: scratch.path("h.sqlite"))
    let period = Period(year: 2023, part: .quarter(2))
    try store.keep(figures(7), of: period, subject, version: "1", asOf: 1) {}
    let past = try HistoryStore(path: scratch.path("h.sqlite")).figures(of: period, subject)
    #expect(past.period == period)
    #expect(past.parts.count == 2)
    for figure in figures(7) { #expect(past.parts[figure.key] == figure.part) }
  }

  @Test func `definitions come back with the figures, and go with them`() throws {
    let store = try HistoryStore(path: scratch.path("h.sqlite"))
    let period = Period(year: 2023, part: .quarter(2))
    try store.keep(
      figures(7), of: period, subject, definitions: ["a": "1", "b": "2"], version: "1", asOf: 1
    ) {}
    #expect(try store.figures(of: period, subject).definitions == ["a": "1", "b": "2"])
    try store.keep(figures(8), of: period, subject, definitions: ["a": "3"], version: "1", asOf: 1)
    {}
    #expect(try store.figures(of: period, subject).definitions == ["a": "3"])
  }

  @Test(arguments: [
    ("2023-06-18", "2023-06-18"), ("2023-06-29", "2023-06-29"), ("2023-06-30", nil),
    ("2023-07-05", nil),
  ])
  func `a run made before its period was over is known as such`(
    asOf: String, unfinishedOn: String?
  ) throws {
    let store = try HistoryStore(path: scratch.path("h.sqlite"))
    let period = Period(year: 2023, part: .quarter(2))
    let day = try #require(CalendarDay(asOf))
    // One o'clock in the morning in Viet Nam is still the day before in UTC.
    let seconds = Int(day.number) * 86_400 - 6 * 3600
    try store.keep(figures(7), of: period, subject, version: "1", asOf: seconds) {}
    #expect(try store.figures(of: period, subject).unfinishedOn?.iso == unfinishedOn)
  }

  @Test func `a later run of a period takes the place of the earlier`() throws {
    let store = try HistoryStore(path: scratch.path("h.sqlite"))
    let period = Period(year: 2023, part: .year)
    try store.keep(figures(7), of: period, subject, version: "1", asOf: 1) {}
    try store.keep(figures(8), of: period, subject, version: "1", asOf: 2) {}
    let past = try store.figures(of: period, subject)
    #expect(past.parts[figures(8)[0].key]?.numerator == 8)
  }

  @Test func `a run that could not finish leaves the history as it was`() throws {
    let store = try HistoryStore(path: scratch.path("h.sqlite"))
    let period = Period(year: 2023, part: .year)
    try store.keep(figures(7), of: period, subject, version: "1", asOf: 1) {}
    #expect(throws: Stop.self) {
      try store.keep(figures(8), of: period, subject, version: "1", asOf: 2) { throw Stop() }
    }
    #expect(try store.figures(of: period, subject).parts[figures(7)[0].key]?.numerator == 7)
  }

  @Test func `other provinces and calendars are not compared with`() throws {
    let store = try HistoryStore(path: scratch.path("h.sqlite"))
    let period = Period(year: 2023, part: .year)
    try store.keep(figures(7), of: period, subject, version: "1", asOf: 1) {}
    let others = [
      HistoryStore.Subject(province: "vinh-long", calendar: .months),
      HistoryStore.Subject(province: "tra-vinh", calendar: .decree09),
    ]
    for other in others { #expect(try store.figures(of: period, other).parts.isEmpty) }
    #expect(try store.figures(of: nil, subject).parts.isEmpty)
  }
}
