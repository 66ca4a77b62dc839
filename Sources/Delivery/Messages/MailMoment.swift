internal import Administration

/// The moment of a run as headers write it.
enum MailMoment {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Wed, 05 Jul 2023 08:30:00 +0700` of `2023-07-05T08:30:00+07:00` (RFC 5322, 3.3); `nil` where the
  /// text is not such a moment.
  static func header(of text: String) -> String? {
    let parts = text.split(separator: "T")
    guard parts.count == 2, let day = CalendarDay(String(parts[0])), parts[1].utf8.count == 14
    else { return nil }
    let date = day.date
    let clock = parts[1].prefix(8)
    let zone = parts[1].dropFirst(8).filter { $0 != ":" }
    let number = date.day < 10 ? "0\(date.day)" : "\(date.day)"
    return
      "\(weekdays[day.weekday]), \(number) \(months[date.month - 1]) \(date.year) \(clock) \(zone)"
  }
}
