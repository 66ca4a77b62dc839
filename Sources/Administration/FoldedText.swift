import Foundation

/// A text stripped to what two spellings of one name share.
package enum FoldedText {
  /// Small letters without accents (đ is d), punctuation as one space, no space at the ends:
  /// `"Ngày  tiếp-nhận: "` is `"ngay tiep nhan"`.
  ///
  /// Accents go in every form they are written in: composed, decomposed, and with the tone on
  /// either vowel (hòa, hoà).
  package static func of(_ text: String) -> String {
    var folded: [UInt8] = []
    var isGap = false
    // ASCII is taken apart already.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let parts = isASCII ? text : text.decomposedStringWithCompatibilityMapping
    for scalar in parts.unicodeScalars {
      guard let letter = letter(of: scalar) else {
        if scalar.properties.generalCategory != .nonspacingMark { isGap = true }
        continue
      }
      if isGap, !folded.isEmpty { folded.append(0x20) }
      isGap = false
      folded.append(contentsOf: letter)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// ``of(_:)`` of a unit's name, without the words Ủy ban nhân dân and UBND (contract, 5).
  package static func ofUnitName(_ text: String) -> String {
    withoutCommittee(of(text), committee: ["uy", "ban", "nhan", "dan"])
  }

  /// Like ``ofUnitName(_:)``, but with the accents, each written in one way: `"UBND Xã Hoà-Bình"`
  /// is `"xa\u{303} hoa\u{300} binh\u{300}"`, as is `"xã hòa bình"`.
  package static func accentedUnitName(_ text: String) -> String {
    withoutCommittee(accented(text), committee: Self.accentedCommittee)
  }

  private static let accentedCommittee = accented("ủy ban nhân dân").split(separator: " ")

  private static func withoutCommittee(_ text: String, committee: [Substring]) -> String {
    let words = text.split(separator: " ")
    var kept: [Substring] = []
    var index = 0
    while index < words.count {
      if words[index...].starts(with: committee) {
        index += committee.count
      } else {
        if words[index] != "ubnd" { kept.append(words[index]) }
        index += 1
      }
    }
    return kept.joined(separator: " ")
  }

  /// Small letters with their accents, punctuation as one space, no space at the ends; the tone
  /// stands behind the word, so that its place on one of two vowels does not matter.
  private static func accented(_ text: String) -> String {
    var words = ""
    var tones = String.UnicodeScalarView()
    var isGap = false
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if Self.tones.contains(scalar) {
        tones.append(scalar)
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        if isGap, !words.isEmpty { words.append(" ") }
        isGap = false
        words.append(scalar.properties.lowercaseMapping)
      } else if scalar.properties.generalCategory == .nonspacingMark {
        words.unicodeScalars.append(scalar)
      } else {
        words.unicodeScalars.append(contentsOf: tones)
        tones.removeAll()
        isGap = true
      }
    }
    words.unicodeScalars.append(contentsOf: tones)
    return words
  }

  /// Grave, acute, tilde, hook above and dot below; the other marks make another vowel.
  private static let tones: Set<Unicode.Scalar> = [
    "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}",
  ]

  /// The small letter or digit that a scalar stands for; `nil` where it is neither.
  private static func letter(of scalar: Unicode.Scalar) -> [UInt8]? {
    switch scalar {
    case "a"..."z", "0"..."9": [UInt8(truncatingIfNeeded: scalar.value)]
    case "A"..."Z": [UInt8(truncatingIfNeeded: scalar.value + 32)]
    case "đ", "Đ": [0x64]
    case _ where scalar.isASCII: nil
    case _ where scalar.properties.isAlphabetic: Array(scalar.properties.lowercaseMapping.utf8)
    default: nil
    }
  }
}
