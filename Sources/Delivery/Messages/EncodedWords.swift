/// Texts of headers as RFC 2047 writes them.
///
/// Not by GMime: its own reader (3.2.13) loses what follows a base64 word with padding, which its
/// writer makes. Words of the kind "Q" that hold whole characters are read rightly by all programs.
enum EncodedWords {
  /// Letters that one encoded word may have (RFC 2047, 2), and those of a line that is not folded
  /// (RFC 5322, 2.1.1).
  private static let mostLetters = 75
  private static let lineLetters = 76

  private static let head = "=?UTF-8?Q?"
  private static let tail = "?="

  /// A text that is neither empty nor has line ends, folded with a line feed and a space; `column` letters
  /// stand before it in its line.
  static func of(_ text: String, after column: Int) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("=?")
    return isPlain ? folded(text, after: column) : encoded(text, after: column)
  }

  /// ASCII, folded between words.
  private static func folded(_ text: String, after column: Int) -> String {
    var result = ""
    var length = column
    for word in text.split(separator: " ") {
      if result.isEmpty {
        length += word.utf8.count
      } else if length + 1 + word.utf8.count > lineLetters {
        result += "\n "
        length = 1 + word.utf8.count
      } else {
        result += " "
        length += 1 + word.utf8.count
      }
      result += word
    }
    return result
  }

  /// Encoded throughout.
  static func encoded(_ text: String, after column: Int) -> String {
    var result = head
    var length = column + head.utf8.count
    for character in text {
      let piece = quoted(character)
      if length + piece.utf8.count + tail.utf8.count > mostLetters {
        result += tail + "\n " + head
        length = 1 + head.utf8.count
      }
      result += piece
      length += piece.utf8.count
    }
    return result + tail
  }

  /// Only what may stand in names before addresses as well stands for itself (RFC 2047, 5).
  private static func quoted(_ character: Character) -> String {
    String(character).utf8.map { byte in
      switch byte {
      case UInt8(ascii: " "): return "_"
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "=0\(digits)" : "=\(digits)"
      }
    }.joined()
  }
}

extension Mailbox {
  /// `Name <address>` as a header writes it, folded.
  var headerText: String {
    guard !name.isEmpty else { return address.text }
    let words = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "):
        true
      default: false
      }
    }
    // What is more than plain words is encoded, also where quotes would do.
    let shown = words ? name : EncodedWords.encoded(name, after: "Reply-To: ".utf8.count)
    return "\(shown)\n <\(address.text)>"
  }
}
