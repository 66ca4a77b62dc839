/// An `id` stands once, and whatever refers to one finds it.
struct IdentifierRule: PageRule {
  /// Attributes with the `id`s of other elements.
  private static let references: Set<String> = [
    "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for",
    "headers", "list", "form",
  ]

  func findings(in page: HTMLPage) -> [Finding] {
    page.nodes.enumerated().flatMap { number, node -> [Finding] in
      node.attributes.flatMap { attribute -> [Finding] in
        if attribute.name == "id", page.ids[attribute.value] != number {
          return [Finding(.identifier, line: node.line, "id «\(attribute.value)» đứng hai lần")]
        }
        return referred(by: attribute).filter { page.ids[$0] == nil }.map {
          Finding(
            .identifier, line: node.line,
            "\(attribute.name) của <\(node.name)> trỏ đến id «\($0)» không có trong trang")
        }
      }
    }
  }

  /// The `id`s that an attribute refers to.
  private func referred(by attribute: PageAttribute) -> [String] {
    if Self.references.contains(attribute.name) {
      return attribute.value.split(separator: " ").map(String.init)
    }
    guard attribute.value.utf8.contains(UInt8(ascii: "#")),
      let start = attribute.value.firstRange(of: "url(#")
    else { return [] }
    return [String(attribute.value[start.upperBound...].prefix { $0 != ")" })]
  }
}
