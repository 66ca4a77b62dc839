/// Texts in HTML, between tags and between quotes.
enum HTMLText {
  /// Adds a text as data.
  ///
  /// Works on bytes: for whole letters a quote with an accent on it is no quote, though it ends an
  /// attribute.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = text.utf8.span
    if TextEscaping.isPrintable(utf8) {
      append(utf8, to: &bytes)
    } else {
      append(TextEscaping.printable(text).utf8.span, to: &bytes)
    }
  }

  private static func append(_ utf8: Span<UInt8>, to bytes: inout [UInt8]) {
    // Where what is not yet written begins.
    var start = 0
    for place in utf8.indices {
      guard let entity = entity(for: utf8[place]) else { continue }
      bytes.append(lent: utf8.extracting(start..<place))
      bytes += entity.utf8
      start = place + 1
    }
    bytes.append(lent: utf8.extracting(start..<utf8.count))
  }

  private static func entity(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
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
}
