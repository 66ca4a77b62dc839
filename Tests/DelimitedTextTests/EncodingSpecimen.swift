import Foundation

/// Writes Vietnamese in the encodings of the past, by rules of its own: letter by letter from
/// the standards' tables, and by taking letters apart, where the reader puts bytes together.
enum EncodingSpecimen {
  /// All letters with a mark, both cases, each with a word's worth of room round it.
  static let letters =
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"

  /// A table with every letter, a quoted line break and both line ends.
  static let table: String = {
    let spread = { (text: String) in text.map { "t\($0)" }.joined(separator: ";") }
    return "Mã hồ sơ;Ngày tiếp nhận;Đơn vị\r\n"
      + "H01.1;01/02/2025;Ủy ban nhân dân TỈNH Trà Vinh\r\n"
      + "H01.2;\"quyết định, hòa giải\nthuở trước\";người đường phố Ước\n"
      + "\(spread(letters)) \r\n\(spread(letters.uppercased()))\n"
  }()

  /// The TCVN 5712 codes of the small letters, in the order of ``letters``.
  private static let tcvn: [UInt8] = [
    0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xA8, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6, 0xA9, 0xC7, 0xC8, 0xC9,
    0xCA, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xAA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8,
    0xDC, 0xDD, 0xDE, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4, 0xAB, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xAC,
    0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xAD, 0xF5, 0xF6, 0xF7, 0xF8,
    0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xAE,
  ]

  /// TCVN3: a capital with a tone is written as the small letter.
  static func tcvn3(_ text: String) -> [UInt8] {
    var codes: [Character: UInt8] = [:]
    for (letter, code) in zip(letters, tcvn) { codes[letter] = code }
    for (offset, letter) in "ĂÂÊÔƠƯĐ".enumerated() { codes[letter] = 0xA1 + UInt8(offset) }
    return text.unicodeScalars.compactMap { scalar in
      let letter = Character(scalar)
      return scalar.isASCII
        ? UInt8(scalar.value) : codes[letter] ?? codes[Character(letter.lowercased())]
    }
  }

  /// Windows-1258: shapes keep a byte, tones follow as marks.
  static func windows1258(_ text: String) -> [UInt8] {
    let marks: [Unicode.Scalar: UInt8] = [
      "\u{300}": 0xCC, "\u{309}": 0xD2, "\u{303}": 0xDE, "\u{301}": 0xEC, "\u{323}": 0xF2,
    ]
    let shapes: [Character: UInt8] = [
      "ă": 0xE3, "â": 0xE2, "ê": 0xEA, "ô": 0xF4, "ơ": 0xF5, "ư": 0xFD, "đ": 0xF0,
    ]
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      guard !scalar.isASCII else { return [UInt8(scalar.value)] }
      let parts = Parts(scalar)
      let shape = String(String.UnicodeScalarView([parts.base] + parts.shape))
        .precomposedStringWithCanonicalMapping
      let byte = shapes[Character(shape.lowercased())].map { parts.isCapital ? $0 - 0x20 : $0 }
      return [byte ?? UInt8(parts.base.value)] + parts.tone.compactMap { marks[$0] }
    }
  }

  /// VNI-Windows, as typed letters of Windows-1252.
  static func vni(_ text: String) -> [UInt8] {
    let tones: [Unicode.Scalar?] = [nil, "\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"]
    func mark(_ marks: String, _ tone: Unicode.Scalar?) -> String {
      let place = tones.firstIndex(of: tone) ?? 0
      let mark = Array(marks)[place]
      return mark == "-" ? "" : String(mark)
    }
    return text.unicodeScalars.flatMap { scalar -> [UInt8] in
      guard !scalar.isASCII else { return [UInt8(scalar.value)] }
      let parts = Parts(scalar)
      let base = Character(String(parts.base).lowercased())
      let tone = parts.tone.first
      let written: String =
        switch (base, parts.shape.first) {
        case ("đ", _): "ñ"
        case (_, "\u{302}"): "\(base)\(mark("âáàåãä", tone))"
        case (_, "\u{306}"): "\(base)\(mark("êéèúüë", tone))"
        case (_, "\u{31B}"): "\(base == "o" ? "ô" : "ö")\(mark("-ùøûõï", tone))"
        case ("i", _): mark("iíìæóò", tone)
        case ("y", _) where tone == "\u{323}": "î"
        default: "\(base)\(mark("-ùøûõï", tone))"
        }
      return (parts.isCapital ? written.uppercased() : written).unicodeScalars.map {
        UInt8($0.value)
      }
    }
  }

  /// UTF-8 read as Windows-1252 and written as UTF-8 again.
  static func mojibake(_ text: String) -> [UInt8] {
    let high = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    var read = String.UnicodeScalarView()
    for byte in text.utf8 {
      read.append((0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return Array(String(read).utf8)
  }

  static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }

  /// A letter taken apart: base, shape and tone.
  private struct Parts {
    var base: Unicode.Scalar
    var shape: [Unicode.Scalar] = []
    var tone: [Unicode.Scalar] = []
    var isCapital: Bool

    init(_ scalar: Unicode.Scalar) {
      base = scalar
      isCapital = String(scalar).lowercased() != String(scalar)
      for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars {
        switch part {
        case "\u{302}", "\u{306}", "\u{31B}": shape.append(part)
        case "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}": tone.append(part)
        default: base = part
        }
      }
    }
  }
}
