/// The empty lines of a Markdown text that templates leave behind where they write nothing.
enum BlankLines {
  /// One where several follow each other, none at the beginning and the end.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    let text = text.span
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    // As many line ends as there are in a row, and where what is not yet written begins.
    var (ends, start) = (2, 0)
    for place in text.indices {
      guard text[place] == newline else {
        ends = 0
        continue
      }
      ends += 1
      guard ends > 2 else { continue }
      bytes.append(lent: text.extracting(start..<place))
      start = place + 1
    }
    bytes.append(lent: text.extracting(start..<text.count))
    while bytes.last == newline { bytes.removeLast() }
    bytes.append(newline)
    return bytes
  }
}
