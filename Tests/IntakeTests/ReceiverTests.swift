import Administration
import DataFiles
import Foundation
import Intake
import Testing
import TestSupport

/// The unit at whose counter a dossier was received, beside the one that resolves it.
@Suite struct ReceiverTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let units = UnitCatalogue(
    entries: ["A", "B", "C", "C"].enumerated().map { number, name in
      Administration.Unit(
        code: "\(number + 1)", name: "Xã \(name)", kind: "xã", level: .commune, parent: "")
    })

  /// The profile for VNPT iGate, with other personal fields.
  private func profile(personal: String) throws -> SourceProfile {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Templates/sources/igate.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
      .replacing("personal: [applicant, phone, address]", with: "personal: [\(personal)]")
    return try SourceProfile(DataNode(text: text, name: "igate.yaml"), kind: .dossiers)
  }

  private func read(
    _ files: [String], personal: String = "applicant"
  ) async throws -> KindIntake {
    let list = try files.enumerated().map { number, text in
      let path = scratch.path("\(number).csv")
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return Source.File(path: path, name: "\(number).csv")
    }
    let days = DaySpan(first: CalendarDay(number: 0), last: CalendarDay(number: 40_000))
    return try await SourceIntake(
      kind: .dossiers, sources: [Source(profile: try profile(personal: personal), files: list)],
      catalogue: Self.units, days: days, rules: CountingRules(), progress: ReadingProgress(),
      keepsRows: true
    ).read()
  }

  /// For every row that counts its unit and, where it is told, the one that received it.
  private func pairs(_ intake: KindIntake) -> [String] {
    var pairs: [String] = []
    intake.rows?.forEach { row in
      let code = { (entry: Int) in Self.units.entries[entry].code }
      pairs.append(
        code(row.key.unit) + (intake.received == nil ? "" : "<" + code(row.receiver)))
    }
    return pairs
  }

  @Test(arguments: [
    // One unit is told: it is the one that resolves.
    ("Đơn vị tiếp nhận", "Xã A", "1"), ("Mã đơn vị tiếp nhận", "2", "2"),
    ("Mã đơn vị tiếp nhận,Nơi tiếp nhận", "2,Xã A", "2"), ("Đơn vị", "Xã A", "1"),
    ("Mã đơn vị,Đơn vị tiếp nhận", "2,Xã A", "2"), ("Mã đơn vị,Đơn vị tiếp nhận", ",Xã A", "1"),
    // Both are.
    ("Cơ quan giải quyết,Đơn vị tiếp nhận", "Xã A,Xã B", "1<2"),
    ("Cơ quan giải quyết,Mã đơn vị tiếp nhận", "Xã A,2", "1<2"),
    ("Mã đơn vị,Mã đơn vị tiếp nhận", "1,2", "1<2"),
    ("Mã đơn vị,Mã đơn vị tiếp nhận,Bộ phận tiếp nhận", "1,,Xã B", "1<2"),
    ("Mã đơn vị,Đơn vị,Cơ quan tiếp nhận", "1,Xã A,Xã B", "1<2"),
    ("Đơn vị,Cơ quan tiếp nhận", "Xã A,", "1<1"),
  ])
  func `columns tell the unit that resolves from the one that receives, or they do not`(
    heads: String, cells: String, pair: String
  ) async throws {
    let intake = try await read(["Mã hồ sơ,Ngày nhận,\(heads)\n1,01/04/2023,\(cells)\n"])
    #expect(pairs(intake) == [pair])
    #expect(intake.warnings.isEmpty)
  }

  @Test func `a text that does not mean one unit is warned of and costs nothing`() async throws {
    let intake = try await read([
      "Mã hồ sơ,Ngày nhận,Đơn vị,Đơn vị tiếp nhận\n1,01/04/2023,Xã A,Xã Z\n"
        + "2,01/04/2023,Xã A,Xã C\n3,01/04/2023,Xã A,Xã Z\n"
    ])
    #expect(pairs(intake) == ["1<1", "1<1", "1<1"])
    #expect(intake.warnings.map(\.warning) == [.unknownReceiver, .unknownReceiver])
    #expect(intake.warnings.map(\.field) == ["receivingAgencyName", "receivingAgencyName"])
    #expect(
      intake.warnings.map(\.text) == ["Xã Z", "Xã C – có thể là Xã C (3) hoặc Xã C (4)"])
    #expect(intake.warnings.map(\.count) == [2, 1])
    #expect(intake.ledgers[0].accepted == 3)
  }

  @Test func `a personal text is never shown, under whatever field it is read`() async throws {
    let both = try await read(
      ["Mã hồ sơ,Ngày nhận,Đơn vị,Đơn vị tiếp nhận\n1,01/04/2023,Xã A,Xã Z\n"],
      personal: "receivingAgencyName")
    #expect(both.warnings.map(\.text) == [""])
    let one = try await read(
      ["Mã hồ sơ,Ngày nhận,Đơn vị tiếp nhận\n1,01/04/2023,Xã Z\n2,01/04/2023,Xã C\n"],
      personal: "receivingAgencyName")
    #expect(one.rejected[0].map(\.text) == ["", ""])
    #expect(one.warnings.map(\.text) == [""])
  }

  @Test func `rows of files that do not tell are received where they are resolved`() async throws {
    let intake = try await read([
      "Mã hồ sơ,Ngày nhận,Đơn vị\n1,01/04/2023,Xã A\n2,01/04/2023,Xã A\n",
      "Mã hồ sơ,Ngày nhận,Đơn vị,Đơn vị tiếp nhận\n2,01/04/2023,Xã A,Xã B\n",
    ])
    #expect(pairs(intake) == ["1<1", "1<2"])
    #expect(intake.counts.map(\.key.unit) == [0])
    #expect(try #require(intake.received).map(\.key.unit) == [0, 1])
  }

  @Test func `a closed period keeps who received its rows`() async throws {
    let intake = try await read([
      "Mã hồ sơ,Ngày nhận,Đơn vị,Đơn vị tiếp nhận\n1,01/04/2023,Xã A,Xã B\n"
    ])
    let closed = intake.closedRows(Self.units)
    #expect(closed.map(\.unit) == ["1"])
    #expect(closed.map(\.receiver) == ["2"])
    let again = try await read(["Mã hồ sơ,Ngày nhận,Đơn vị\n"]).counting(closed, Self.units)
    #expect(again.counts.map(\.key) == intake.counts.map(\.key))
    #expect(again.received?.map(\.key) == intake.received?.map(\.key))
    let untold = closed.map { row in
      var row = row
      row.receiver = nil
      return row
    }
    #expect(intake.counting(untold, Self.units).received == nil)
  }
}
