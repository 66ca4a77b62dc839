/// Something that must hold of every Markdown file.
protocol MarkdownRule: Sendable {
  /// What is wrong, without the file.
  func findings(in tables: [MarkdownTable], of lines: [Substring]) -> [Finding]
}

extension AuditRules {
  static let markdown: [any MarkdownRule] = [
    MarkdownTextRule(), MarkdownTableRule(), MarkdownFigureRule(),
  ]
}
