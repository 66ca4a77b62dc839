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
}
