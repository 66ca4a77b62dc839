internal import DelimitedText

/// Pieces of cells, added to the bytes of a file without making a `String` of them.
extension [UInt8] {
  mutating func append(text: String) { append(contentsOf: text.utf8) }

  /// Two digits of a number under 100.
  mutating func appendTwoDigits(_ number: Int) {
    append(UInt8(truncatingIfNeeded: 0x30 + number / 10 % 10))
    append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }

  /// A number of 0 or more with zeros in front up to a width.
  mutating func append(number: Int, width: Int = 1) {
    var divisor = 1
    var digits = 1
    while digits < width || number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      append(UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10))
      divisor /= 10
    }
  }
}
