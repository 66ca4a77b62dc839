/// Texts in GitHub-flavoured Markdown, within a line or a cell of a table.
enum MarkdownText {
  /// Adds a text as data, on one line and without the spaces round it, four of which would make it
  /// code.
  ///
  /// Works on bytes, as every sign of Markdown is one.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = text.utf8.span
    if TextEscaping.isPrintable(utf8) {
      append(utf8, to: &bytes)
    } else {
      append(TextEscaping.printable(text).utf8.span, to: &bytes)
    }
  }

  private static func append(_ utf8: Span<UInt8>, to bytes: inout [UInt8]) {
    var (start, end) = (0, utf8.count)
    while start < end, utf8[start] == space { start += 1 }
    while start < end, utf8[end - 1] == space { end -= 1 }
    let line = utf8.extracting(start..<end)
    // Where what is not yet written begins.
    var done = 0
    for place in line.indices {
      let byte = line[place]
      guard !isOfWords(byte) else { continue }
      let text: String
      switch byte {
      case UInt8(ascii: "&"): text = "&amp;"
      case UInt8(ascii: "<"): text = "&lt;"
      case _ where isSign(at: place, of: line): text = "\\"
      default: continue
      }
      bytes.append(lent: line.extracting(done..<place))
      bytes += text.utf8
      // A sign follows its backslash.
      done = text.utf8.count > 1 ? place + 1 : place
    }
    bytes.append(lent: line.extracting(done..<line.count))
  }

  /// A text as data.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let space = UInt8(ascii: " ")

  /// Whether a byte is a letter, a part of one, a digit or a space: what nearly all are.
  private static func isOfWords(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  /// Whether a byte would mean something to Markdown where it stands.
  private static func isSign(at place: Int, of line: Span<UInt8>) -> Bool {
    let next = place + 1 < line.count ? line[place + 1] : nil
    switch line[place] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "@"), UInt8(ascii: "$"):
      return true
    // An address becomes a link of itself.
    case UInt8(ascii: ":"): return next == UInt8(ascii: "/")
    case UInt8(ascii: "."): return endsNumber(at: place, of: line) || endsHost(at: place, of: line)
    case UInt8(ascii: ")"): return endsNumber(at: place, of: line)
    // A heading, a quotation, a list or a line.
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "="): return place == 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      return place == 0 && (next == space || next == line[0])
    default: return false
    }
  }

  /// Whether the text begins with the number of a list item that ends here: `1. `, `12)`.
  private static func endsNumber(at place: Int, of line: Span<UInt8>) -> Bool {
    guard (1...9).contains(place), place + 1 == line.count || line[place + 1] == space else {
      return false
    }
    for before in 0..<place where !(0x30...0x39).contains(line[before]) { return false }
    return true
  }

  /// Whether this is the point of `www.`, which becomes a link of itself.
  private static func endsHost(at place: Int, of line: Span<UInt8>) -> Bool {
    guard place >= 3 else { return false }
    for before in (place - 3)..<place where line[before] | 0x20 != UInt8(ascii: "w") {
      return false
    }
    return true
  }
}
