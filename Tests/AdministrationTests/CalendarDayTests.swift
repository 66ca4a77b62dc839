import Administration
import Foundation
import Testing

@Suite struct CalendarDayTests {
  @Test func `agrees with Foundation's calendar on every day from 1900 to 2199`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try #require(CalendarDay(year: 1900, month: 1, day: 1))
    let last = try #require(CalendarDay(year: 2199, month: 12, day: 31))
    for number in stride(from: first.number, through: last.number, by: 13) {
      let day = CalendarDay(number: number)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      #expect(day.date.year == parts.year)
      #expect(day.date.month == parts.month)
      #expect(day.date.day == parts.day)
      #expect(day.weekday == ((parts.weekday ?? 0) + 5) % 7)
      #expect(CalendarDay(year: day.date.year, month: day.date.month, day: day.date.day) == day)
    }
  }

  @Test(arguments: [
    (2023, 2, 29), (2023, 2, 31), (2023, 4, 31), (2023, 0, 1), (2023, 13, 1), (2023, 1, 0),
    (1899, 12, 31), (2200, 1, 1), (2100, 2, 29),
  ])
  func `refuses days that no calendar has`(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test func `knows leap days`() {
    #expect(CalendarDay(year: 2024, month: 2, day: 29)?.iso == "2024-02-29")
    #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
  }
}
