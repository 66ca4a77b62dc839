internal import Administration

extension CalendarDay {
  /// What ``init(year:month:day:)`` gives, in the module whose loops read three dates a row: from
  /// another it is not inlined.
  @inline(__always)
  static func read(year: Int, month: Int, day: Int) -> CalendarDay? {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= 28 || day <= length(ofMonth: month, year: year) else { return nil }
    // Years begin with March, so that the day that is not always there is their last.
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
    return CalendarDay(number: Int32(truncatingIfNeeded: days - 719_468))
  }
}
