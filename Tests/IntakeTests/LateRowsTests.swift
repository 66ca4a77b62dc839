import Administration
import DataFiles
import Foundation
import Intake
import Testing
import TestSupport

/// The dossiers that are late are listed one by one.
@Suite struct LateRowsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let units = UnitCatalogue(entries: [
    Administration.Unit(code: "8", name: "Tỉnh T", kind: "tỉnh", level: .province, parent: ""),
    Administration.Unit(code: "1", name: "Xã A", kind: "xã", level: .commune, parent: "8"),
    Administration.Unit(code: "2", name: "Xã B", kind: "xã", level: .commune, parent: "8"),
  ])
  private static let head = "Mã,Đơn vị,Ngày,Hẹn,Xong,Trạng thái,Lĩnh vực,Thủ tục,Nguyên nhân\n"
  private static let quarter = ReportingCalendar.months.days(
    of: Period(year: 2023, part: .quarter(2)))

  private func read(
    _ files: [String], keepsLateRows: Bool = true, personal: String = ""
  ) async throws -> KindIntake {
    let list = try files.enumerated().map { number, text in
      let path = scratch.path("\(number).csv")
      try Data((Self.head + text).utf8).write(to: URL(fileURLWithPath: path))
      return Source.File(path: path, name: "\(number).csv")
    }
    let profile = try SourceProfile(
      DataNode(
        text: """
          columns:
            code: Mã
            agencyName: Đơn vị
            receivedAt: Ngày
            dueAt: Hẹn
            finishedAt: Xong
            status: Trạng thái
            field: Lĩnh vực
            procedureName: Thủ tục
            overdueCause: Nguyên nhân
          values:
            status: {refused: [Từ chối], withdrawn: [Rút], waiting: [Chờ]}
            overdueCause: {workload: [Thiếu người], other: [Khác]}
          dates: [yyyy-MM-dd]
          personal: [\(personal)]
          """, name: "p.yaml"), kind: .dossiers)
    return try await SourceIntake(
      kind: .dossiers, sources: [Source(profile: profile, files: list)], catalogue: Self.units,
      days: Self.quarter, rules: CountingRules(), progress: ReadingProgress(),
      keepsLateRows: keepsLateRows
    ).read()
  }

  private static let files = [
    "a,Xã A,2023-04-03,2023-04-10,,,Đất đai,T1,Thiếu người\n"  // overdue
      + "b,Xã A,2023-03-01,2023-04-10,2023-04-12,,,T2,\n"  // resolved late
      + "c,Xã B,2023-04-03,2023-04-10,2023-04-10,,,,\n"  // on time
      + "d,Xã B,2023-04-03,2023-04-10,,,,T1,\n",  // superseded below
    "d,Xã B,2023-04-03,2023-04-10,2023-04-08,,,T1,\n"
      + "e,Xã B,2023-04-03,2023-06-10,2023-07-05,,Hộ tịch,T3,Khác\n"  // overdue at the end
      + "g,Xã B,2023-04-03,2023-04-10,,Từ chối,,,\n" + "h,Xã B,2023-04-03,2023-04-10,,Chờ,,,\n"
      + "i,Xã B,2023-01-03,2023-01-10,2023-02-10,,,,\n",
  ]

  @Test func `those overdue at the end and those resolved late, superseded rows left out`()
    async throws
  {
    let intake = try await read(Self.files)
    let told = intake.late.map { late in
      let finish = late.finishedOn?.iso ?? "-"
      return "\(late.file):\(late.line) \(late.code) \(late.entry) \(late.procedure) "
        + "\(late.receivedOn.iso) \(late.dueOn.iso) \(finish) \(late.isPending) \(late.cause)"
    }
    #expect(
      told == [
        "0.csv:2 a 1 T1 2023-04-03 2023-04-10 - true 2",
        "0.csv:3 b 1 T2 2023-03-01 2023-04-10 2023-04-12 false 0",
        "1.csv:3 e 2 T3 2023-04-03 2023-06-10 2023-07-05 true 5",
      ])
    #expect(
      intake.late.map { $0.subject == 0 ? "" : intake.subjects[$0.subject - 1] } == [
        "Đất đai", "", "Hộ tịch",
      ])
  }

  @Test func `none unless they are asked for`() async throws {
    #expect(try await read(Self.files, keepsLateRows: false).late.isEmpty)
  }

  @Test func `a cause that no mapping knows is a warning, whether or not they are kept`()
    async throws
  {
    let text = "a,Xã A,2023-04-03,2023-04-10,,,,,Mưa bão\n"
    for keeps in [true, false] {
      let intake = try await read([text], keepsLateRows: keeps)
      #expect(intake.warnings.map(\.field) == ["overdueCause"])
      #expect(intake.warnings.map(\.text) == ["Mưa bão"])
    }
    // Of dossiers that are not late nobody asks.
    #expect(try await read(["a,Xã A,2023-04-03,,,,,,Mưa bão\n"]).warnings.isEmpty)
  }

  @Test func `codes that are personal are not told`() async throws {
    #expect(try await read(Self.files, personal: "code").late.map(\.code) == ["", "", ""])
  }
}
