internal import Mustache

/// Texts in HTML, between tags and between quotes.
///
/// Works on scalars: the library's own compares whole letters, for which a quote with an accent
/// on it is no quote, though it ends an attribute.
struct HTMLText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    guard !text.utf8.allSatisfy(Self.isPlain) else { return text }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(TextEscaping.printable(scalar))
      }
    }
    return escaped
  }

  /// Whether a byte can only belong to a scalar that stays as it is.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    // Beginnings of scalars some of which are not printable.
    case 0xC2, 0xE2, 0xEF...: false
    default: true
    }
  }
}
