/// How often every two bytes stand side by side in a file, which is enough to tell how well an
/// encoding fits it without decoding it.
struct DigramCounts: Sendable {
  /// For `first << 8 | second`.
  private var counts = [Int](repeating: 0, count: 1 << 16)
  private var last = Byte.space

  mutating func add(_ bytes: Span<UInt8>) {
    var pair = Int(last)
    var counts = counts.mutableSpan
    for index in bytes.indices {
      pair = (pair << 8 | Int(bytes[index])) & 0xFFFF
      counts[pair] &+= 1
    }
    last = UInt8(truncatingIfNeeded: pair)
  }

  /// The share of the bytes above 0x7F that cannot be Vietnamese in an encoding: 0 for a text in
  /// it, 1 where nothing fits.
  ///
  /// A byte does not fit that has no letter, or a letter of another language, or stands beside a
  /// letter that it never meets in a Vietnamese word; the latter counts half, for codes and lists
  /// of letters are no words. Punctuation and signs fit.
  func misfit(in encoding: PairEncoding) -> Double {
    let letters = (UInt8.min...UInt8.max).map { encoding.scalar(of: $0) }
    let isAlien = letters.enumerated().map { byte, letter in
      byte >= 0x80 && (letter.map(Self.isAlien) ?? true)
    }
    var high = 0
    var aliens = 0
    var strangers = 0
    for first in 0..<256 {
      for second in 0..<256 where first >= 0x80 || second >= 0x80 {
        let count = counts[first << 8 | second]
        guard count > 0 else { continue }
        if second >= 0x80 { high += count }
        guard !encoding.isPair(UInt8(first), UInt8(second)) else { continue }
        if second >= 0x80, isAlien[second] {
          aliens += count
        } else if let before = letters[first], let letter = letters[second],
          before.properties.isAlphabetic, letter.properties.isAlphabetic, !isAlien[first],
          !VietnameseLetters.meet(before, letter)
        {
          strangers += count
        }
      }
    }
    return high == 0 ? 0 : (Double(aliens) + Double(strangers) / 2) / Double(high)
  }

  /// Whether a letter belongs to no Vietnamese text: a tone without a vowel is one as well.
  private static func isAlien(_ letter: Unicode.Scalar) -> Bool {
    let isMark = letter.properties.canonicalCombiningClass != .notReordered
    let isLetter = letter.properties.isAlphabetic
    let isVietnamese =
      VietnameseLetters.vowel(letter) != nil || letter == "đ" || letter == "Đ"
    return isMark || isLetter && !isVietnamese
  }
}
