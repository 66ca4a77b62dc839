internal import Administration

/// The time that a sample covers: fifteen months, whose last day is the day of the exports.
struct SampleCalendar {
  /// 2022-04 … 2023-06; of a province that took the place of others, from three months before.
  let months: [Period]
  /// The first day of a province that took the place of others; `nil` where none did.
  let reform: CalendarDay?
  /// From this day on departments and districts use the new form of dossier codes too.
  let newCodes: CalendarDay

  init(_ catalogue: UnitCatalogue) {
    reform = catalogue.entries.filter(\.parent.isEmpty).compactMap(\.validFrom).max()
    let first = reform.map { $0.date.year * 12 + $0.date.month - 4 } ?? (2022 * 12 + 3)
    months = (first..<(first + 15)).map { number in
      Period(year: number / 12, part: .month(number % 12 + 1))
    }
    newCodes = reform ?? Self.span(of: Period(year: 2023, part: .year)).first
  }

  /// 2022-Q2 … 2023-Q2.
  var quarters: [Period] {
    var quarters: [Period] = []
    for month in months {
      let quarter = Period(
        year: month.year, part: .quarter((month.months.lowerBound + 2) / 3))
      if quarters.last != quarter { quarters.append(quarter) }
    }
    return quarters
  }

  /// 2022, 2023.
  var years: [Period] {
    Set(months.map(\.year)).sorted().map { Period(year: $0, part: .year) }
  }

  /// 2022-04-01 … 2023-06-30.
  var days: DaySpan {
    DaySpan(
      first: Self.span(of: months[0]).first, last: Self.span(of: months[months.count - 1]).last)
  }

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
  private let first: CalendarDay

  init(rows: Int, in calendar: SampleCalendar) {
    let span = calendar.days
    first = span.first
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
    let index = Int(day.number - first.number)
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
