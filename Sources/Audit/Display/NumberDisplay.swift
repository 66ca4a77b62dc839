internal import Foundation

/// How a number looks in its cell under a number format, as far as its width goes.
///
/// It knows what formats of ours are made of: `0 # , . %`, General, texts in quotes, `\x`, `_x`
/// (the room of a character), signs and spaces, sections for positive, negative and zero, and the
/// letters of dates. Anything else is taken for a letter that is shown.
enum NumberDisplay {
  /// A piece of what is shown.
  struct Piece: Hashable {
    var text: String
    /// Whether only the room of the text is kept, and nothing shown.
    var isRoom = false
  }

  static func pieces(of number: Double, format: String) -> [Piece] {
    // Alone it drops decimals where the room is short.
    guard format != "General" else {
      return [Piece(text: general(number.rounded(.towardZero)))]
    }
    let sections = sections(of: format)
    let isOwnNegative = number < 0 && sections.count > 1
    let section =
      switch number {
      case 0 where sections.count > 2: sections[2]
      case ..<0 where sections.count > 1: sections[1]
      default: sections[0]
      }
    // A section for negative numbers writes the sign itself.
    let shown = isOwnNegative ? -number : number
    // Every letter of a date's format stands for a digit, and digits are equally wide.
    return isDate(section)
      ? [Piece(text: String(section.map { $0.isLetter ? "0" : $0 }))]
      : pieces(of: shown, section: section)
  }

  private static func pieces(of number: Double, section: String) -> [Piece] {
    var pieces: [Piece] = []
    var pattern = ""
    var hasNumber = false
    var percents = 0
    let endNumber = { (pieces: inout [Piece]) in
      guard !pattern.isEmpty, !hasNumber else { return }
      hasNumber = true
      pieces.append(Piece(text: digits(of: number * pow(100, Double(percents)), pattern)))
    }
    percents = unquoted(section).filter { $0 == "%" }.count
    var rest = Substring(section)
    while let character = rest.popFirst() {
      if "0#,.?".contains(character) {
        pattern.append(character)
        continue
      }
      if character == "G", rest.hasPrefix("eneral") {
        rest = rest.dropFirst("eneral".count)
        pattern = "General"
        endNumber(&pieces)
        continue
      }
      endNumber(&pieces)
      switch character {
      case "\"":
        pieces.append(Piece(text: String(rest.prefix { $0 != "\"" })))
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "_": pieces.append(Piece(text: rest.popFirst().map { String($0) } ?? "", isRoom: true))
      case "\\": pieces.append(Piece(text: rest.popFirst().map { String($0) } ?? ""))
      case "*": rest = rest.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      default: pieces.append(Piece(text: String(character)))
      }
    }
    endNumber(&pieces)
    return pieces
  }

  /// The digits of a number under a pattern such as `#,##0.00`.
  private static func digits(of number: Double, _ pattern: String) -> String {
    guard pattern != "General" else { return general(number) }
    let parts = pattern.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].filter { "0#?".contains($0) }.count : 0
    let text = String(format: "%.\(decimals)f", number)
    guard parts[0].contains(",") else { return text }
    var whole = text.prefix { $0 != "." }
    let fraction = text.dropFirst(whole.count)
    let sign = whole.first == "-" ? "-" : ""
    whole = whole.dropFirst(sign.count)
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + fraction
  }

  /// As many digits as General shows where there is room: eleven characters.
  private static func general(_ number: Double) -> String {
    let text = String(format: "%.10g", number)
    return text.count > 11 ? String(format: "%.5g", number) : text
  }

  private static func isDate(_ section: String) -> Bool {
    let letters = unquoted(section)
    return letters.contains("yy") || letters.contains("dd") || letters.contains("mm")
  }

  /// A format without its texts in quotes.
  private static func unquoted(_ format: String) -> String {
    format.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined()
  }

  private static func sections(of format: String) -> [String] {
    var sections = [""]
    var isQuoted = false
    for character in format {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        sections.append("")
      } else {
        sections[sections.count - 1].append(character)
      }
    }
    return sections
  }
}
