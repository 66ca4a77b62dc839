import Administration
import DataFiles
import Foundation
import Testing
import TestSupport

@testable import Intake

/// Which unit a row of an export is given.
@Suite struct UnitFindingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static func unit(
    _ code: String, _ name: String, from: String? = nil, to: String? = nil, codes: [String] = []
  ) -> Administration.Unit {
    Unit(
      code: code, name: name, kind: "xã", level: .commune, parent: "", agencyCodes: codes,
      validFrom: from.flatMap(CalendarDay.init), validTo: to.flatMap(CalendarDay.init))
  }

  private static let catalogue = UnitCatalogue(entries: [
    unit("1", "Xã A", to: "2025-06-30", codes: ["H59.912"]),
    unit("2", "Xã B", to: "2025-06-30", codes: ["H59.951.09"]),
    unit("3", "Xã A", from: "2025-07-01", codes: ["H61.9"]),
    unit("4", "Xã C", codes: ["H59.860"]), unit("5", "Xã C", codes: ["H59.960"]),
  ])

  /// The codes of the units of some rows, with `-` for a rejected one.
  private func units(_ head: String, _ rows: [String]) async throws -> [String] {
    let profile = try SourceProfile(
      DataNode(
        text: """
          columns: {code: Mã, agencyCode: Mã đơn vị, agencyName: Đơn vị, receivedAt: Ngày}
          dates: [yyyy-MM-dd]
          """, name: "p.yaml"), kind: .dossiers)
    let path = scratch.path("a.csv")
    try Data((head + "\n" + rows.joined(separator: "\n") + "\n").utf8).write(
      to: URL(fileURLWithPath: path))
    let days = DaySpan(first: CalendarDay(number: 0), last: CalendarDay(number: 40_000))
    let intake = try await SourceIntake(
      kind: .dossiers,
      sources: [Source(profile: profile, files: [.init(path: path, name: "a.csv")])],
      catalogue: Self.catalogue, days: days, rules: CountingRules(), progress: ReadingProgress(),
      keepsRows: true
    ).read()
    var units: [Int: String] = [:]
    for row in intake.rejected[0] {
      #expect(row.fault == RowFault.unknownUnit)
      units[row.line] = "-"
    }
    intake.rows?.forEach { row in
      let line = intake.rows?.place(of: row).line ?? 0
      units[line] = Self.catalogue.entries[row.key.unit].code
    }
    return units.sorted { $0.key < $1.key }.map(\.value)
  }

  @Test func `an agency that is gone or not yet there is found by its name`() async throws {
    let found = try await units(
      "Mã,Đơn vị,Ngày",
      ["1,Xã A,2025-06-30", "2,Xã A,2025-07-01", "3,Xã B,2025-08-01", "4,Xã C,2025-08-01"])
    #expect(found == ["1", "3", "2", "-"])
  }

  @Test func `the name is asked only where the code is not found`() async throws {
    let found = try await units(
      "Mã,Mã đơn vị,Đơn vị,Ngày",
      [
        "1,2,Xã A,2025-08-01", "2,99,Xã A,2025-08-01", "3,000.00.60.H59,Xã B,2025-05-01",
        "4,000.00.60.H59,Xã Z,2025-05-01", "5,000.00.60.H59,,2025-05-01", "6,4,Xã C,2025-05-01",
      ])
    #expect(found == ["2", "3", "2", "-", "-", "4"])
  }

  @Test func `a code of the old style finds its unit`() async throws {
    let found = try await units(
      "Mã,Mã đơn vị,Ngày",
      ["1,000.00.12.H59,2023-05-01", "2,009.00.51.H59,2025-08-01", "3,000.00.13.H59,2023-05-01"])
    #expect(found == ["1", "2", "-"])
  }

  @Test func `the dossier's code is asked only where the row says nothing of its unit`()
    async throws
  {
    let found = try await units(
      "Mã,Mã đơn vị,Đơn vị,Ngày",
      [
        "H59.912-230405-0001,,,2023-04-05", "000.00.12.H59-230405-0002,,,2023-04-05",
        "H59.912-230405-0003,,Xã Z,2023-04-05", "H59.912-230405-0004,99,,2023-04-05",
        "BN-2019/00123,,,2023-04-05", "H59.777-230405-0005,,,2023-04-05",
        "000.00.60.H59-230405-0006,,,2023-04-05",
      ])
    #expect(found == ["1", "1", "-", "-", "-", "-", "-"])
  }

  @Test(arguments: 0..<100)
  func `each distinct text means on every day what the catalogue says`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let names = ["Xã A", "Xã B"]
    let entries = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      let first = Int32.random(in: 0...30, using: &random)
      let last = first + Int32.random(in: 0...10, using: &random)
      return Administration.Unit(
        code: "\(Int.random(in: 0...4, using: &random))",
        name: names.randomElement(using: &random) ?? "", kind: "xã", level: .commune, parent: "",
        validFrom: Bool.random(using: &random) ? CalendarDay(number: first) : nil,
        validTo: Bool.random(using: &random) ? CalendarDay(number: last) : nil)
    }
    let catalogue = UnitCatalogue(entries: entries)
    var finder = UnitFinder(catalogue: catalogue)
    let texts = names + ["0", "1", "2", "3", "4", "5"]
    for _ in 0..<300 {
      let text = texts.randomElement(using: &random) ?? ""
      let day = CalendarDay(number: Int32.random(in: -5...50, using: &random))
      let bytes = Array(text.utf8)
      let isName = names.contains(text)
      let meant = catalogue.meant(
        isName ? catalogue.entries(forName: text) : catalogue.entries(forAgency: text), on: day)
      let expected: UnitFinding =
        meant.count > 1 ? .ambiguous : meant.first.map { .entry($0) } ?? .unknown
      let range = 0..<bytes.count
      let finding =
        isName
        ? finder.unit(name: range, of: bytes.span, on: day)
        : finder.unit(code: range, of: bytes.span, on: day)
      #expect(finding == expected)
    }
  }
}
