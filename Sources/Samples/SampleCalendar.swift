internal import Administration

/// The time that a sample covers: fifteen months, whose last day is the day of the exports.
enum SampleCalendar {
  /// 2022-04 … 2023-06.
  static let months: [Period] = (3..<18).map { number in
    Period(year: 2022 + number / 12, part: .month(number % 12 + 1))
  }

  /// 2022-Q2 … 2023-Q2.
  static let quarters: [Period] = (1..<6).map { number in
    Period(year: 2022 + number / 4, part: .quarter(number % 4 + 1))
  }

  static let years: [Period] = [Period(year: 2022, part: .year), Period(year: 2023, part: .year)]

  /// 2022-04-01 … 2023-06-30.
  static let days = DaySpan(
    first: span(of: Period(year: 2022, part: .quarter(2))).first,
    last: span(of: Period(year: 2023, part: .quarter(2))).last)

  static func span(of period: Period) -> DaySpan { ReportingCalendar.months.days(of: period) }
}

/// Days on which offices work: Monday to Friday; holidays are left out of account.
enum WorkingDays {
  static func contain(_ day: CalendarDay) -> Bool { day.weekday < 5 }

  /// The day so many working days later; for 0 the day itself.
  static func day(_ count: Int, after day: CalendarDay) -> CalendarDay {
    guard count > 0 else { return day }
    // Saturday and Sunday count from the Friday before.
    let weekday = min(day.weekday, 4)
    let start = day.adding(weekday - day.weekday)
    let rest = count % 5
    return start.adding(count / 5 * 7 + rest + (weekday + rest > 4 ? 2 : 0))
  }

  /// The day itself where it is a working day, else the Monday after it.
  static func dayOrNext(_ day: CalendarDay) -> CalendarDay {
    contain(day) ? day : self.day(1, after: day)
  }
}

/// Shares a number of rows out to the days of a sample: working days alike, Saturdays a few.
struct DayShares {
  /// Rows of every day, the first being that of ``SampleCalendar/days``.
  private let counts: [Int]

  init(rows: Int) {
    let span = SampleCalendar.days
    let weights = (span.first.number...span.last.number).map {
      Self.weight(of: CalendarDay(number: $0))
    }
    let total = weights.reduce(0, +)
    var counts: [Int] = []
    var passed = 0
    for weight in weights {
      // The difference of two rounded running sums: the days add up to the whole.
      counts.append(rows * (passed + weight) / total - rows * passed / total)
      passed += weight
    }
    self.counts = counts
  }

  func rows(on day: CalendarDay) -> Int {
    let index = Int(day.number - SampleCalendar.days.first.number)
    return counts.indices.contains(index) ? counts[index] : 0
  }

  private static func weight(of day: CalendarDay) -> Int {
    let weekday = day.weekday
    guard weekday < 5 else { return weekday == 5 ? 3 : 0 }
    let month = day.date.month
    // Fewer come round Tết, more before the end of a half year.
    let season = month == 1 ? 80 : (month == 6 || month == 12 ? 112 : 100)
    return season + (weekday == 0 ? 15 : 0) - (weekday == 4 ? 10 : 0)
  }
}
