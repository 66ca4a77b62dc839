import Administration
import Testing

@testable import Intake

@Suite struct DayNumberTests {
  @Test func `every date is the day that the calendar has`() {
    for year in 1899...2200 {
      for month in 0...13 {
        for day in 0...32 {
          let read = CalendarDay.read(year: year, month: month, day: day)
          guard read != CalendarDay(year: year, month: month, day: day) else { continue }
          Issue.record("\(year)-\(month)-\(day)")
        }
      }
    }
  }
}
