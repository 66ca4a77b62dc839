internal import Mustache

/// Texts in GitHub-flavoured Markdown, within a line or a cell of a table.
struct MarkdownText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    let scalars = Self.trimmed(text)
    var escaped = ""
    escaped.reserveCapacity(scalars.count + 8)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      default:
        if Self.isSign(at: index, scalars) { escaped += "\\" }
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
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
