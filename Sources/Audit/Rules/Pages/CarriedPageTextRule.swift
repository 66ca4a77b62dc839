/// No page shows a piece of a template, a lost letter or a value as programs print it.
struct CarriedPageTextRule: PageRule {
  /// Attributes that a reader is told.
  private static let sentences: Set<String> = ["aria-label", "alt", "title", "content"]
  /// Attributes that are words for programs.
  private static let names: Set<String> = ["class", "id", "type", "name"]

  func findings(in page: HTMLPage) -> [Finding] {
    page.nodes.flatMap { node -> [Finding] in
      let found: [String?]
      if node.name.isEmpty {
        guard !page.isCode(node) else { return [] }
        found = [CarriedText.fault(in: node.text) ?? ProgramText.fault(in: node.text)]
      } else {
        found = node.attributes.map { attribute in
          CarriedText.fault(in: attribute.value)
            ?? (Self.names.contains(attribute.name)
              ? nil
              : ProgramText.fault(
                in: attribute.value, isSentence: Self.sentences.contains(attribute.name)))
        }
      }
      return found.compactMap { $0 }.map { Finding(.carriedError, line: node.line, $0) }
    }
  }
}
