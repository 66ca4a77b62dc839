/// Texts that go into headers of messages and names of files.
enum HeaderText {
  /// The text in one line, without what could end a header, add one, or show letters in another order
  /// than they stand: control codes, line and paragraph ends, marks of direction.
  static func of(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    var isGap = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F...0xA0, 0x2028, 0x2029: isGap = true
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFD...0xFFFF: continue
      default:
        if isGap, !line.isEmpty { line.append(" ") }
        isGap = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// Letters of the name of a file before its ending.
  private static let mostLetters = 120

  /// A name that every file system takes, with the ending of another: without the signs that Windows
  /// refuses, and not too long.
  static func fileName(_ text: String, as own: String) -> String {
    let signs: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    let name = String(of(text).map { signs.contains($0) ? "-" : $0 })
    let ending = own.lastIndex(of: ".").map { own[$0...] } ?? ""
    let stem =
      name.lowercased().hasSuffix(ending.lowercased()) ? name.dropLast(ending.count) : name[...]
    return String(stem.drop { $0 == "." || $0 == " " }.prefix(mostLetters)) + ending
  }
}

extension StringProtocol {
  /// Without white space at its ends, and without quotes round what is left.
  func trimmed(quotes: Bool = false) -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    if quotes, text.count >= 2, text.first == "\"", text.last == "\"" {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }
}
