/// The text of HTML; works on bytes, because pages are many.
enum PageText {
  private static let entities: [(String, String)] = [
    ("&nbsp;", " "), ("&#160;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
    ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"),
  ]

  /// A page without its marks, its style sheet and its scripts.
  static func readable(_ html: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(html.utf8.count)
    var rest = Array(html.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      bytes += rest[..<start]
      bytes.append(UInt8(ascii: " "))
      rest = rest[start...]
      let hidden = ["style", "script"].first { rest.dropFirst().starts(with: $0.utf8) }
      if let hidden { rest = rest[(place(of: "</\(hidden)", in: rest) ?? rest.endIndex)...] }
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return text(bytes) }
      rest = rest[(end + 1)...]
    }
    return text(bytes + rest)
  }

  /// The readable texts of the headings of a page.
  static func headings(_ html: String) -> [String] {
    (1...6).flatMap { level in
      // What stands between begins with the rest of the opening mark.
      pieces(of: html, after: "<h\(level)", until: "</h\(level)>").map { readable("<" + $0) }
    }
  }

  /// Every text between one text and the next place of another.
  static func pieces(of text: String, after start: String, until end: String) -> [String] {
    var pieces: [String] = []
    var rest = Array(text.utf8)[...]
    while let found = place(of: start, in: rest) {
      rest = rest[(found + start.utf8.count)...]
      guard let stop = place(of: end, in: rest) else { return pieces }
      pieces.append(String(decoding: rest[..<stop], as: UTF8.self))
      rest = rest[stop...]
    }
    return pieces
  }

  /// Where a text begins; `nil` where it does not stand there.
  private static func place(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var rest = bytes
    while let found = rest.firstIndex(of: first) {
      rest = rest[found...]
      if rest.starts(with: wanted) { return found }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    let text = String(decoding: Array(bytes), as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
