extension PairEncoding {
  /// The bytes from 0x80 to 0x9F, where Windows has punctuation; a space where it has nothing.
  private static let windowsPunctuation =
    "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"

  /// Windows-1252, Western Europe.
  static let windows1252: PairEncoding = {
    var encoding = PairEncoding()
    for byte in UInt8(0xA0)...0xFF { encoding.add(byte, Unicode.Scalar(byte)) }
    for (offset, letter) in windowsPunctuation.unicodeScalars.enumerated() where letter != " " {
      encoding.add(0x80 + UInt8(offset), letter)
    }
    return encoding
  }()

  /// Windows-1258, Vietnamese: a tone is a byte of its own behind the vowel.
  static let windows1258: PairEncoding = {
    var encoding = windows1252
    let own: [(UInt8, Unicode.Scalar)] = [
      (0xC3, "Ă"), (0xD0, "Đ"), (0xD5, "Ơ"), (0xDD, "Ư"),
      (0xE3, "ă"), (0xF0, "đ"), (0xF5, "ơ"), (0xFD, "ư"), (0xFE, "₫"),
      (0xCC, "\u{300}"), (0xD2, "\u{309}"), (0xDE, "\u{303}"), (0xEC, "\u{301}"),
      (0xF2, "\u{323}"),
    ]
    for (byte, letter) in own { encoding.add(byte, letter) }
    for byte: UInt8 in [0x8A, 0x8E, 0x9A, 0x9E] { encoding.remove(byte) }
    encoding.addTones([(0xCC, .grave), (0xD2, .hook), (0xDE, .tilde), (0xEC, .acute), (0xF2, .dot)])
    return encoding
  }()

  /// Lets every vowel that has a byte of its own and no tone take the tones as marks.
  mutating func addTones(_ marks: [(mark: UInt8, tone: VietnameseLetters.Tone)]) {
    for family in VietnameseLetters.families {
      for base in bytes(of: family[0]) {
        for (mark, tone) in marks { add(base, mark, family[tone.rawValue]) }
      }
    }
  }
}
