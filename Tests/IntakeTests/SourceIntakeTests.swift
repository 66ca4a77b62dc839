import Administration
import DataFiles
import Foundation
import Intake
import Testing
import TestSupport

/// Whole files through the reader: what is accepted, rejected, warned of, and that nothing
/// vanishes.
@Suite struct SourceIntakeTests {
  private let scratch: ScratchFolder
  private static let head = "Mã hồ sơ,Lĩnh vực,Đơn vị,Ngày nhận,Hạn,Xong,Kênh,Phí,Người nộp\n"

  init() throws { scratch = try ScratchFolder() }

  private static let profile = """
    columns:
      code: Mã hồ sơ
      field: Lĩnh vực
      agencyName: Đơn vị
      receivedAt: Ngày nhận
      dueAt: Hạn
      finishedAt: Xong
      channel: Kênh
      fee: Phí
      applicant: Người nộp
    values:
      channel:
        online: [Qua mạng]
        in-person: [Trực tiếp]
    dates: [dd/MM/yyyy]
    personal: [applicant]
    """

  private func read(_ files: [(name: String, text: String)]) async throws -> KindIntake {
    try await read(files.map { ($0.name, Data($0.text.utf8)) })
  }

  private func read(_ files: [(name: String, data: Data)]) async throws -> KindIntake {
    var list: [Source.File] = []
    for file in files {
      let path = scratch.path(file.name)
      try file.data.write(to: URL(fileURLWithPath: path))
      list.append(Source.File(path: path, name: file.name))
    }
    let profile = try SourceProfile(
      DataNode(text: Self.profile, name: "p.yaml"), kind: .dossiers)
    let day = try #require(CalendarDay(year: 2023, month: 4, day: 1))
    return try await SourceIntake(
      kind: .dossiers, sources: [Source(profile: profile, files: list)],
      catalogue: UnitCatalogue(entries: Self.units),
      days: DaySpan(first: day, last: day.adding(90)), rules: CountingRules(),
      progress: ReadingProgress()
    ).read()
  }

  private static let units = ["A", "B"].map { name in
    Unit(code: name, name: "Xã \(name)", kind: "xã", level: .commune, parent: "")
  }

  @Test(arguments: [
    (",Đất đai,Xã A,01/04/2023,,,,,", RowFault.missingCode),
    ("1,Đất đai,Xã A,,,,,,", .missingDate),
    ("1,Đất đai,Xã A,31/02/2023,,,,,", .badDate),
    ("1,Đất đai,Xã A,01/04/2023,hôm nay,,,,", .badDate),
    ("1,Đất đai,Xã A,02/04/2023,,01/04/2023,,,", .finishedBeforeReceived),
    ("1,Đất đai,Xã C,01/04/2023,,,,,", .unknownUnit),
    ("1,Đất đai,,01/04/2023,,,,,", .unknownUnit),
    ("1,Đất đai,Xã A,01/04/2023,,,,,Mẫu,thừa", .wrongColumnCount),
    ("1,Đất đai", .wrongColumnCount),
    ("1,\"Đất đai,Xã A,01/04/2023,,,,,", .brokenQuote),
  ])
  func `a bad row is rejected with its reason and its line`(
    row: String, fault: RowFault
  ) async throws {
    let intake = try await read([("a.csv", Self.head + row + "\n2,,Xã B,01/04/2023,,,,,\n")])
    #expect(intake.rejected[0].map(\.fault) == [fault])
    #expect(intake.rejected[0].map(\.line) == [2])
    #expect(intake.ledgers[0].accepted == 1)
    #expect(intake.ledgers[0].closes)
  }

  @Test func `bytes that are not UTF-8 cost their row`() async throws {
    var data = Data((Self.head + "1,").utf8)
    data += Data([0xFF, 0xC3]) + Data(",Xã A,01/04/2023,,,,,\n2,,Xã B,01/04/2023,,,,,\n".utf8)
    let intake = try await read([("a.csv", data)])
    #expect(intake.rejected[0].map(\.fault) == [.badEncoding])
    #expect(intake.ledgers[0].accepted == 1)
  }

  @Test func `empty cells at the end may be absent or too many`() async throws {
    let intake = try await read([
      ("a.csv", Self.head + "1,x,Xã A,01/04/2023\n2,x,Xã A,01/04/2023,,,,,,,,\n")
    ])
    #expect(intake.ledgers[0].accepted == 2)
  }

