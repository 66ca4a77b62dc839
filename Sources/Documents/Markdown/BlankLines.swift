/// The empty lines of a Markdown text that templates leave behind where they write nothing.
enum BlankLines {
  /// One where several follow each other, none at the beginning and the end.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    let newline = UInt8(ascii: "\n")
    // As many line ends as there are in a row.
    var ends = 2
    for byte in text {
      ends = byte == newline ? ends + 1 : 0
      if ends < 3 { bytes.append(byte) }
    }
    while bytes.last == newline { bytes.removeLast() }
    bytes.append(newline)
    return bytes
  }
}
