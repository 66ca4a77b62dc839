internal import Administration

/// A way of writing a date, such as `dd/MM/yyyy HH:mm`, read from bytes.
package struct DatePattern: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    /// Digits of the year, month, day or of a time that is dropped; at least, at most.
    case year(Int), month(Int), day(Int), time(Int)
    case letter(UInt8)
  }

  private let parts: [Part]
  /// The form by which it is read fast; `nil` where a part may have one digit or two.
  let fixed: FixedDateForm?
  /// Which of day and month stands first; `nil` where the year stands before both.
  let order: DateOrder?

  /// The pattern of a text of `yyyy` or `yy`, `MM` or `M`, `dd` or `d`, `HH`, `mm`, `ss` and other signs;
  /// `nil` where a letter means nothing or year, month and day are not all there.
  package init?(_ text: String) {
    var parts: [Part] = []
    var rest = Substring(text)
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      switch (first, run.count) {
      case ("y", 4), ("y", 2): parts.append(.year(run.count))
      case ("M", 1...2): parts.append(.month(run.count))
      case ("d", 1...2): parts.append(.day(run.count))
      case ("H", 1...2), ("m", 2), ("s", 2): parts.append(.time(run.count))
      case _ where first.isLetter: return nil
      default: parts.append(contentsOf: run.utf8.map { .letter($0) })
      }
    }
    let kinds = parts.map { part in
      switch part {
      case .year: "y"
      case .month: "M"
      case .day: "d"
      default: ""
      }
    }
    guard kinds.joined().count == 3, Set(kinds).isSuperset(of: ["y", "M", "d"]) else { return nil }
    self.init(parts: parts)
  }

  private init(parts: [Part]) {
    self.parts = parts
    fixed = FixedDateForm(parts)
    var order: DateOrder?
    search: for part in parts {
      switch part {
      case .year: break search
      case .day:
        order = .dayFirst
        break search
      case .month:
        order = .monthFirst
        break search
      case .time, .letter: continue
      }
    }
    self.order = order
  }

  /// How many bytes its dates have.
  var lengths: ClosedRange<Int> {
    let least = parts.reduce(0) { sum, part in
      switch part {
      case .year(let width), .month(let width), .day(let width), .time(let width): sum + width
      case .letter: sum + 1
      }
    }
    let optional = parts.count { [.month(1), .day(1), .time(1)].contains($0) }
    return least...(least + optional)
  }

  /// The same with day and month changing places.
  var mirrored: DatePattern {
    DatePattern(
      parts: parts.map { part in
        switch part {
        case .day(let width): .month(width)
        case .month(let width): .day(width)
        default: part
        }
      })
  }

  /// The day in a range of bytes, read part by part; `nil` where they are not written in this way
  /// or no calendar has the day.
  func day(in range: Range<Int>, of bytes: Span<UInt8>) -> CalendarDay? {
    var index = range.lowerBound
    var year = 0
    var month = 0
    var day = 0
    for part in parts {
      switch part {
      case .letter(let letter):
        guard index < range.upperBound, bytes[index] == letter else { return nil }
        index += 1
      case .year(let width):
        guard let number = Self.number(width, at: &index, range, bytes) else { return nil }
        // Two digits are a year from 1970 to 2069.
        year = width == 4 ? number : number + (number < 70 ? 2000 : 1900)
      case .month(let width):
        guard let number = Self.number(width, at: &index, range, bytes) else { return nil }
        month = number
      case .day(let width):
        guard let number = Self.number(width, at: &index, range, bytes) else { return nil }
        day = number
      case .time(let width):
        guard let number = Self.number(width, at: &index, range, bytes), number < 60 else {
          return nil
        }
      }
    }
    guard index == range.upperBound else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// A number of exactly so many digits; where one is asked for, two are read as well.
  private static func number(
    _ width: Int, at index: inout Int, _ range: Range<Int>, _ bytes: Span<UInt8>
  ) -> Int? {
    var value = 0
    var digits = 0
    let most = width == 1 ? 2 : width
    while digits < most, index < range.upperBound {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { break }
      value = value * 10 + Int(digit)
      digits += 1
      index += 1
    }
    return digits >= width ? value : nil
  }
}
