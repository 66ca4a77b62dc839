import Administration
import DataFiles
import Foundation
import Testing
import TestSupport

@testable import Intake

/// Files cut into chunks anywhere, also within quoted cells and below the table.
@Suite struct ChunkTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let units = UnitCatalogue(
    entries: ["A", "B"].map { name in
      Unit(code: name, name: "Xã \(name)", kind: "xã", level: .commune, parent: "")
    })

  private static let profile = """
    columns: {code: Mã, field: Lĩnh vực, agencyName: Đơn vị, receivedAt: Ngày, channel: Kênh}
    values: {channel: {online: [Qua mạng]}}
    dates: [dd/MM/yyyy]
    """

  private func merged(
    _ file: OpenFile, _ intake: SourceIntake, size: Int
  ) async throws -> KindIntake {
    let order = file.chunks(of: size).map { (0, $0) }
    var merge = OrderedMerge(intake: intake, files: [file], order: order)
    let reader = intake.reader(of: file)
    for (number, (_, chunk)) in order.enumerated().reversed() {
      try merge.take(try reader.read(chunk), number: number)
    }
    return try await merge.result()
  }

  @Test(arguments: 0..<150)
  func `any cutting and any order of chunks gives the same result`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let lines = [
      "1,x,Xã A,01/04/2023,Qua mạng", "2,\"a\nb\nc\",Xã B,02/04/2023,Qua Zalo",
      "3,\"forgotten,Xã A,01/04/2023,", "4,\"say \"\"hi\"\"\",Xã A,03/04/2023,", "", ",,,,",
      "Tổng cộng,5", "I,Sở ban ngành", "Mã,Lĩnh vực,Đơn vị,Ngày,Kênh", "Cộng,,2", "Người lập biểu",
      ",Nguyễn Văn Mẫu", "5,x,Xã C,01/04/2023,",
      "6,x,Xã A,31/02/2023,", "1,y,Xã B,05/04/2023,Qua mạng", "7,Đất đai,Xã A,06/04/2023,\"\"",
    ]
    var text = "Mã,Lĩnh vực,Đơn vị,Ngày,Kênh\n"
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      text += (lines.randomElement(using: &random) ?? "") + end
    }
    var data = Data(text.utf8)
    if Bool.random(using: &random), data.count > 60 {
      data[Int.random(in: 50..<data.count, using: &random)] = 0xFF
    }
    // Letters that a line end goes through: the second half is not sound by what stands before it.
    for place in data.indices.dropFirst(60).dropLast()
    where data[place - 1] == UInt8(ascii: "\n") && Int.random(in: 0...9, using: &random) == 0 {
      data[place - 2] = 0xE1
      data[place] = 0xB9
    }
    let path = scratch.path("a.csv")
    try data.write(to: URL(fileURLWithPath: path))
    let profile = try SourceProfile(
      DataNode(text: Self.profile, name: "p.yaml"), kind: .dossiers)
    let file = try OpenFile(.init(path: path, name: "a.csv"), profile: profile)
    let day = try #require(CalendarDay(year: 2023, month: 4, day: 1))
    let intake = SourceIntake(
      kind: .dossiers, sources: [], catalogue: Self.units,
      days: DaySpan(first: day, last: day.adding(90)), rules: CountingRules(),
      progress: ReadingProgress())
    let whole = try await merged(file, intake, size: 1 << 20)
    for size in [1, 3, 7, 20, 50, 200] {
      let cut = try await merged(file, intake, size: size)
      #expect(cut.ledgers == whole.ledgers)
      #expect(cut.rejected.map(Array.init) == whole.rejected.map(Array.init))
      #expect(cut.warnings == whole.warnings)
      #expect(Array(cut.superseded) == Array(whole.superseded))
      #expect(spelled(cut) == spelled(whole))
    }
  }

  @Test func `the first line of a chunk is looked for only within it`() {
    let bytes = Array("a\nbcdefgh\r\nij\rk".utf8)
    let first = { (place: Int, limit: Int) in
      OpenFile.firstLine(behind: place, before: limit, in: bytes.span)
    }
    #expect(first(1, 17) == 2)
    #expect(first(2, 17) == 2)
    #expect(first(3, 8) == 8)
    #expect(first(3, 17) == 11)
    #expect(first(10, 17) == 11)
    #expect(first(12, 17) == 14)
    #expect(first(15, 100) == 15)
    #expect(first(9, 4) == 9)
  }

  /// The counts with the fields' names in place of their numbers.
  private func spelled(_ intake: KindIntake) -> [String: Int] {
    var counts: [String: Int] = [:]
    for (key, count) in intake.counts {
      let subject = key.subject == 0 ? "" : intake.subjects[key.subject - 1]
      counts["\(key.unit) \(subject) \(key.signature)", default: 0] += count
    }
    return counts
  }
}
