import Administration
import DataFiles
import Foundation
import Intake
import Reporting
import Testing
import TestSupport

/// A text that means several units is told with those that it may mean.
@Suite struct AmbiguousUnitTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static func unit(
    _ code: String, _ name: String, _ kind: String, _ parent: String, from: String? = nil,
    to: String? = nil, codes: [String] = []
  ) -> Administration.Unit {
    Administration.Unit(
      code: code, name: name, kind: kind, level: parent.isEmpty ? .province : .commune,
      parent: parent, agencyCodes: codes, validFrom: from.flatMap(CalendarDay.init),
      validTo: to.flatMap(CalendarDay.init))
  }

  private static let end = "2025-06-30"
  private static let units = UnitCatalogue(entries: [
    unit("84", "Tỉnh Trà Vinh", "tỉnh", "", to: end),
    unit("842", "Thành phố Trà Vinh", "thành phố", "84", to: end),
    unit("851", "Thị xã Duyên Hải", "thị xã", "84", to: end),
    unit("29239", "Phường 1", "phường", "842", to: end, codes: ["H59.851.01"]),
    unit("29515", "Phường 1", "phường", "851", to: end, codes: ["H59.951.01"]),
    unit("86", "Tỉnh Vĩnh Long", "tỉnh", "", from: "2025-07-01"),
    unit("1", "Phường 1", "phường", "86", from: "2025-07-01"),
  ])

  private func read(_ rows: String, personal: String = "phone") async throws -> KindIntake {
    let profile = try SourceProfile(
      DataNode(
        text: """
          columns: {code: Mã hồ sơ, agencyCode: Mã đơn vị, agencyName: Cơ quan/đơn vị, receivedAt: Ngày}
          dates: [yyyy-MM-dd]
          personal: [\(personal)]
          """, name: "p.yaml"), kind: .dossiers)
    let path = scratch.path("a.csv")
    try Data(("Mã hồ sơ,Mã đơn vị,Cơ quan/đơn vị,Ngày\n" + rows).utf8).write(
      to: URL(fileURLWithPath: path))
    let days = DaySpan(first: CalendarDay(number: 0), last: CalendarDay(number: 40_000))
    return try await SourceIntake(
      kind: .dossiers,
      sources: [Source(profile: profile, files: [.init(path: path, name: "a.csv")])],
      catalogue: Self.units, days: days, rules: CountingRules(), progress: ReadingProgress()
    ).read()
  }

  private func lines(_ intake: KindIntake) throws -> [RejectedLine] {
    let map = try #require(
      Self.units.map(during: DaySpan(first: CalendarDay(number: 0), last: CalendarDay(number: 1))))
    let lists = RejectedLists(intake: [intake], units: Self.units, map: map)
    return try lists.lines(of: #require(map.tree.root))
  }

  private static let both =
    "Phường 1, thành phố Trà Vinh (29239) hoặc Phường 1, thị xã Duyên Hải (29515)"

  @Test func `the list and the warning say between which units`() async throws {
    let intake = try await read(
      "1,,UBND Phường 1,2023-04-01\n2,,Phường 2,2023-04-01\n3,,UBND Phường 1,2023-05-01\n"
        + "4,,Phường 1,2025-08-01\n")
    let lines = try lines(intake)
    #expect(
      lines.map(\.fault) == [
        "Đơn vị không rõ (cột «Cơ quan/đơn vị»: «UBND Phường 1») – có thể là " + Self.both,
        "Không xác định được đơn vị trong danh mục (cột «Cơ quan/đơn vị»: «Phường 2»)",
        "Đơn vị không rõ (cột «Cơ quan/đơn vị»: «UBND Phường 1») – có thể là " + Self.both,
      ])
    #expect(
      lines[0].remedy
        == "Ghi kèm tên đơn vị cấp trên hoặc mã đơn vị trên hệ thống một cửa rồi xuất lại.")
    #expect(intake.warnings.map(\.warning) == [.ambiguousUnit])
    #expect(intake.warnings.map(\.text) == ["UBND Phường 1 – có thể là " + Self.both])
    #expect(intake.warnings.map(\.count) == [2])
    #expect(intake.warnings.map(\.field) == ["agencyName"])
  }

  @Test func `likewise of a code`() async throws {
    let intake = try await read("1,001.00.51.H59,,2023-04-01\n")
    #expect(
      try lines(intake).map(\.fault) == [
        "Đơn vị không rõ (cột «Mã đơn vị»: «001.00.51.H59») – có thể là " + Self.both
      ])
    #expect(intake.warnings.map(\.field) == ["agencyCode"])
  }

  @Test func `a personal text says nothing`() async throws {
    let intake = try await read("1,,Phường 1,2023-04-01\n", personal: "agencyName")
    #expect(
      try lines(intake).map(\.fault) == [
        "Không xác định được đơn vị trong danh mục (cột «Cơ quan/đơn vị»)"
      ])
    #expect(intake.warnings.map(\.text) == [""])
  }

  @Test func `of many units only the first are told`() {
    let entries = (1...9).map { number in
      Self.unit("\(number)", "Phòng Nội vụ", "phòng", "")
    }
    let text = UnitCatalogue(entries: entries).alternatives(Array(0..<9), on: nil)
    #expect(text == "Phòng Nội vụ (1); Phòng Nội vụ (2); Phòng Nội vụ (3) hoặc 6 đơn vị khác")
  }
}
