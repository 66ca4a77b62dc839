import Administration
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2023-02", "2022-03 2022-12 2023-01", 11), ("2023-Q1", "2022-Q2 2022-Q4 2022-Q4", 3),
    ("2023-H2", "2023-Q3 2023-Q4 2023-Q4", 2), ("2023-9M", "2023-Q1 2023-Q3 2023-Q3", 3),
    ("2023", "2023-Q1 2023-Q4 2023-Q4", 4),
  ])
  func `a trail leads up to its period`(text: String, ends: String, count: Int) throws {
    let trail = try #require(Period(text)).trail.map(\.text)
    #expect(trail.count == count)
    let known = ends.split(separator: " ").map(String.init)
    #expect(trail.first == known[0])
    #expect(trail.contains(known[1]))
    #expect(trail.last == known[2])
  }

  @Test(arguments: [
    "2023-13", "2023-00", "2023-Q0", "2023-Q5", "2023-H3", "2023-8M", "23-Q1", "2023-6", "",
    "2023-", "2023-Q2-1", "x", "1899", "2023-q2", " 2023",
  ])
  func `refuses what is not a period`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: [
    ("2023-01", "tháng 01 năm 2023", "2022-12", "2022-01"),
    ("2023-06", "tháng 6 năm 2023", "2023-05", "2022-06"),
    ("2023-Q1", "quý I năm 2023", "2022-Q4", "2022-Q1"),
    ("2023-Q4", "quý IV năm 2023", "2023-Q3", "2022-Q4"),
    ("2023-H1", "6 tháng đầu năm 2023", "2022-H2", "2022-H1"),
    ("2023-H2", "6 tháng cuối năm 2023", "2023-H1", "2022-H2"),
    ("2023-9M", "9 tháng năm 2023", nil, "2022-9M"),
    ("2023", "năm 2023", "2022", "2022"),
  ])
  func `knows its name, the period before and the year before`(
    text: String, name: String, previous: String?, yearAgo: String
  ) throws {
    let period = try #require(Period(text))
    #expect(period.text == text)
    #expect(period.name == name)
    #expect(period.previous?.text == previous)
    #expect(period.yearAgo.text == yearAgo)
  }

  @Test(arguments: [
    ("2023-06", ReportingCalendar.months, "2023-06-01", "2023-06-30"),
    ("2024-02", .months, "2024-02-01", "2024-02-29"),
    ("2023-Q2", .months, "2023-04-01", "2023-06-30"),
    ("2023-H2", .months, "2023-07-01", "2023-12-31"),
    ("2023-9M", .months, "2023-01-01", "2023-09-30"),
    ("2023", .months, "2023-01-01", "2023-12-31"),
    ("2023-01", .decree09, "2022-12-15", "2023-01-14"),
    ("2023-06", .decree09, "2023-05-15", "2023-06-14"),
    ("2023-Q1", .decree09, "2022-12-15", "2023-03-14"),
    ("2023-Q2", .decree09, "2023-03-15", "2023-06-14"),
    ("2023-H1", .decree09, "2022-12-15", "2023-06-14"),
    ("2023-H2", .decree09, "2023-06-15", "2023-12-14"),
    ("2023-9M", .decree09, "2022-12-15", "2023-09-14"),
    ("2023", .decree09, "2022-12-15", "2023-12-14"),
  ])
  func `covers the days of its calendar`(
    text: String, calendar: ReportingCalendar, first: String, last: String
  ) throws {
    let days = calendar.days(of: try #require(Period(text)))
    #expect(days.first.iso == first)
    #expect(days.last.iso == last)
  }

  @Test(arguments: ReportingCalendar.allCases, 2019...2027)
  func `quarters tile the year and months tile the quarters`(
    calendar: ReportingCalendar, year: Int
  ) throws {
    let months = (1...12).map { calendar.days(of: Period(year: year, part: .month($0))) }
    let quarters = (1...4).map { calendar.days(of: Period(year: year, part: .quarter($0))) }
    let whole = calendar.days(of: Period(year: year, part: .year))
    for (before, after) in zip(months, months.dropFirst()) {
      #expect(before.last.adding(1) == after.first)
    }
    for (number, quarter) in quarters.enumerated() {
      #expect(quarter.first == months[number * 3].first)
      #expect(quarter.last == months[number * 3 + 2].last)
    }
    #expect(whole.first == quarters[0].first)
    #expect(whole.last == quarters[3].last)
  }
}
