/// Texts in HTML, between tags and between quotes.
enum HTMLText {
  /// Adds a text as data.
  ///
  /// Works on scalars: for whole letters a quote with an accent on it is no quote, though it ends an
  /// attribute.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    guard !text.utf8.allSatisfy(isPlain) else {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "&": bytes += "&amp;".utf8
      case "\"": bytes += "&quot;".utf8
      case "'": bytes += "&#39;".utf8
      default: bytes += UTF8.encode(TextEscaping.printable(scalar)) ?? .init()
      }
    }
  }

  /// Adds a text of several lines.
  static func append(lines text: String, to bytes: inout [UInt8]) {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { bytes.append(UInt8(ascii: "\n")) }
      append(String(line), to: &bytes)
    }
  }

  /// A text as data.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a byte can only belong to a scalar that stays as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    // Beginnings of scalars some of which are not printable.
    case 0xC2, 0xE2, 0xEF...: false
    default: true
    }
  }
}