  @Test func `titles, blank lines, totals and signatures are told from rows`() async throws {
    let text =
      "UBND TỈNH\nDANH SÁCH HỒ SƠ\n\n" + Self.head + "(1),(2),(3),(4),(5),(6),(7),(8),(9)\n"
      + "1,x,Xã A,01/04/2023,,,,,\n,,,,,,,,\n2,x,Xã A,01/04/2023,,,,,\n"
      + "Tổng cộng,2\n,,,,\"Trà Vinh, ngày 30 tháng 6 năm 2023\"\nNgười lập biểu,,,,Thủ trưởng\n"
      + ",Nguyễn Văn Mẫu\n"
    let ledger = try await read([("a.csv", text)]).ledgers[0]
    #expect(ledger.titleLines == 2)
    #expect(ledger.headerLines == 2)
    #expect(ledger.blankLines == 2)
    #expect(ledger.footerLines == 4)
    #expect(ledger.accepted == 2)
    #expect(ledger.rejected == 0)
    #expect(ledger.closes)
  }

  @Test func `the last file wins, and in a file the last line`() async throws {
    let intake = try await read([
      ("t-10.csv", Self.head + "1,x,Xã B,01/04/2023,,,,,\n"),
      ("t-2.csv", Self.head + "1,x,Xã A,01/04/2023,,,,,\n1,x,Xã A,02/04/2023,,,,,\n"),
    ])
    #expect(intake.ledgers.map(\.file) == ["t-2.csv", "t-10.csv"])
    #expect(intake.ledgers.map(\.duplicates) == [2, 0])
    #expect(
      intake.superseded.map { "\($0.file):\($0.line) \($0.code)" } == [
        "t-2.csv:2 1", "t-2.csv:3 1",
      ])
    #expect(
      intake.superseded.map { "\($0.winnerFile):\($0.winnerLine)" } == ["t-2.csv:3", "t-10.csv:2"])
    #expect(intake.counts.map(\.key.unit) == [1])
  }

  @Test func `a rejected row takes no part in the choice`() async throws {
    let intake = try await read([
      ("a.csv", Self.head + "1,x,Xã A,01/04/2023,,,,,\n1,x,Xã Z,01/04/2023,,,,,\n")
    ])
    #expect(intake.ledgers.map(\.accepted) == [1])
    #expect(intake.counts.map(\.key.unit) == [0])
  }

  @Test func `unknown words and sums are warned of once with their count`() async throws {
    let intake = try await read([
      ("a.csv", Self.head + "1,x,Xã A,01/04/2023,,,Qua Zalo,miễn phí,\n"),
      ("b.csv", Self.head + "2,x,Xã A,01/04/2023,,,Qua Zalo,20.000,\n"),
    ])
    #expect(intake.warnings.map(\.text) == ["Qua Zalo", "miễn phí"])
    #expect(intake.warnings.map(\.count) == [2, 1])
    #expect(intake.warnings.map(\.file) == ["a.csv", "a.csv"])
    #expect(intake.warnings.map(\.line) == [2, 2])
  }

  @Test func `headings of groups, repeated heads and totals are no rows`() async throws {
    let text =
      "DANH SÁCH HỒ SƠ\n" + Self.head + "I,Sở ban ngành\n1,x,Xã A,01/04/2023,,,,,\n"
      + "Cộng,,1\nII. Cấp xã\n2,x,Xã A,01/04/2023,,,,,\nDANH SÁCH HỒ SƠ\n" + Self.head
      + "Xã B,,,,,,,,\n3,x,Xã B,01/04/2023,,,,,\nTổng cộng: 3 hồ sơ\n"
    let intake = try await read([("a.csv", text)])
    let ledger = intake.ledgers[0]
    #expect(ledger.titleLines == 5)
    #expect(ledger.headerLines == 2)
    #expect(ledger.footerLines == 2)
    #expect(ledger.accepted == 3)
    #expect(ledger.rejected == 0)
    #expect(intake.warnings.isEmpty)
  }

  @Test func `a printed total that is not the number of rows is warned of`() async throws {
    let text = Self.head + "1,x,Xã A,01/04/2023,,,,,\nTổng số,,,,,,,20000,,2\n"
    let intake = try await read([("a.csv", text)])
    #expect(intake.warnings.map(\.warning) == [.totalDiffers])
    #expect(intake.warnings.map(\.line) == [3])
    #expect(intake.warnings.map(\.text) == ["Tổng số 2; đếm được 1 dòng"])
  }

  @Test func `a row with a code alone is a broken row and not the heading of a group`() async throws
  {
    let intake = try await read([("a.csv", Self.head + "H59-230401-0001\n2,,Xã B,01/04/2023\n")])
    #expect(intake.rejected[0].map(\.fault) == [.wrongColumnCount])
  }

  @Test func `a header of two rows is read as one`() async throws {
    let text =
      "Mã,Lĩnh vực,Đơn vị,Ngày,,,Kênh,Phí,Người\nhồ sơ,,,nhận,Hạn,Xong,,,nộp\n"
      + "(1),(2),(3),(4),(5),(6),(7),(8),(9)\n1,x,Xã A,01/04/2023,03/04/2023,02/04/2023,,,Mẫu\n"
    let intake = try await read([("a.csv", text)])
    #expect(intake.ledgers[0].headerLines == 3)
    #expect(intake.ledgers[0].accepted == 1)
    #expect(intake.heads[0]["receivedAt"] == "Ngày nhận")
    #expect(intake.heads[0]["applicant"] == "Người nộp")
  }

  @Test func `facts that never change but differ are warned of`() async throws {
    let intake = try await read([
      ("a.csv", Self.head + "1,x,Xã A,01/04/2023,,,,,\n2,x,Xã A,01/04/2023,,,,,\n"),
      ("b.csv", Self.head + "1,x,Xã B,02/04/2023,,,,,\n2,y,Xã A,01/04/2023,,,,,\n"),
    ])
    #expect(intake.warnings.map(\.warning) == [.conflictingFact, .conflictingFact])
    #expect(
      intake.warnings.map(\.text) == [
        "1: 2023-04-01 ≠ 2023-04-02 (b.csv:2)", "1: A ≠ B (b.csv:2)",
      ])
  }

  @Test func `rejected rows know their code and unit`() async throws {
    let intake = try await read([("a.csv", Self.head + "7,x,Xã B,31/02/2023,,,,,\n")])
    let row = try #require(intake.rejected[0].first)
    #expect(row.code == "7")
    #expect(row.unit == 1)
    #expect(row.text == "31/02/2023")
    #expect(row.field == "receivedAt")
  }

  @Test(arguments: 0..<60)
  func `the ledger closes on any bytes below a header`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "1", "2", ",", ",", ",", "\n", "\r\n", "\"", "Xã A", "01/04/2023", "31/02/2023", "Tổng cộng",
      "Qua mạng", " ", "\u{a0}", "đ",
    ]
    var data = Data(Self.head.utf8)
    for _ in 0..<Int.random(in: 0...300, using: &random) {
      data += Data((pieces.randomElement(using: &random) ?? "").utf8)
      if Int.random(in: 0..<60, using: &random) == 0 { data.append(0xFF) }
    }
    let intake = try await read([("a.csv", data)])
    #expect(intake.ledgers[0].closes)
    #expect(intake.rejected[0].count == intake.ledgers[0].rejected)
  }

  @Test(arguments: 0..<20)
  func `cutting rows into files in any way changes no count`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<120).map { _ in
      let code = Int.random(in: 0...60, using: &random)
      let unit = ["A", "B"].randomElement(using: &random) ?? "A"
      let day = Int.random(in: 1...28, using: &random)
      return "\(code),x,Xã \(unit),\(day < 10 ? "0" : "")\(day)/04/2023,,,Qua mạng,,\n"
    }
    let whole = try await read([("a.csv", Self.head + rows.joined())])
    let cuts = (0..<4).map { _ in Int.random(in: 0...rows.count, using: &random) }.sorted()
    let edges = [0] + cuts + [rows.count]
    let parts = zip(edges, edges.dropFirst()).enumerated().map { number, edge in
      ("part-\(number).csv", Self.head + rows[edge.0..<edge.1].joined())
    }
    let cut = try await read(parts)
    let sum = { (intake: KindIntake) in
      Dictionary(uniqueKeysWithValues: intake.counts.map { ($0.key, $0.count) })
    }
    #expect(!whole.counts.isEmpty)
    #expect(sum(whole) == sum(cut))
  }
}
