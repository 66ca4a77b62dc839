import Administration
import DataFiles
import DelimitedText
import Foundation
import Testing
import TestSupport

@testable import Intake

/// Rows taken column by column against the same rows taken one by one.
@Suite struct ColumnTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let profile = """
    columns:
      code: Mã
      procedure: TTHC
      field: Lĩnh vực
      agencyCode: Mã đơn vị
      agencyName: Đơn vị
      receivedAt: Ngày
      dueAt: Hẹn
      finishedAt: Xong
      channel: Kênh
      status: Trạng thái
      fee: Phí
      resultDigitised: Số hóa
    values:
      channel: {online: [Qua mạng, "Qua mạng của một cổng dịch vụ công rất dài"], in-person: [Trực tiếp]}
      status: {finished: [Đã trả], refused: [Từ chối], waiting: [Chờ]}
      resultDigitised: {"yes": [Có], "no": [Không]}
    dates: [dd/MM/yyyy HH:mm:ss, dd/MM/yyyy, yyyy-MM-dd, d/M/yyyy]
    """

  private static let units: UnitCatalogue = {
    let unit = { (code: String, name: String, from: CalendarDay?, to: CalendarDay?) in
      Unit(
        code: code, name: name, kind: "xã", level: .commune, parent: "", validFrom: from,
        validTo: to)
    }
    let day = CalendarDay(year: 2023, month: 4, day: 10)
    return UnitCatalogue(
      entries: [
        unit("1", "Xã A", nil, nil), unit("2", "Xã B", nil, day),
        unit("2", "Xã Bê", day?.adding(1), nil), unit("3", "Xã C", nil, day),
        unit("4", "Xã trùng tên", nil, nil), unit("5", "Xã trùng tên", nil, nil),
        unit("6", "Xã có một cái tên dài hơn ba mươi hai byte", nil, nil),
      ])
  }()

  /// For every column texts of which most rows hold the first, and all sorts of others.
  private static let cells: [[String]] = [
    [
      "H1.02-230405-0001", "H1.02-230405-0002", "H1-230405-12", "7", "", " H1.02-230405-0001 ",
      "\"a \"\"b\"\"\"", "-230405-1", "H1.02-23040-0001", "H1.02-230405-1234567", "Đ-230405-1",
      "\u{A0}H1-230405-1", "12345678", "H1.02-230405-000x",
    ],
    [
      "1.001193", "1.001193.000.00.00.H59", "2.000001", "",
      "Đăng ký khai sinh, nhưng dài hơn ba mươi hai",
    ],
    [
      "Hộ tịch", "Đất đai", "", "\"Khám bệnh, chữa bệnh\"", "\"Gọi là \"\"khác\"\"\"",
      "Thành lập và hoạt động của hộ kinh doanh", " Hộ tịch",
    ],
    ["1", "2", "3", "", "9", " 1"],
    [
      "Xã A", "Xã B", "Xã Bê", "Xã trùng tên", "", "Xã Z",
      "Xã có một cái tên dài hơn ba mươi hai byte",
    ],
    [
      "05/04/2023 08:15:00", "05/04/2023", "2023-04-11", "1/4/2023", "", "31/02/2023", "x",
      "15/04/2023 08:15:00", "05/04/2023 08:75:00", " 05/04/2023",
    ],
    ["06/04/2023 17:00:00", "", "07/04/2023", "32/04/2023", "?"],
    ["", "06/04/2023 15:30:00", "01/01/2023", "2023-04-20", "nay"],
    [
      "Qua mạng", "Trực tiếp", "", "Qua Zalo", " qua MẠNG",
      "Qua mạng của một cổng dịch vụ công rất dài",
    ],
    ["Đã trả", "Từ chối", "Chờ", "", "Lạ"],
    ["0", "15000", "", "20.000 đ", "miễn", "123456789", "12,5", "00", "1 000"],
    ["Có", "Không", "", "\"Có\"", "?"],
  ]

  private static let between = [
    "", ",,,,,,,,,,,", "Tổng cộng,5", "Cộng,,2", "Người lập biểu", "I,Sở ban ngành", "\"quên",
    "a,b", "Mã,TTHC,Lĩnh vực,Mã đơn vị,Đơn vị,Ngày,Hẹn,Xong,Kênh,Trạng thái,Phí,Số hóa",
    ",Nguyễn Văn Mẫu",
  ]

  private static func text(_ random: inout SeededGenerator) -> String {
    var lines = [between[8]]
    // From files without an odd cell to such with one in most rows.
    let oddness = [0, 2, 10, 50].randomElement(using: &random) ?? 0
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      if Int.random(in: 0..<200, using: &random) < oddness {
        lines.append(between.randomElement(using: &random) ?? "")
      }
      var row = cells.map { texts in
        Int.random(in: 0..<100, using: &random) < 60 + oddness / 5
          ? texts[Int.random(in: 0..<2, using: &random)]
          : texts[Int.random(in: 0..<(oddness > 0 ? texts.count : 2), using: &random)]
      }
      switch Int.random(in: 0..<300, using: &random) {
      case 0..<oddness: row.removeLast(Int.random(in: 0...11, using: &random))
      case oddness..<(oddness + 3): row += ["", ""]
      case (oddness + 3)..<(oddness + 5): row.append("thừa")
      default: break
      }
      lines.append(row.joined(separator: ","))
    }
    let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
    return lines.joined(separator: end) + (Bool.random(using: &random) ? end : "")
  }

  @Test(arguments: 0..<600)
  func `columns and rows give the same chunk`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let path = scratch.path("a.csv")
    try Data(Self.text(&random).utf8).write(to: URL(fileURLWithPath: path))
    let kind: SourceKind = seed % 3 == 0 ? .incomingDocuments : .dossiers
    let file = try OpenFile(
      .init(path: path, name: "a.csv"), profile: try Self.profile(of: kind))
    let day = try #require(CalendarDay(year: 2023, month: 4, day: 1))
    var reader = ChunkIntake(
      file: file, catalogue: Self.units,
      facts: DateFacts(
        kind: kind, days: DaySpan(first: day, last: day.adding(12)), rules: CountingRules()),
      progress: ReadingProgress(), keepsLateRows: true)
    reader.batchRows = [1, 2, 7, 1024].randomElement(using: &random) ?? 1024
    for chunk in file.chunks(of: [1 << 20, 300].randomElement(using: &random) ?? 300) {
      let byColumns = try reader.read(chunk)
      reader.takesColumns = false
      let byRows = try reader.read(chunk)
      reader.takesColumns = true
      expectSame(byColumns, byRows, of: file, kind)
    }
  }

  private func expectSame(
    _ columns: ChunkResult, _ rows: ChunkResult, of file: OpenFile, _ kind: SourceKind
  ) {
    #expect(columns.ledger == rows.ledger)
    #expect(columns.end == rows.end)
    #expect(columns.isBelowTable == rows.isBelowTable)
    #expect(columns.rowLines == rows.rowLines)
    #expect(columns.rows.facts == rows.rows.facts)
    #expect(columns.matters.all == rows.matters.all)
    #expect(
      columns.rows.keys.map { columns.keys.code(of: $0, kind) }
        == rows.rows.keys.map { rows.keys.code(of: $0, kind) })
    #expect(texts(of: columns) == texts(of: rows))
    #expect(columns.warnings == rows.warnings)
    #expect(columns.lateRows == rows.lateRows)
    #expect(columns.rowsSinceMark == rows.rowsSinceMark)
    #expect(columns.totals.map(\.rowsAbove) == rows.totals.map(\.rowsAbove))
    #expect(columns.totals.map(\.rowsSinceMark) == rows.totals.map(\.rowsSinceMark))
    let rejected = [columns, rows].map { result in
      var rejected = RejectedRows(kind: kind, text: file.text)
      rejected.append(result.rejected, of: result.chunk, linesBefore: 0)
      return Array(rejected)
    }
    #expect(rejected[0] == rejected[1])
  }

  /// The texts of fields and procedures, in the order of their numbers.
  private func texts(of result: ChunkResult) -> [[String]] {
    [result.subjects, result.procedures].map { texts in
      (0..<texts.count).map { texts.text(of: $0) }
    }
  }

  /// The profile without the columns that a kind does not have.
  private static func profile(of kind: SourceKind) throws -> SourceProfile {
    let missing = ["procedure", "field", "channel", "status", "fee", "resultDigitised"]
    let lines = profile.split(separator: "\n").filter { line in
      kind == .dossiers
        || !missing.contains { line.trimmingPrefix(while: { $0 == " " }).hasPrefix("\($0):") }
    }
    let text = lines.joined(separator: "\n").replacing(
      "values:\n", with: kind == .dossiers ? "values:\n" : "")
    return try SourceProfile(DataNode(text: text, name: "p.yaml"), kind: kind)
  }
}
