/// Code stands in scripts and nowhere else, so that a policy can name all of it.
struct InlineCodeRule: PageRule {
  func findings(in page: HTMLPage) -> [Finding] {
    page.nodes.flatMap { node in
      node.attributes.compactMap { attribute in
        if attribute.name.hasPrefix("on") {
          return Finding(
            .inlineCode, line: node.line,
            "mã lệnh đứng trong thuộc tính \(attribute.name) của <\(node.name)>")
        }
        let letters = attribute.value.lowercased().filter { !$0.isWhitespace }
        guard letters.hasPrefix("javascript:") || letters.hasPrefix("vbscript:") else { return nil }
        return Finding(
          .inlineCode, line: node.line,
          "đường dẫn trong thuộc tính \(attribute.name) của <\(node.name)> là mã lệnh")
      }
    }
  }
}
