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
    let words = of(text).split(separator: " ")
    var kept: [Substring] = []
    var index = 0
    while index < words.count {
      if words[index...].starts(with: ["uy", "ban", "nhan", "dan"]) {
        index += 4
      } else {
        if words[index] != "ubnd" { kept.append(words[index]) }
        index += 1
      }
    }
    return kept.joined(separator: " ")
  }

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
