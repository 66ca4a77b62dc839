import Administration
import Foundation

/// A moment in the time of Viet Nam (UTC+7), as reports are dated with it.
struct Moment {
  /// Seconds since 1970-01-01 00:00 UTC.
  let seconds: Int

  private static let offset = 7 * 3600

  /// The moment of `--as-of`: `2023-07-05`, `2023-07-05 08:30`, `2023-07-05T08:30:00`, with `Z` or
  /// `+07:00` behind a time or not; `nil` where it is none of these or before 1970-01-02.
  init?(_ text: String) {
    let parts = text.split(separator: text.contains("T") ? "T" : " ", maxSplits: 1)
    guard let first = parts.first, let day = CalendarDay(String(first)) else { return nil }
    var clock = 0
    var offset = Self.offset
    if parts.count == 2 {
      var time = parts[1]
      if time.hasSuffix("Z") {
        offset = 0
        time = time.dropLast()
      } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
        guard let zone = Self.clock(time[time.index(after: sign)...]) else { return nil }
        offset = time[sign] == "+" ? zone : -zone
        time = time[..<sign]
      }
      guard let parsed = Self.clock(time) else { return nil }
      clock = parsed
    }
    seconds = Int(day.number) * 86_400 + clock - offset
    guard seconds > 86_400 else { return nil }
  }

  init(seconds: Int) { self.seconds = seconds }

  /// Now.
  init() {
    seconds = Int(Date().timeIntervalSince1970)
  }

  /// Seconds of `HH:mm` or `HH:mm:ss`.
  private static func clock(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
  }

  /// The day in Viet Nam.
  var day: CalendarDay {
    CalendarDay(number: Int32((seconds + Self.offset) / 86_400))
  }

  /// `2023-07-05T08:30:00+07:00`.
  var iso: String {
    let clock = (seconds + Self.offset) % 86_400
    let parts = [clock / 3600, clock / 60 % 60, clock % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day.iso)T\(parts.joined(separator: ":"))+07:00"
  }
}
