/// A text as the XML of a workbook can carry it.
enum CarriedText {
  /// The text with a space for each character that XML 1.0 cannot carry, and
  /// with a line feed for each kind of line end.
  ///
  /// A NUL would cut the text, and the library would write other control
  /// characters as `_x0001_`, which only Excel reads back.
  static func plain(_ text: String) -> String {
    guard needsRewriting(text) else { return text }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: result.append("\n")
      case 0x0A where afterReturn: break
      case 0x09, 0x0A: result.append(scalar)
      case 0..<0x20, 0xFFFE, 0xFFFF: result.append(" ")
      default: result.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// The plain text, safe from Excel's own escapes: it reads `_x0041_` in a
  /// cell as `A`, so such a text is written as `_x005F_x0041_`.
  static func cell(_ text: String) -> String {
    let plain = plain(text)
    guard plain.utf8.contains(UInt8(ascii: "_")) else { return plain }
    let bytes = Array(plain.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if isEscape(bytes[index...].prefix(7)) { result += Array("_x005F".utf8) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func needsRewriting(_ text: String) -> Bool {
    // U+FFFE and U+FFFF begin with EF in UTF-8, as few other characters do.
    text.utf8.contains { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A) || $0 == 0xEF }
  }

  /// Whether these bytes are `_x`, four hexadecimal digits and `_`.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 7, bytes.first == UInt8(ascii: "_"), bytes.last == UInt8(ascii: "_")
    else { return false }
    let inner = bytes.dropFirst().dropLast()
    return inner.first == UInt8(ascii: "x")
      && inner.dropFirst().allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }
}
