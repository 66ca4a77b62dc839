/// Puts the tags of a page together to elements.
///
/// Only what every browser reads the same way is taken: each element closed where it should be,
/// and none where a browser would move it elsewhere.
enum PageTree {
  /// Elements without a content.
  private static let void: Set<String> = [
    "meta", "link", "br", "wbr", "hr", "img", "col", "input", "base", "source", "embed", "area",
    "track",
  ]

  /// Elements that end a paragraph by themselves.
  private static let blocks: Set<String> = [
    "p", "div", "ul", "ol", "dl", "table", "section", "article", "header", "footer", "nav", "main",
    "aside", "details", "figure", "form", "pre", "blockquote", "address", "hr", "h1", "h2", "h3",
    "h4", "h5", "h6", "fieldset",
  ]

  /// What may hold an element that stands nowhere else.
  private static let parents: [String: Set<String>] = [
    "tr": ["thead", "tbody", "tfoot"], "td": ["tr"], "th": ["tr"], "thead": ["table"],
    "tbody": ["table"], "tfoot": ["table"], "caption": ["table"], "colgroup": ["table"],
    "col": ["colgroup"], "li": ["ul", "ol"], "summary": ["details"], "head": ["html"],
    "body": ["html"],
  ]

  /// Elements that hold nothing but some others: the same table, seen from above.
  private static let isStructure: Set<String> = [
    "table", "thead", "tbody", "tfoot", "tr", "colgroup", "ul", "ol", "html", "head",
  ]

  static func nodes(of html: String) throws(PageDamage) -> [HTMLPage.Node] {
    var tokens = PageTokenizer(html)
    var nodes: [HTMLPage.Node] = []
    nodes.reserveCapacity(html.utf8.count / 16)
    /// The numbers of the elements that are not closed yet, the innermost last.
    var open: [Int] = []
    var hasDoctype = false
    while true {
      let line = tokens.line
      guard let token = try tokens.next() else { break }
      let damage = { (sentence: String) in PageDamage(line: line, sentence: sentence) }
      guard hasDoctype || token == .doctype else {
        throw damage("trang không mở đầu bằng <!DOCTYPE html>")
      }
      switch token {
      case .doctype:
        guard !hasDoctype else { throw damage("<!DOCTYPE html> đứng hai lần") }
        hasDoctype = true
      case .text(let text):
        let isBlank = text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
        let holder = open.last.map { nodes[$0].name } ?? "html"
        guard isBlank || !isStructure.contains(holder) else {
          throw damage("có chữ đứng ngay trong <\(holder)>")
        }
        // A text that begins at the end of a line belongs to the next.
        let above = text.utf8.prefix { $0 == 0x20 || $0 == 0x0A }.filter { $0 == 0x0A }.count
        nodes.append(
          HTMLPage.Node(
            name: "", text: text, line: line + above, parent: open.last, end: nodes.count + 1))
      case .start(let name, let attributes, let isClosed):
        try check(name, below: open.map { nodes[$0].name }, line)
        let isInDrawing = open.contains { nodes[$0].name == "svg" }
        guard !isClosed || isInDrawing || void.contains(name) else {
          throw damage("thẻ <\(name)/> không được tự đóng")
        }
        nodes.append(
          HTMLPage.Node(
            name: name, attributes: attributes, line: line, parent: open.last,
            end: nodes.count + 1))
        if !isClosed, !void.contains(name) { open.append(nodes.count - 1) }
      case .end(let name):
        guard let last = open.popLast(), nodes[last].name == name else {
          throw damage("thẻ đóng </\(name)> không khớp với thẻ đang mở")
        }
        nodes[last].end = nodes.count
      }
    }
    if let last = open.last {
      throw PageDamage(
        line: nodes[last].line, sentence: "thẻ <\(nodes[last].name)> không có thẻ đóng")
    }
    guard hasDoctype else { throw PageDamage(line: 1, sentence: "trang rỗng") }
    return nodes
  }

  /// Whether an element may stand below others, the innermost last.
  private static func check(
    _ name: String, below open: [String], _ line: Int
  ) throws(PageDamage) {
    let holder = open.last ?? ""
    if let allowed = parents[name], !allowed.contains(holder) {
      throw PageDamage(line: line, sentence: "<\(name)> không được đứng trong <\(holder)>")
    }
    if blocks.contains(name), open.contains("p") {
      throw PageDamage(line: line, sentence: "<\(name)> không được đứng trong <p>")
    }
    if name == "a", open.contains("a") {
      throw PageDamage(line: line, sentence: "<a> không được đứng trong <a>")
    }
    if holder.isEmpty, name != "html" {
      throw PageDamage(line: line, sentence: "<\(name)> đứng ngoài <html>")
    }
  }
}
