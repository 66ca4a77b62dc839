/// The empty lines of a Markdown text that templates leave behind where they write nothing.
enum BlankLines {
  /// One where several follow each other, none at the beginning and the end.
  static func joined(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    let newline = UInt8(ascii: "\n")
    for byte in text.utf8 {
      let isThird = byte == newline && bytes.suffix(2).elementsEqual([newline, newline])
      if !isThird, !(byte == newline && bytes.isEmpty) { bytes.append(byte) }
    }
    while bytes.last == newline { bytes.removeLast() }
    bytes.append(newline)
    return String(decoding: bytes, as: UTF8.self)
  }
}
