/// Something that must hold of every workbook.
protocol BookRule: Sendable {
  /// What is wrong, without the file.
  func findings(in book: AuditedBook) -> [Finding]
}

/// Something that must hold of every text file: pages, Markdown, lists.
protocol TextRule: Sendable {
  /// What is wrong, without the file.
  func findings(in text: AuditedText) -> [Finding]
}

/// The rules that every file of a kind is held to, in the order in which findings are listed.
enum AuditRules {
  static let book: [any BookRule] = [
    PropertiesRule(), SheetSetUpRule(), FormulaValueRule(), CarriedErrorRule(),
    NumberAsTextRule(), TooNarrowRule(), ChartTextRule(),
  ]

  static let text: [any TextRule] = [CarriedTextRule()]

  /// What is wrong with a text file under the rules of its kind.
  static func findings(in text: AuditedText) -> [Finding] {
    var findings = Self.text.flatMap { $0.findings(in: text) }
    if let page = text.page { findings += Self.page.flatMap { $0.findings(in: page) } }
    if text.kind == .markdown {
      let lines = text.lines
      let tables = MarkdownTable.tables(in: lines)
      findings += markdown.flatMap { $0.findings(in: tables, of: lines) }
    }
    return findings
  }
}
