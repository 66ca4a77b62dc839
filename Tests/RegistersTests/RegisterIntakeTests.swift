import Administration
import DataFiles
import Foundation
import Intake
import Registers
import TestSupport
import Testing

@Suite struct RegisterIntakeTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let units = UnitCatalogue(entries: [
    Unit(code: "8", name: "Tỉnh T", kind: "tỉnh", level: .province, parent: ""),
    Unit(
      code: "8-SNV", name: "Sở Nội vụ", kind: "sở", level: .province, parent: "8",
      agencyCodes: ["H59.1"]),
    Unit(code: "81", name: "Huyện H", kind: "huyện", level: .district, parent: "8"),
    Unit(code: "811", name: "Xã Long Hòa", kind: "xã", level: .commune, parent: "81"),
  ])

  private static let profiles: [RegisterKind: String] = [
    .staff: "columns: {agencyCode: [Mã đơn vị], agencyName: [Tên đơn vị], count: [Số người trực]}",
    .indicatorValues:
      "columns: {indicator: [Mã chỉ tiêu], period: [Kỳ], agencyCode: [Mã đơn vị], "
      + "agencyName: [Tên đơn vị], numerator: [Tử số], denominator: [Mẫu số], value: [Giá trị]}",
    .planTasks:
      "columns: {code: [Mã], area: [Lĩnh vực], lead: [Cơ quan chủ trì], dueAt: [Thời hạn], "
      + "finishedAt: [Ngày hoàn thành]}",
    .indexScores:
      "columns: {index: [Bộ chỉ số], criterion: [Mã tiêu chí], maximum: [Điểm tối đa], "
      + "year: [Năm], score: [Điểm đạt], rank: [Hạng]}",
    .procedures:
      "columns: {procedure: [Mã], procedureName: [Tên], level: [Cấp], serviceLevel: [Mức], "
      + "feeRequired: [Phí]}\nvalues: {level: {tinh: [Cấp tỉnh], huyen: [Cấp huyện], xa: [Cấp xã]}, "
      + "serviceLevel: {full: [Toàn trình]}, feeRequired: {\"yes\": [Có], \"no\": [Không]}}",
  ]

  private func read(_ kind: RegisterKind, _ text: String) throws -> RegisterIntake {
    let path = scratch.path("\(kind.rawValue).csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let profile = try RegisterProfile(
      DataNode(text: try #require(Self.profiles[kind]), name: "p.yaml"), kind: kind)
    let days = ReportingCalendar.months.days(of: Period(year: 2023, part: .quarter(2)))
    return try RegisterIntake(
      [RegisterSource(profile: profile, files: [.init(path: path, name: "a.csv")])],
      units: Self.units, calendar: .months, days: days)
  }

  /// The problems that reading ends with, by line.
  private func faults(_ kind: RegisterKind, _ text: String) throws -> [RegisterFault] {
    let error = #expect(throws: RegisterFaults.self) { try read(kind, text) }
    return try #require(error).faults
  }

  @Test func `finds units by code and name below title lines and in any order of columns`() throws {
    let intake = try read(
      .staff,
      "\u{FEFF}DANH SÁCH;;\r\n\r\nSỐ NGƯỜI TRỰC;tên đơn vị;Mã đơn vị\r\n3;;8-SNV\r\n"
        + "1.200;UBND xã Long Hoà;\r\n;;\r\nTổng cộng;1.203;\r\n")
    #expect(intake.staff.map(\.unit) == ["8-SNV", "811"])
    #expect(intake.staff.map(\.count) == [3, 1200])
    #expect(intake.staff.map(\.place.line) == [4, 5])
    let ledger = try #require(intake.ledgers.first)
    #expect(ledger.delimiter == ";")
    #expect(ledger.lines == 7)
    let lines: [Int] = [
      ledger.titleLines, ledger.headerLines, ledger.blankLines, ledger.footerLines,
      ledger.dataLines,
    ]
    #expect(lines == [1, 1, 2, 1, 2])
    #expect(ledger.rows == 2)
    #expect(ledger.accepted == 2)
  }

  @Test func `a table with a head and no rows says nothing and is no fault`() throws {
    for kind in RegisterKind.allCases {
      let head: [RegisterKind: String] = [
        .staff: "Mã đơn vị,Số người trực\n", .indicatorValues: "Mã chỉ tiêu,Kỳ,Mã đơn vị\n",
        .planTasks: "Mã\n", .procedures: "Mã\n", .indexScores: "Bộ chỉ số,Mã tiêu chí,Năm\n",
      ]
      let intake = try read(kind, head[kind] ?? "")
      #expect(intake.kinds == [kind])
      #expect(intake.ledgers.first?.rows == 0)
    }
  }

  @Test(arguments: [
    ("8-XYZ,1", RegisterProblem.unknownUnit("8-XYZ")), (",1", .missing), ("81,", .missing),
    ("81,1.5", .notANumber("1.5", decimals: 4)), ("81,\"1,5\"", .notWhole("1,5")),
    ("81,-1", .notANumber("-1", decimals: 4)), ("81,1,x", .tooManyCells),
    ("\"81,1", .brokenQuote),
  ])
  func `a wrong row of staff is named with its line`(row: String, problem: RegisterProblem) throws {
    let faults = try faults(.staff, "Mã đơn vị,Số người trực\n\(row)\n")
    #expect(faults.map(\.problem) == [problem])
    #expect(faults.first?.line == 2)
    #expect(faults.first?.file == "a.csv")
  }

  @Test func `all faults of a file are told at once`() throws {
    let faults = try faults(.staff, "Mã đơn vị,Số người trực\n1,1\n81,x\n811,2\n811,3\n")
    #expect(faults.map(\.line) == [2, 3, 5])
    #expect(faults.last?.problem == .repeated(file: "a.csv", line: 4))
  }

  @Test func `a row said twice counts once`() throws {
    let intake = try read(.staff, "Mã đơn vị,Số người trực\n811,3\n811,3\n")
    #expect(intake.staff.count == 1)
    #expect(intake.ledgers.first?.duplicates == 1)
    #expect(intake.ledgers.first?.accepted == 1)
  }

  @Test(arguments: [
    ("a,2023-Q5,81,,,5", RegisterProblem.notAPeriod("2023-Q5")),
    ("a,2023-Q2,81,,,", .missing), ("a,2023-Q2,81,,9,", .missing), (",2023,81,,,5", .missing),
    ("a,2023,81,3,0,", .partAboveWhole),
  ])
  func `a wrong value is named`(row: String, problem: RegisterProblem) throws {
    let head = "Mã chỉ tiêu,Kỳ,Mã đơn vị,Tử số,Mẫu số,Giá trị\n"
    #expect(try faults(.indicatorValues, head + row + "\n").map(\.problem) == [problem])
  }

  @Test func `tasks stand in time, late, overdue or without a day`() throws {
    let intake = try read(
      .planTasks,
      """
      Mã,Lĩnh vực,Cơ quan chủ trì,Thời hạn,Ngày hoàn thành
      1,I,Sở Nội vụ,Quý I năm 2023,31/03/2023
      2,I,Các cơ quan,Quý I năm 2023,01/04/2023
      3,I,Sở Nội vụ,Quý II năm 2023,
      4,I,Sở Nội vụ,Quý II năm 2023,01/07/2023
      5,I,Sở Nội vụ,Thường xuyên,
      6,I,Sở Nội vụ,Năm 2023,15/05/2023

      """)
    let day = try #require(CalendarDay("2023-06-30"))
    #expect(
      intake.tasks.map { $0.state(on: day) }
        == [.doneInTime, .doneLate, .overdue, .overdue, .ongoing, .doneUndue])
    #expect(intake.tasks.map(\.unit) == ["8-SNV", nil, "8-SNV", "8-SNV", "8-SNV", "8-SNV"])
  }

  @Test func `a score is not above its maximum`() throws {
    let faults = try faults(
      .indexScores,
      "Bộ chỉ số,Mã tiêu chí,Điểm tối đa,Năm,Điểm đạt,Hạng\nPAR,7,\"13,5\",2022,14,1\nPAR,7,1,22,1,1\n"
    )
    #expect(faults.map(\.problem) == [.partAboveWhole, .notAYear("22")])
  }

  @Test func `procedures are read by the national part of their code, with their levels`() throws {
    let intake = try read(
      .procedures,
      "Mã,Tên,Cấp,Mức,Phí\n1.000001.000.00.00.H59,Một,Cấp tỉnh,toàn trình,Có\n"
        + "1.000001,MỘT,Cấp tỉnh,Toàn trình,Có\n1.000002,Hai,\"Cấp huyện; Cấp xã\",,\n"
        + "Tổng cộng: 2,,,,\n")
    #expect(intake.procedures.map(\.code) == ["1.000001", "1.000002"])
    #expect(intake.procedures.map(\.levels) == [[.province], [.district, .commune]])
    #expect(intake.procedures.map(\.serviceLevel) == [.full, nil])
    #expect(intake.procedures.map(\.feeRequired) == [true, nil])
    #expect(intake.ledgers.map(\.duplicates) == [1])
    #expect(intake.ledgers.map(\.footerLines) == [1])
    #expect(intake.warnings.isEmpty)
  }

  @Test func `a word that no mapping knows counts as empty and is warned of once`() throws {
    let intake = try read(
      .procedures, "Mã,Cấp,Mức\n1.000001,Cấp tỉnh,Cao\n1.000002,\"Cấp xã, ấp\",Cao\n")
    #expect(intake.procedures.map(\.serviceLevel) == [nil, nil])
    #expect(intake.procedures.map(\.levels) == [[.province], []])
    let warnings = try #require(intake.warnings[.procedures])
    #expect(warnings.map(\.text) == ["Cao", "Cấp xã, ấp"])
    #expect(warnings.map(\.count) == [2, 1])
    #expect(warnings.map(\.line) == [2, 3])
  }

  @Test func `a procedure that a second row says otherwise of is a fault`() throws {
    let faults = try faults(
      .procedures,
      "Mã,Cấp,Mức,Phí\n1.000001,Cấp xã,,Có\n1.000001.000.00.00.H59,Cấp xã,,Không\n,,,\n")
    #expect(faults.map(\.problem) == [.repeated(file: "a.csv", line: 2)])
    #expect(faults.map(\.line) == [3])
  }

  @Test func `a table without the columns is refused with their titles`() throws {
    let faults = try faults(.planTasks, "a,b\n1,2\n")
    #expect(faults.map(\.problem) == [.noHeader(["Mã"])])
    #expect(faults.first?.line == nil)
  }
}
