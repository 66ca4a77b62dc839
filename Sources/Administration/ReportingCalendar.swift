/// Which days a period covers.
package enum ReportingCalendar: String, CaseIterable, Hashable, Sendable {
  /// Whole calendar months.
  case months
  /// The cut-off days of Nghị định 09/2019/NĐ-CP, Điều 12: from the 15th of the month before the
  /// period to the 14th of its last month.
  case decree09 = "decree-09"

  /// The days of a period, both ends in it.
  package func days(of period: Period) -> DaySpan {
    let months = period.months
    let year = period.year
    switch self {
    case .months:
      return DaySpan(
        first: Self.day(year, months.lowerBound, 1),
        last: Self.day(
          year, months.upperBound, CalendarDay.length(ofMonth: months.upperBound, year: year)))
    case .decree09:
      let firstMonth = months.lowerBound - 1
      return DaySpan(
        first: firstMonth == 0 ? Self.day(year - 1, 12, 15) : Self.day(year, firstMonth, 15),
        last: Self.day(year, months.upperBound, 14))
    }
  }

  /// A day that exists: ``Period`` holds the year within the years of ``CalendarDay``.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }
}

/// Days from a first to a last, both in it.
package struct DaySpan: Hashable, Sendable {
  package var first: CalendarDay
  package var last: CalendarDay

  package init(first: CalendarDay, last: CalendarDay) {
    self.first = first
    self.last = last
  }

  package func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

  func overlaps(_ other: DaySpan) -> Bool { first <= other.last && other.first <= last }
}
