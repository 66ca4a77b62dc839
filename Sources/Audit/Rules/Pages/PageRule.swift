/// Something that must hold of every page.
protocol PageRule: Sendable {
  /// What is wrong, without the file.
  func findings(in page: HTMLPage) -> [Finding]
}

extension AuditRules {
  static let page: [any PageRule] = [
    PageHeadRule(), PageTableRule(), PageImageRule(), ExternalRequestRule(), ContentPolicyRule(),
    InlineCodeRule(),
    HiddenPartRule(), IdentifierRule(), CarriedPageTextRule(), EmptyFigureRule(),
  ]
}

extension Finding {
  /// About a line of a text, counted from 1.
  init(_ rule: Rule, line: Int, _ sentence: String) {
    self.init(rule, place: "dòng \(line)", sentence)
  }
}
