/// A text file of a run.
package struct AuditedText: Sendable {
  package enum Kind: Hashable, Sendable {
    case page
    case markdown
    /// A CSV file.
    case list
  }

  /// A link as it is written.
  struct Link: Hashable, Sendable {
    var target: String
    /// Counted from 1.
    var line: Int
  }

  let kind: Kind
  let content: String
  /// `nil` where the file is no page.
  let page: HTMLPage?

  /// - Throws: ``PageDamage`` where a page holds what no page of ours should.
  init(kind: Kind, content: String) throws(PageDamage) {
    self.kind = kind
    self.content = content
    page = kind == .page ? try HTMLPage(content) : nil
  }

  // By bytes, which is many times as fast as by letters.
  var lines: [Substring] {
    content.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(Substring.init)
  }

  /// What a reader sees, without the marks of HTML and Markdown; a tag stands for a space.
  var readableText: String {
    switch kind {
    case .page: page?.readableText ?? ""
    case .markdown: Self.unescaped(content)
    case .list: content
    }
  }

  /// The headings, as ``readableText`` has them.
  var headings: [String] {
    switch kind {
    case .page:
      page.map { page in
        (1...6).flatMap { page.elements("h\($0)") }.map { page.text(of: $0) }
      } ?? []
    case .markdown: lines.filter { $0.utf8.first == UInt8(ascii: "#") }.map(Self.unescaped)
    case .list: []
    }
  }

  /// Where links lead.
  var links: [Link] {
    switch kind {
    case .page:
      page.map { page in
        page.nodes.flatMap { node in
          node.attributes.filter { $0.name == "href" || $0.name == "src" }
            .map { Link(target: $0.value, line: node.line) }
        }
      } ?? []
    case .markdown:
      lines.enumerated().flatMap { number, line in
        Self.targets(in: line).map { Link(target: $0, line: number + 1) }
      }
    case .list: []
    }
  }

  /// What stands behind the words of every link of a line of Markdown.
  private static func targets(in line: Substring) -> [String] {
    var targets: [String] = []
    // The last three bytes: an escaped bracket ends no words.
    var last: UInt32 = 0
    var target: [UInt8]?
    for byte in line.utf8 {
      if let bytes = target {
        if byte == UInt8(ascii: ")") {
          targets.append(String(decoding: bytes, as: UTF8.self))
          target = nil
        } else {
          target = bytes + [byte]
        }
        continue
      }
      last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
      if last & 0xFFFF == 0x5D28, last >> 16 != 0x5C { target = [] }
    }
    return targets
  }

  private static func unescaped(_ markdown: some StringProtocol) -> String {
    String(decoding: markdown.utf8.filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
  }
}
