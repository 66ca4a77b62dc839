internal import Administration

/// The number that spreadsheets hold for a date: days since 1899-12-30, the time as a fraction.
///
/// Sheets that were saved again show it in place of the date. The day numbers are those of the
/// 1900 system of ECMA-376, part 1, 18.17.4.1.
enum SerialDay {
  /// 1970-01-01 and 2099-12-31; other numbers of five digits are no dates of an export.
  private static let plausible = 25_569...73_050

  /// The day in a trimmed range of bytes such as `45107` or `45107.35`; `nil` where it is none.
  static func day(in range: Range<Int>, of bytes: Span<UInt8>) -> CalendarDay? {
    guard range.count >= 5 else { return nil }
    var number = 0
    var index = range.lowerBound
    while index < range.lowerBound + 5 {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
      index += 1
    }
    if index < range.upperBound {
      guard bytes[index] == 0x2E || bytes[index] == 0x2C, index + 1 < range.upperBound else {
        return nil
      }
      for place in (index + 1)..<range.upperBound where bytes[place] &- 0x30 > 9 { return nil }
    }
    guard plausible.contains(number) else { return nil }
    return CalendarDay(number: Int32(number - plausible.lowerBound))
  }
}
