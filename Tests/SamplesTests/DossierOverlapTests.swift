import Administration
import Testing

@testable import Samples

@Suite struct DossierOverlapTests {
  private let ended = ["Đã trả kết quả", "Đã có kết quả", "Đã xử lý xong", "Hoàn thành"]

  @Test func `a dossier that takes longer stands in every file until it ends`() throws {
    let fixture = try SampleFixture(rows: 3000, seed: 2023)
    var lives: [String: [(month: Int, row: ReadTable.Line)]] = [:]
    for (month, table) in try fixture.dossierTables().enumerated() {
      let odd = fixture.oddLines(of: table.name)
      for line in table.lines where !odd.contains(line.line) {
        lives[line["Mã hồ sơ"], default: []].append((month, line))
      }
    }
    let long = lives.values.filter { $0.count > 1 }
    #expect(long.count > 100)
    for life in lives.values {
      let months = life.map(\.month)
      #expect(months == Array(months[0]..<(months[0] + months.count)))
      for entry in life.dropLast() {
        #expect(entry.row["Ngày kết thúc xử lý"].isEmpty)
        #expect(!ended.contains(entry.row["Trạng thái hồ sơ"]))
      }
      let first = life[0].row["Ngày tiếp nhận"].prefix(10)
      #expect(life.allSatisfy { sameDay($0.row["Ngày tiếp nhận"].prefix(10), first) })
    }
    #expect(long.contains { ended.contains($0.last?.row["Trạng thái hồ sơ"] ?? "") })
  }

  @Test func `codes of both forms hold the day of receipt and are given once`() throws {
    let fixture = try SampleFixture(rows: 3000, seed: 4)
    var codes: Set<String> = []
    var rows = 0
    let table = try #require(fixture.dossierTables().first)
    for line in table.lines {
      let code = line["Mã hồ sơ"]
      let day = line["Ngày tiếp nhận"]
      let digits = [day.dropFirst(8).prefix(2), day.dropFirst(3).prefix(2), day.prefix(2)]
      let parts = code.split(separator: "-")
      #expect(parts.count == 3)
      #expect(parts.dropFirst().first.map(String.init) == digits.joined())
      codes.insert(code)
      rows += 1
    }
    #expect(codes.count == rows)
    #expect(codes.contains { $0.hasPrefix("H59.9") })
    #expect(codes.contains { $0.hasPrefix("000.00.") && $0.contains(".H59-") })
  }

  @Test(arguments: 0..<14)
  func `working days are added as by counting`(offset: Int) {
    let start = SampleFixture.calendar.days.first.adding(offset)
    for count in 0..<30 {
      var day = start
      var left = count
      while left > 0 {
        day = day.adding(1)
        if WorkingDays.contain(day) { left -= 1 }
      }
      #expect(WorkingDays.day(count, after: start) == day)
    }
  }

  @Test(arguments: [0, 1, 7, 1000, 6000, 2_000_000])
  func `the days share out every row`(rows: Int) {
    let shares = DayShares(rows: rows, in: SampleFixture.calendar)
    let days = SampleFixture.calendar.days
    var total = 0
    for number in days.first.number...days.last.number {
      let count = shares.rows(on: CalendarDay(number: number))
      #expect(count >= 0)
      if CalendarDay(number: number).weekday == 6 { #expect(count == 0) }
      total += count
    }
    #expect(total == rows)
  }

  /// Whether two days are the same, in whichever form each is written.
  private func sameDay(_ left: Substring, _ right: Substring) -> Bool {
    let normal = { (text: Substring) in
      text.contains("-") ? text.split(separator: "-").reversed().joined(separator: "/") : "\(text)"
    }
    return normal(left) == normal(right)
  }
}
