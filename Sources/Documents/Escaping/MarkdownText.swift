/// Texts in GitHub-flavoured Markdown, within a line or a cell of a table.
enum MarkdownText {
  /// Adds a text as data.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    guard !isPlain(text) else {
      bytes += text.utf8
      return
    }
    let scalars = trimmed(text)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      default:
        if isSign(at: index, scalars) { bytes.append(UInt8(ascii: "\\")) }
        bytes += UTF8.encode(scalar) ?? .init()
      }
    }
  }

  /// A text as data.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a text is words without any sign, or a number: what nearly all are.
  private static func isPlain(_ text: String) -> Bool {
    let utf8 = text.utf8
    guard let first = utf8.first, let last = utf8.last, first != space, last != space else {
      return utf8.isEmpty
    }
    if isDigit(first) { return utf8.allSatisfy(isOfNumbers) && (isDigit(last) || last == 0x25) }
    return first != 0x2D && utf8.allSatisfy(isOfWords)
  }

  private static let space = UInt8(ascii: " ")

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Digits, `%`, `,`, `.` and `/`.
  private static func isOfNumbers(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == 0x25 || byte == 0x2C || byte == 0x2E || byte == 0x2F
  }

  /// Letters and digits, what can only belong to a letter, spaces, `%`, `(`, `)`, `,`, `-`, `/`, `;`.
  private static func isOfWords(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x25, 0x28, 0x29, 0x2C, 0x2D, 0x2F, 0x3B, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    // Beginnings of scalars some of which are not printable.
    case 0xC2, 0xE2, 0xEF...: false
    default: byte >= 0x80
    }
  }

  /// The text on one line, without the spaces round it, four of which would make it code.
  private static func trimmed(_ text: String) -> [Unicode.Scalar] {
    let scalars = text.unicodeScalars.map(TextEscaping.printable)
    guard let start = scalars.firstIndex(where: { $0 != " " }),
      let end = scalars.lastIndex(where: { $0 != " " })
    else { return [] }
    return Array(scalars[start...end])
  }

  /// Whether a scalar would mean something to Markdown where it stands.
  private static func isSign(at index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    return switch scalars[index] {
    case "\\", "`", "*", "_", "[", "]", "|", "~", "@", "$": true
    // An address becomes a link of itself.
    case ":": next == "/"
    case ".": endsNumber(at: index, scalars) || endsHost(at: index, scalars)
    case ")": endsNumber(at: index, scalars)
    // A heading, a quotation, a list or a line.
    case "#", ">", "=": index == 0
    case "+", "-": index == 0 && (next == " " || next == scalars[0])
    default: false
    }
  }

  /// Whether the text begins with the number of a list item that ends here: `1. `, `12)`.
  private static func endsNumber(at index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    (1...9).contains(index) && scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
      && (index + 1 == scalars.count || scalars[index + 1] == " ")
  }

  /// Whether this is the point of `www.`, which becomes a link of itself.
  private static func endsHost(at index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    index >= 3
      && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
  }
}
