/// The header that says that a part is a file, and its name.
///
/// Not by GMime, which cuts long names within a letter: some programs read each section alone.
enum Disposition {
  /// Letters of a section, so that no line is longer than 76.
  private static let mostLetters = 50

  /// `attachment` with the name; one that is not plain ASCII by RFC 2231, in sections of whole letters
  /// where it is long.
  static func text(of name: String) -> String {
    let isPlain = name.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
    guard !isPlain || name.utf8.count > mostLetters else {
      return "attachment;\n filename=\"\(name)\""
    }
    var sections = [""]
    for letter in name {
      let piece = encoded(letter)
      if sections[sections.count - 1].utf8.count + piece.utf8.count > mostLetters {
        sections.append("")
      }
      sections[sections.count - 1] += piece
    }
    guard sections.count > 1 else { return "attachment;\n filename*=UTF-8''\(sections[0])" }
    let lines = sections.enumerated().map { number, section in
      "filename*\(number)*=\(number == 0 ? "UTF-8''" : "")\(section)"
    }
    return "attachment;\n " + lines.joined(separator: ";\n ")
  }

  private static func encoded(_ letter: Character) -> String {
    String(letter).utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }.joined()
  }
}
