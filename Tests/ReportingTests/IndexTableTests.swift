import Administration
import DataFiles
import Foundation
import Intake
import Registers
import Testing

@testable import Reporting

/// The results of document 004 come out of the sample to the digit.
@Suite struct IndexTableTests {
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static let units = UnitCatalogue(entries: [
    Unit(code: "84", name: "Tỉnh Trà Vinh", kind: "tỉnh", level: .province, parent: ""),
    Unit(code: "84-SNV", name: "Sở Nội vụ", kind: "sở", level: .province, parent: "84"),
    Unit(code: "84-TC", name: "Sở Tài chính", kind: "sở", level: .province, parent: "84"),
  ])

  private static let days = ReportingCalendar.months.days(of: Period(year: 2023, part: .quarter(2)))

  private func sample(_ kind: RegisterKind, _ file: String) throws -> RegisterIntake {
    let profile = try RegisterProfile(
      DataNode(
        path: "\(Self.repository)/Templates/sources/\(kind.rawValue).yaml", name: "p"),
      kind: kind)
    let path = "\(Self.repository)/SampleData/tra-vinh-2023/so-lieu-nhap-tay/\(file)"
    return try RegisterIntake(
      [RegisterSource(profile: profile, files: [.init(path: path, name: file)])],
      units: Self.units, calendar: .months, days: Self.days)
  }

  /// The texts of a row by its first cell.
  private func row(_ code: String, of table: ReportTable) -> [String] {
    table.rows.first { $0.cells.first?.text == code }?.cells.map(\.text) ?? []
  }

  @Test func `the scores of 2022 are those that the plan prints`() throws {
    let scores = try sample(.indexScores, "diem-chi-so.csv").scores
    let table = try #require(IndexTable(scores: scores, year: 2023).table)
    let expected: [(String, [String])] = [
      ("7", ["13,5", "…", "10,1352", "…", "3,3648", "39/63"]),
      ("7.a", ["1", "…", "0,5", "…", "0,5", ""]),
      ("7.b", ["1", "…", "0,5333", "…", "0,4667", ""]),
      ("7.c", ["1,5", "…", "1,4", "…", "0,1", ""]),
      ("7.d", ["1", "…", "0,7981", "…", "0,2019", ""]),
      ("7.đ", ["1,5", "…", "0,2734", "…", "1,2266", ""]),
      ("7.e", ["0,5", "…", "0,29", "…", "0,21", ""]),
      ("7.g", ["0,5", "…", "0,34", "…", "0,16", ""]),
      ("Sở TTTT", ["x", "…", "99%", "…", "x", ""]),
      ("Tỉnh", ["x", "…", "81,93%", "…", "x", ""]),
      ("Tỉnh (cả nước)", ["x", "…", "80,06%", "…", "x", ""]),
      ("8", ["x", "2,57", "2,67", "+0,1", "x", ""]),
      ("8.1", ["x", "0,37", "0,36", "-0,01", "x", ""]),
      ("8.2", ["x", "1,75", "1,94", "+0,19", "x", ""]),
      ("8.3", ["x", "0,45", "0,36", "-0,09", "x", ""]),
    ]
    for (code, cells) in expected {
      #expect(Array(row(code, of: table)[2...7]) == cells, "\(code)")
    }
    #expect(row("7.c", of: table)[8].contains("27/30"))
    let notes = table.notes.joined(separator: "\n")
    #expect(notes.contains("các thành phần cộng lại là 2,66, số công bố là 2,67"))
    #expect(!notes.contains("năm 2021"))
    #expect(notes.contains("mất 2,8652 trong 3,3648"))
    #expect(notes.contains("2,67, thấp hơn 0,34 điểm so với cả nước (3,01)"))
  }

  @Test func `scores of later years are not yet known`() throws {
    let scores = try sample(.indexScores, "diem-chi-so.csv").scores
    #expect(IndexTable(scores: scores, year: 2020).table == nil)
    let table = try #require(IndexTable(scores: scores, year: 2021).table)
    #expect(table.columns.map(\.head).contains("Năm 2021"))
    #expect(!table.columns.map(\.head).contains("Năm 2022"))
  }

  @Test func `the annex of the plan of document 002 is whole`() throws {
    let tasks = try sample(.planTasks, "nhiem-vu-ke-hoach.csv").tasks
    #expect(tasks.count == 58)
    var byArea: [String: Int] = [:]
    for task in tasks {
      byArea[task.code.split(separator: ".").first.map(String.init) ?? "", default: 0] += 1
    }
    #expect(
      byArea == ["I": 11, "II": 5, "III": 10, "IV": 5, "V": 7, "VI": 6, "VII": 10, "VIII": 4])
    #expect(Set(tasks.map(\.area)).count == 8)
    #expect(
      tasks.filter { $0.unit == "84-SNV" }.count == tasks.filter { $0.lead == "Sở Nội vụ" }.count)
  }

  @Test func `tasks add up by area and by agency`() throws {
    let tasks = try sample(.planTasks, "nhiem-vu-ke-hoach.csv").tasks
    let tables = PlanTables(tasks: tasks, day: Self.days.last, names: ["84-SNV": "Sở Nội vụ"])
      .tables
    let rows = try #require(tables.first).rows
    let numbers = { (row: ReportTable.Row) in
      row.cells[1...7].map { cell in if case .whole(let number) = cell { number } else { 0 } }
    }
    let total = numbers(try #require(rows.last))
    #expect(total[0] == 58)
    #expect(total[1] == total[2] + total[3] + total[4])
    #expect(total[0] == total[1] + total[5] + total[6])
    let items = rows.filter { $0.role == .item }.map(numbers)
    // Once by area and once by agency.
    for column in 0..<7 {
      #expect(items.reduce(0) { $0 + $1[column] } == 2 * total[column])
    }
    #expect(tables.last?.rows.filter { $0.role == .item }.count == 58)
  }
}
