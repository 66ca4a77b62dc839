import Administration
import DataFiles
import Foundation
import Intake
import Testing
import TestSupport

/// Rows of meetings: when they were held, and how many tiers took part.
@Suite struct MeetingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let profile = """
    columns: {code: Mã, heldAt: Ngày họp, agencyCode: Đơn vị, tiers: Số cấp, online: Trực tuyến}
    values: {online: {"yes": [Có], "no": [Không]}}
    dates: [dd/MM/yyyy]
    """

  private func read(_ rows: [String]) async throws -> KindIntake {
    let path = scratch.path("a.csv")
    let text = (["Mã,Ngày họp,Đơn vị,Số cấp,Trực tuyến"] + rows).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let profile = try SourceProfile(
      DataNode(text: Self.profile, name: "p.yaml"), kind: .meetings)
    let day = try #require(CalendarDay(year: 2023, month: 4, day: 1))
    let unit = Unit(code: "8", name: "Tỉnh T", kind: "tỉnh", level: .province, parent: "")
    return try await SourceIntake(
      kind: .meetings,
      sources: [Source(profile: profile, files: [.init(path: path, name: "a.csv")])],
      catalogue: UnitCatalogue(entries: [unit]), days: DaySpan(first: day, last: day.adding(90)),
      rules: CountingRules(), progress: ReadingProgress()
    ).read()
  }

  /// The word of a fact of the only row; `nil` where there is none.
  private func word(_ fact: String, of intake: KindIntake) throws -> String? {
    let slot = try #require(FactLayout(of: .meetings).slot(fact))
    let signature = try #require(intake.counts.first).key.signature
    let word = slot.word(in: signature)
    return word == 0 ? nil : slot.fact.words[word - 1]
  }

  @Test(arguments: [
    ("1", "single"), ("2", "several"), ("4", "several"), ("02", "several"), ("", nil),
  ])
  func `one tier is told from several`(text: String, word: String?) async throws {
    let intake = try await read(["1/GM,03/04/2023,8,\(text),Có"])
    #expect(try self.word("tiers", of: intake) == word)
    #expect(intake.warnings.isEmpty)
  }

  @Test(arguments: ["0", "hai", "\"2,5\""])
  func `what is no number of tiers is warned of and counts as empty`(text: String) async throws {
    let intake = try await read(["1/GM,03/04/2023,8,\(text),Có"])
    #expect(try word("tiers", of: intake) == nil)
    #expect(intake.warnings.map(\.warning) == [.badNumber])
    #expect(intake.warnings.map(\.field) == ["tiers"])
  }

  @Test func `only meetings of the period are in a figure, one row for each number and day`()
    async throws
  {
    let intake = try await read([
      "1/GM,31/03/2023,8,2,Có", "1/GM,03/04/2023,8,2,Có", "1/GM,03/04/2023,8,2,Không",
      "2/GM,01/07/2023,8,2,Có",
    ])
    #expect(intake.ledgers[0].duplicates == 1)
    #expect(intake.counts.map(\.count) == [1])
    #expect(try word("online", of: intake) == "no")
  }

  @Test func `a table with its header alone is no fault`() async throws {
    let intake = try await read([])
    #expect(intake.ledgers[0].rows == 0)
    #expect(intake.ledgers[0].closes)
  }
}
