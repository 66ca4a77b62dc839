import Administration
import DataFiles
import Foundation
import Intake
import Testing
import TestSupport

/// The rows that count for a unit that was split are listed.
@Suite struct SplitRowsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let end = CalendarDay("2025-06-30")
  private static let units = UnitCatalogue(
    entries: [
      Administration.Unit(code: "8", name: "Tỉnh T", kind: "tỉnh", level: .province, parent: ""),
      Administration.Unit(
        code: "1", name: "Xã A", kind: "xã", level: .commune, parent: "8", validTo: end,
        successors: [.init(code: "2"), .init(code: "3")]),
      Administration.Unit(
        code: "2", name: "Xã B", kind: "xã", level: .commune, parent: "8",
        validFrom: end?.adding(1)),
      Administration.Unit(
        code: "3", name: "Xã C", kind: "xã", level: .commune, parent: "8",
        validFrom: end?.adding(1)),
    ])

  private func read(
    _ files: [String], days: DaySpan, personal: String = ""
  ) async throws -> KindIntake {
    let list = try files.enumerated().map { number, text in
      let path = scratch.path("\(number).csv")
      try Data(("Mã,Đơn vị,Ngày,Xong\n" + text).utf8).write(to: URL(fileURLWithPath: path))
      return Source.File(path: path, name: "\(number).csv")
    }
    let profile = try SourceProfile(
      DataNode(
        text: """
          columns: {code: Mã, agencyName: Đơn vị, receivedAt: Ngày, finishedAt: Xong}
          dates: [yyyy-MM-dd]
          personal: [\(personal)]
          """, name: "p.yaml"), kind: .dossiers)
    return try await SourceIntake(
      kind: .dossiers, sources: [Source(profile: profile, files: list)], catalogue: Self.units,
      days: days, rules: CountingRules(), progress: ReadingProgress()
    ).read()
  }

  private static let files = [
    "H59.1-250601-0001,Xã A,2025-06-01,\nx,Xã A,2025-05-01,2025-05-20\n"
      + "H59.1-250601-0002,Xã A,2025-06-02,\n",
    "H59.1-250601-0002,Xã A,2025-06-02,2025-07-05\nb,Xã B,2025-07-05,\nx,Xã A,2025-05-02,2025-06-20\n"
      + "a,Xã A,2025-08-05,\n",
  ]

  private func quarter(_ number: Int) -> DaySpan {
    ReportingCalendar.months.days(of: Period(year: 2025, part: .quarter(number)))
  }

  @Test func `those that no later row took the place of and that are in a figure`() async throws {
    let intake = try await read(Self.files, days: quarter(3))
    #expect(
      intake.split.map { "\($0.file):\($0.line) \($0.code) \($0.entry)" } == [
        "0.csv:2 H59.1-250601-0001 1", "1.csv:2 H59.1-250601-0002 1", "1.csv:5 a 1",
      ])
    let map = try #require(Self.units.map(during: quarter(3)))
    let warnings = intake.splitWarnings(Self.units, map)
    #expect(warnings.map(\.warning) == [.splitUnit])
    #expect(warnings.map(\.count) == [3])
    #expect(warnings.map { "\($0.file):\($0.line)" } == ["0.csv:2"])
    #expect(
      warnings.map(\.text) == [
        "Xã A (1) – tính hết cho Xã B (2), một phần thuộc Xã C (3)"
      ])
  }

  @Test func `a report that still shows the unit warns of nothing`() async throws {
    let intake = try await read(Self.files, days: quarter(2))
    let map = try #require(Self.units.map(during: quarter(2)))
    #expect(intake.split.count == 3)
    #expect(intake.splitWarnings(Self.units, map).isEmpty)
  }

  @Test func `personal codes are not told`() async throws {
    let intake = try await read(Self.files, days: quarter(3), personal: "code")
    #expect(intake.split.map(\.code) == ["", "", ""])
  }
}
