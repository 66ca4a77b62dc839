/// Values as programs print them, which mean nothing to a reader.
enum ProgramText {
  private static let words: Set<String> = [
    "nil", "null", "NaN", "inf", "Infinity", "undefined",
  ]

  /// What is wrong with a text; `nil` where nothing is.
  ///
  /// In sentences "nan" is a word of the language; it is none where no other word stands, and
  /// none where the text is no sentence.
  static func fault(in text: some StringProtocol, isSentence: Bool = true) -> String? {
    var word: [UInt8] = []
    var hasOthers = false
    var hasNotANumber = false
    var found: String?
    let endWord = { (next: UInt8) in
      guard let first = word.first else { return }
      defer { word.removeAll(keepingCapacity: true) }
      guard first >= UInt8(ascii: "A") else { return }
      let text = String(decoding: word, as: UTF8.self)
      if text == "nan" {
        hasNotANumber = true
      } else if words.contains(text) {
        found = text
      } else if text == "Optional", next == UInt8(ascii: "(") {
        found = "Optional("
      } else {
        hasOthers = true
      }
    }
    for byte in text.utf8 {
      if isOfWord(byte) { word.append(byte) } else { endWord(byte) }
      if found != nil { break }
    }
    endWord(0)
    if found == nil, hasNotANumber, !(isSentence && hasOthers) { found = "nan" }
    return found.map { "có chữ của chương trình («\($0)») ở chỗ của số liệu" }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
