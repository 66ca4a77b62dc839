internal import Administration

/// A moment of ISO 8601 such as `1994-10-23T17:00:00.000+0000`, as the systems' own interfaces
/// write it.
enum ISODay {
  /// Vietnam is seven hours before UTC, without summer time.
  private static let minutesOfVietnam = 7 * 60

  /// The day in Asia/Ho_Chi_Minh of a moment in a trimmed range of bytes; a moment without a zone
  /// is one of Vietnam.
  ///
  /// `nil` where it is not written so, or no calendar or clock has it.
  static func day(in range: Range<Int>, of bytes: Span<UInt8>) -> CalendarDay? {
    var place = Place(index: range.lowerBound, end: range.upperBound)
    guard let year = place.number(4, bytes), place.take("-", bytes),
      let month = place.number(2, bytes), place.take("-", bytes), let day = place.number(2, bytes),
      place.take("T", bytes) || place.take(" ", bytes), let minutes = clock(&place, bytes),
      let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    guard !place.isAtEnd else { return date }
    guard let offset = offset(&place, bytes), place.isAtEnd else { return nil }
    let local = minutes - offset + minutesOfVietnam
    guard !(0..<1440).contains(local) else { return date }
    // Rounded down: before midnight is the day before.
    let moved = date.adding(local >= 0 ? local / 1440 : -((1439 - local) / 1440)).date
    // The zone may lead out of the years that there are.
    return CalendarDay(year: moved.year, month: moved.month, day: moved.day)
  }

  /// Minutes since midnight of a time `17:00`, `17:00:00` or `17:00:00.000`.
  private static func clock(_ place: inout Place, _ bytes: Span<UInt8>) -> Int? {
    guard let hour = place.number(2, bytes), hour < 24, place.take(":", bytes),
      let minute = place.number(2, bytes), minute < 60
    else { return nil }
    if place.take(":", bytes) {
      guard let second = place.number(2, bytes), second <= 60 else { return nil }
      if place.take(".", bytes) || place.take(",", bytes) {
        guard place.number(1, bytes) != nil else { return nil }
        while place.number(1, bytes) != nil {}
      }
    }
    return hour * 60 + minute
  }

  /// Minutes by which a zone `Z`, `+07:00`, `+0700` or `+07` is before UTC.
  private static func offset(_ place: inout Place, _ bytes: Span<UInt8>) -> Int? {
    if place.take("Z", bytes) { return 0 }
    let isBehind = place.take("-", bytes)
    guard isBehind || place.take("+", bytes), let hours = place.number(2, bytes), hours <= 14 else {
      return nil
    }
    _ = place.take(":", bytes)
    let minutes = place.isAtEnd ? 0 : place.number(2, bytes)
    guard let minutes, minutes < 60 else { return nil }
    return (isBehind ? -1 : 1) * (hours * 60 + minutes)
  }

  /// Where in the text reading is.
  private struct Place {
    var index: Int
    let end: Int

    var isAtEnd: Bool { index == end }

    mutating func take(_ sign: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
      guard index < end, bytes[index] == UInt8(truncatingIfNeeded: sign.value) else { return false }
      index += 1
      return true
    }

    /// A number of exactly so many digits.
    mutating func number(_ width: Int, _ bytes: Span<UInt8>) -> Int? {
      guard index + width <= end else { return nil }
      var value = 0
      for place in index..<(index + width) {
        let digit = bytes[place] &- 0x30
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      index += width
      return value
    }
  }
}
