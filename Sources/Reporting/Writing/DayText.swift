package import Administration

/// How days are written (Nghị định 30/2020/NĐ-CP, Phụ lục I): days below 10 and the months 1 and
/// 2 take a leading zero.
package enum DayText {
  /// `ngày 05 tháng 7 năm 2023`.
  package static func long(_ day: CalendarDay) -> String {
    let date = day.date
    return "ngày \(twoDigits(date.day)) tháng \(month(date.month)) năm \(date.year)"
  }

  /// `05/7/2023`.
  package static func short(_ day: CalendarDay) -> String {
    let date = day.date
    return "\(twoDigits(date.day))/\(month(date.month))/\(date.year)"
  }

  /// `Từ ngày 01 tháng 4 năm 2023 đến ngày 30 tháng 6 năm 2023`.
  package static func span(_ days: DaySpan) -> String {
    "Từ \(long(days.first)) đến \(long(days.last))"
  }

  private static func month(_ month: Int) -> String { month < 3 ? "0\(month)" : "\(month)" }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
