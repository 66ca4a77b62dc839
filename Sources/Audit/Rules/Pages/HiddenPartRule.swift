/// Nothing is kept from a reader whose browser runs no script.
///
/// Only what is of no use without a script may wait for it: fields and buttons with their labels.
struct HiddenPartRule: PageRule {
  /// What a hidden element may be made of.
  private static let tools: Set<String> = [
    "label", "input", "select", "option", "button", "output", "fieldset", "legend", "datalist",
    "div", "span", "p", "form", "svg", "path", "title", "desc",
  ]
  private static let fields: Set<String> = ["input", "select", "button", "output"]

  func findings(in page: HTMLPage) -> [Finding] {
    let styles = page.code("style").flatMap { HidingStyle.selectors(in: $0.text) }
    var findings: [Finding] = []
    var next = 0
    while next < page.nodes.count {
      let node = page.nodes[next]
      if let how = Self.isHidden(next, in: page, by: styles), !Self.isTool(next, in: page) {
        findings.append(
          Finding(
            .hiddenPart, line: node.line,
            "<\(node.name)> bị ẩn (\(how)), không có mã lệnh thì không đọc được"))
        next = node.end
      } else {
        next += 1
      }
    }
    return findings
  }

  /// How an element is hidden as the page is written; `nil` where it is not.
  private static func isHidden(
    _ number: Int, in page: HTMLPage, by styles: [HidingStyle]
  ) -> String? {
    let node = page.nodes[number]
    if node.name.isEmpty { return nil }
    if node.name == "template" || node.name == "noscript" { return "thẻ \(node.name)" }
    if node.name == "dialog", node.attribute("open") == nil { return "thẻ dialog" }
    if node.attribute("hidden") != nil { return "thuộc tính hidden" }
    if let style = node.attribute("style"), HidingStyle.hides(style) { return "thuộc tính style" }
    return styles.first { $0.fits(node) }.map { "bảng kiểu, \($0.selector)" }
  }

  /// Whether an element holds nothing but fields and what belongs to them.
  private static func isTool(_ number: Int, in page: HTMLPage) -> Bool {
    let elements = page.nodes[number..<page.nodes[number].end].filter { !$0.name.isEmpty }
    return elements.allSatisfy { tools.contains($0.name) }
      && elements.contains { fields.contains($0.name) }
  }
}
