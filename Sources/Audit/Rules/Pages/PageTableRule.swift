/// A table says what it shows, and which of its cells are heads of what.
struct PageTableRule: PageRule {
  private static let scopes: Set<String> = ["col", "colgroup", "row", "rowgroup"]

  func findings(in page: HTMLPage) -> [Finding] {
    page.elements("table").flatMap { table in
      var findings: [Finding] = []
      if name(of: table, in: page).allSatisfy(\.isWhitespace) {
        findings.append(
          Finding(
            .pageTable, line: page.nodes[table].line, "bảng không có tên (caption, aria-label)"))
      }
      let heads = page.elements(["th"], in: table)
      if heads.isEmpty {
        findings.append(
          Finding(.pageTable, line: page.nodes[table].line, "bảng không có ô đầu bảng (th)"))
      }
      for head in heads where !Self.scopes.contains(page.nodes[head].attribute("scope") ?? "") {
        findings.append(
          Finding(
            .pageTable, line: page.nodes[head].line,
            "ô đầu bảng «\(page.words(of: head))» không nói là của cột hay của dòng (scope)"))
      }
      return findings
    }
  }

  /// What a reader is told that the table is.
  private func name(of table: Int, in page: HTMLPage) -> String {
    let node = page.nodes[table]
    let captions = page.elements(["caption"], in: table)
    let labels = (node.attribute("aria-labelledby") ?? "").split(separator: " ")
    return (captions + labels.compactMap { page.ids[String($0)] })
      .map { page.text(of: $0) }.joined() + (node.attribute("aria-label") ?? "")
  }
}

extension HTMLPage {
  /// The text of an element on one line, at most forty letters of it.
  func words(of number: Int) -> String {
    let words = text(of: number).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 40 ? words.prefix(39) + "…" : words
  }
}
