extension PairEncoding {
  /// VNI-Windows: a letter of Windows-1252 that carries shape and tone follows its vowel.
  ///
  /// The table is the published VNI-Windows character set (VNI Software, the VNI fonts of the
  /// 1990s): `aù aø aû aõ aï` for á à ả ã ạ, `aâ aá aà aå aã aä` for â ấ ầ ẩ ẫ ậ,
  /// `aê aé aè aú aü aë` for ă ắ ằ ẳ ẵ ặ, likewise e, o, u and y; ô is ơ, ö is ư, ñ is đ, and
  /// i and y with a dot have bytes of their own. A capital has the capital mark; a mark of the
  /// other case is read too, and the letter's case is the vowel's.
  static let vni: PairEncoding = {
    var encoding = windows1252
    for byte in UInt8(0xC0)...0xFF where byte != 0xD7 && byte != 0xF7 { encoding.remove(byte) }
    let alone: [(UInt8, Unicode.Scalar, Unicode.Scalar)] = [
      (0xF4, "ơ", "Ơ"), (0xF6, "ư", "Ư"), (0xF1, "đ", "Đ"), (0xED, "í", "Í"),
      (0xEC, "ì", "Ì"), (0xE6, "ỉ", "Ỉ"), (0xF3, "ĩ", "Ĩ"), (0xF2, "ị", "Ị"),
      (0xEE, "ỵ", "Ỵ"),
    ]
    for (byte, small, capital) in alone {
      encoding.add(byte, small)
      encoding.add(byte - 0x20, capital)
    }
    let tones: [(mark: UInt8, tone: VietnameseLetters.Tone)] = [
      (0xF9, .acute), (0xF8, .grave), (0xFB, .hook), (0xF5, .tilde), (0xEF, .dot),
    ]
    let circumflex: [(mark: UInt8, tone: VietnameseLetters.Tone)] = [
      (0xE2, .level), (0xE1, .acute), (0xE0, .grave), (0xE5, .hook), (0xE3, .tilde),
      (0xE4, .dot),
    ]
    let breve: [(mark: UInt8, tone: VietnameseLetters.Tone)] = [
      (0xEA, .level), (0xE9, .acute), (0xE8, .grave), (0xFA, .hook), (0xFC, .tilde),
      (0xEB, .dot),
    ]
    encoding.addTones(tones + tones.map { ($0.mark - 0x20, $0.tone) })
    encoding.add(shape: circumflex, over: [("a", "â"), ("e", "ê"), ("o", "ô")])
    encoding.add(shape: breve, over: [("a", "ă")])
    return encoding
  }()

  /// Adds marks that carry a shape as well, for both cases of letter and mark.
  private mutating func add(
    shape marks: [(mark: UInt8, tone: VietnameseLetters.Tone)],
    over letters: [(base: Unicode.Scalar, shaped: Unicode.Scalar)]
  ) {
    for family in VietnameseLetters.families {
      for (base, shaped) in letters {
        let isSmall = family[0] == shaped
        guard isSmall || String(family[0]).lowercased() == String(shaped) else { continue }
        let baseByte = UInt8(truncatingIfNeeded: base.value) - (isSmall ? 0 : 0x20)
        for (mark, tone) in marks {
          add(baseByte, mark, family[tone.rawValue])
          add(baseByte, mark - 0x20, family[tone.rawValue])
        }
      }
    }
  }
}
