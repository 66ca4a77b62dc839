internal import Administration

/// A way in which exports write dates, as a profile names it (contract, 3).
package enum DateWriting: Hashable, Sendable {
  /// A pattern such as `dd/MM/yyyy HH:mm`.
  case pattern(DatePattern)
  /// `iso`: ISO 8601 with a time and, where it has one, a zone.
  case iso
  /// `excel`: the serial number that a spreadsheet makes of a date.
  case serial

  /// `nil` where the text of a profile is none of these.
  package init?(_ text: String) {
    switch text {
    case "iso": self = .iso
    case "excel": self = .serial
    default:
      guard let pattern = DatePattern(text) else { return nil }
      self = .pattern(pattern)
    }
  }

  /// What a profile with `dates: auto` reads; whether day or month comes first, the column says.
  package static let all: [DateWriting] = {
    let times = ["", " HH:mm", " HH:mm:ss", " H:mm"]
    let days = ["dd/MM/yyyy", "d/M/yyyy", "d/M/yy", "d-M-yyyy", "M/d/yyyy", "M/d/yy", "yyyy-MM-dd"]
    let patterns = days.flatMap { day in times.map { day + $0 } } + ["HH:mm dd/MM/yyyy"]
    return patterns.compactMap(DateWriting.init) + [.iso, .serial]
  }()

  /// The day in a trimmed range of bytes; `nil` where they are not written so or no calendar has
  /// the day.
  func day(in range: Range<Int>, of bytes: Span<UInt8>) -> CalendarDay? {
    switch self {
    case .pattern(let pattern):
      if let fixed = pattern.fixed {
        fixed.day(in: range, of: bytes)
      } else {
        pattern.day(in: range, of: bytes)
      }
    case .iso: ISODay.day(in: range, of: bytes)
    case .serial: SerialDay.day(in: range, of: bytes)
    }
  }

  /// How many bytes its dates have.
  var lengths: ClosedRange<Int> {
    switch self {
    case .pattern(let pattern): pattern.lengths
    case .iso: 16...40
    case .serial: 5...40
    }
  }

  /// The form by which it is read fast, where it has one.
  var fixed: FixedDateForm? {
    if case .pattern(let pattern) = self { pattern.fixed } else { nil }
  }

  /// Which of day and month stands first; `nil` where it cannot be taken for the other order.
  var order: DateOrder? {
    if case .pattern(let pattern) = self { pattern.order } else { nil }
  }

  /// The same with day and month changing places; `nil` where it has no ``order``.
  var mirrored: DateWriting? {
    if case .pattern(let pattern) = self, pattern.order != nil {
      .pattern(pattern.mirrored)
    } else {
      nil
    }
  }
}

/// Which of day and month stands first where the year does not.
enum DateOrder: Hashable, Sendable {
  case dayFirst, monthFirst
}
