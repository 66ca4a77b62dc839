/// The vowels of Vietnamese: twelve shapes in six tones, and which of them meet in a syllable.
enum VietnameseLetters {
  /// Tones in the order of the table's columns.
  enum Tone: Int, CaseIterable {
    case level, grave, hook, tilde, acute, dot
  }

  /// A vowel with its shape (row of the table, from 0) and tone.
  struct Vowel: Hashable {
    var shape: Int
    var tone: Tone
  }

  private static let rows: [String] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]

  private static let lowerScalars: [[Unicode.Scalar]] = rows.map { Array($0.unicodeScalars) }
  private static let upperScalars: [[Unicode.Scalar]] = rows.map {
    Array($0.uppercased().unicodeScalars)
  }

  private static let vowels: [Unicode.Scalar: Vowel] = {
    var vowels: [Unicode.Scalar: Vowel] = [:]
    for table in [lowerScalars, upperScalars] {
      for (shape, row) in table.enumerated() {
        for tone in Tone.allCases {
          vowels[row[tone.rawValue]] = Vowel(shape: shape, tone: tone)
        }
      }
    }
    return vowels
  }()

  /// Every vowel without a tone, both cases, with the same vowel in each tone.
  static var families: [[Unicode.Scalar]] { lowerScalars + upperScalars }

  /// The vowel that a scalar is, in either case; `nil` for any other.
  static func vowel(_ scalar: Unicode.Scalar) -> Vowel? { vowels[scalar] }

  /// Shapes that follow each other in a syllable.
  private static let neighbours: Set<[Int]> = {
    let text =
      "ai ao au ay âu ây eo êu ia iă iâ ie iê io iô iơ iu iư oa oă oe oi oo ôi ôô ơi "
      + "ua uă uâ ue uê ui uo uô uơ uy ưa ưi ươ ưu ya ye yê yu"
    let pairs = text.split(separator: " ").map { pair in
      pair.unicodeScalars.compactMap { vowel($0)?.shape }
    }
    return Set(pairs)
  }()

  /// Whether two letters may stand side by side in a Vietnamese word.
  static func meet(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    let isStroked = { (scalar: Unicode.Scalar) in scalar == "đ" || scalar == "Đ" }
    switch (vowel(first), vowel(second)) {
    case (let first?, let second?):
      // A syllable has one tone.
      return (first.tone == .level || second.tone == .level)
        && neighbours.contains([first.shape, second.shape])
    case (_?, nil):
      return "cmnptCMNPT".unicodeScalars.contains(second)
    case (nil, _?):
      return true
    case (nil, nil):
      return !isStroked(first) && !isStroked(second)
    }
  }
}
