/// A sum of money as exports write it: `20000`, `20.000`, `20 000 đ`, `1,234,567.5`.
enum Amount {
  /// Whether the sum is more than nothing; `nil` where the bytes are not a sum.
  ///
  /// A separator between digits may be a point, a comma or a space: whichever it is, the sum is
  /// more than nothing exactly where a digit is.
  static func isCharged(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool? {
    var hasDigit = false
    var isCharged = false
    var lastWasSeparator = true
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        hasDigit = true
        isCharged = isCharged || byte != 0x30
        lastWasSeparator = false
      case 0x2C, 0x2E, 0x20:
        guard !lastWasSeparator else { return nil }
        lastWasSeparator = true
      default:
        let isCurrency = hasDigit && isCurrency(index..<range.upperBound, of: bytes)
        return isCurrency ? isCharged : nil
      }
      index += 1
    }
    return hasDigit && !lastWasSeparator ? isCharged : nil
  }

  /// Whether the rest behind the digits is only the name of the currency.
  private static func isCurrency(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let word = CellBytes.text(range, of: bytes).lowercased()
      .filter { !$0.isWhitespace && $0 != "." }
    return ["đ", "₫", "đồng", "vnđ", "vnd", "d", "dong"].contains(word)
  }
}
