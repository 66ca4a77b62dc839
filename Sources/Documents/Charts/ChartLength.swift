internal import Foundation

/// Lengths in a picture: tenths of its unit in whole numbers, so that no locale and no rounding of
/// the machine shows in what is written.
enum ChartLength {
  /// With a point before the decimal: `12`, `12.5`, `-0.5`.
  static func text(_ tenths: Int) -> String {
    let size = tenths.magnitude
    let decimal = size % 10 == 0 ? "" : ".\(size % 10)"
    return "\(tenths < 0 ? "-" : "")\(size / 10)\(decimal)"
  }

  /// The size of letters in charts, and how far apart their lines are.
  static let letters = 130
  static let lineHeight = 150

  /// About how long a text is, a little too long rather than too short.
  static func width(of text: String, letters: Int = letters) -> Int {
    let total = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return (total * letters + 999) / 1000
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    accented.contains(scalar.value)
      ? accentedWidths[Int(scalar.value - accented.lowerBound)] : plainWidth(of: scalar)
  }

  /// The width of a letter in thousandths of the letters' size, of Times and what stands in for it.
  private static func plainWidth(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case " ", ".", ",", ";", ":", "'", "i", "j", "l", "t", "f", "/", "|": 280
    case "I", "(", ")", "[", "]", "-", "r", "s": 390
    case "m", "w", "M", "W", "%", "≥", "≤", "…": 900
    case "A"..."Z", "Đ": 720
    case "\u{0300}"..."\u{036F}": 0
    default: 510
    }
  }

  /// Where letters with their accents stand: each is as wide as what it is put together from.
  private static let accented: Range<UInt32> = 0xC0..<0x1F00
  private static let accentedWidths: [Int] = accented.map { value in
    let letter = Unicode.Scalar(value).map(String.init) ?? ""
    return letter.decomposedStringWithCanonicalMapping.unicodeScalars
      .reduce(0) { $0 + plainWidth(of: $1) }
  }

  /// A text on at most so many lines of a width, broken at spaces; what finds no room is cut off
  /// with an ellipsis.
  static func lines(of text: String, width limit: Int, atMost count: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, width(of: "\(last) \(word)") <= limit {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    guard lines.count > count || lines.contains(where: { width(of: $0) > limit }) else {
      return lines
    }
    let isCut = lines.count > count
    lines = Array(lines.prefix(count))
    return lines.enumerated().map { index, line in
      let mustCut = (isCut && index == count - 1) || width(of: line) > limit
      return mustCut ? shortened(line, to: limit) : line
    }
  }

  private static func shortened(_ line: String, to limit: Int) -> String {
    var line = line
    while !line.isEmpty, width(of: line + "…") > limit { line.removeLast() }
    while line.last == " " { line.removeLast() }
    return line + "…"
  }
}
