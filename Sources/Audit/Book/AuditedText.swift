/// A text file of a run.
package struct AuditedText: Sendable {
  package enum Kind: Hashable, Sendable {
    case page
    case markdown
    /// A CSV file.
    case list
  }

  package var kind: Kind
  package var content: String

  var lines: [Substring] { content.split(separator: "\n", omittingEmptySubsequences: false) }

  /// What a reader sees, without the marks of HTML and Markdown; a mark stands for a space.
  var readableText: String {
    switch kind {
    case .page: PageText.readable(content)
    case .markdown: Self.unescaped(content)
    case .list: content
    }
  }

  /// The headings, as ``readableText`` has them.
  var headings: [String] {
    switch kind {
    case .page: PageText.headings(content)
    case .markdown: lines.filter { $0.utf8.first == UInt8(ascii: "#") }.map(Self.unescaped)
    case .list: []
    }
  }

  /// Where links lead, as they are written.
  var links: [String] {
    switch kind {
    case .page:
      PageText.pieces(of: content, after: "href=\"", until: "\"")
        + PageText.pieces(of: content, after: "src=\"", until: "\"")
    case .markdown: PageText.pieces(of: content, after: "](", until: ")")
    case .list: []
    }
  }

  private static func unescaped(_ markdown: some StringProtocol) -> String {
    String(decoding: markdown.utf8.filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
  }
}
