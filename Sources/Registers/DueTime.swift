internal import Administration

/// When a task of a plan is due, as plans write it.
enum DueTime: Hashable {
  case day(CalendarDay)
  /// Again and again, or when something else has come: "Thường xuyên", "Định kỳ trong năm".
  case open

  private static let openWords = ["thuong xuyen", "dinh ky", "theo", "sau khi", "hang", "dot xuat"]
  private static let romans = ["i": 1, "ii": 2, "iii": 3, "iv": 4]

  /// The time of a text; `nil` where it cannot be understood.
  ///
  /// A month, quarter or year means its last day, the last of several counts.
  init?(_ text: String) {
    let folded = FoldedText.of(text)
    guard !folded.isEmpty, !Self.openWords.contains(where: { Self.starts(folded, $0) }) else {
      self = .open
      return
    }
    if let day = Self.day(of: text) {
      self = .day(day)
      return
    }
    // "Quý IV/2022 và theo định kỳ": the time that stands first.
    let words = folded.components(before: "va theo").split(separator: " ").map(String.init)
    guard let year = words.compactMap({ $0.count == 4 ? Int($0) : nil }).last,
      (1901...2198).contains(year)
    else { return nil }
    let calendar = ReportingCalendar.months
    let part: Period.Part
    switch words.first {
    case "quy":
      let quarters = words.dropFirst().compactMap { Self.romans[$0] ?? Self.quarter($0) }
      guard let quarter = quarters.last else { return nil }
      part = .quarter(quarter)
    case "thang":
      guard words.count > 1, let month = Int(words[1]), (1...12).contains(month) else { return nil }
      part = .month(month)
    case "nam", "trong": part = .year
    case "hoan" where words.starts(with: ["hoan", "thanh", "truoc", "thang"]) && words.count > 4:
      guard let month = Int(words[4]), (2...12).contains(month) else { return nil }
      part = .month(month - 1)
    default: return nil
    }
    self = .day(calendar.days(of: Period(year: year, part: part)).last)
  }

  private static func quarter(_ word: String) -> Int? {
    Int(word).flatMap { (1...4).contains($0) ? $0 : nil }
  }

  private static func starts(_ text: String, _ word: String) -> Bool {
    text == word || text.hasPrefix(word + " ")
  }

  /// The day of `30/06/2023`, `30-6-2023` or `2023-06-30`; `nil` where it is none.
  static func day(of text: String) -> CalendarDay? {
    if let day = CalendarDay(text) { return day }
    let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, parts[2].count == 4,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }
}

extension String {
  /// What stands before a phrase; all of it where the phrase is not there.
  fileprivate func components(before phrase: String) -> String {
    firstRange(of: phrase).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
