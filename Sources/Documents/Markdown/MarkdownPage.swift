internal import CMarkdown

/// Writes Markdown as HTML, of which none comes from the text itself.
struct MarkdownPage {
  private var bytes: [UInt8] = []
  /// Headings of the second level so far.
  private var sections = 0

  /// The HTML of a text.
  static func html(_ text: String) -> String {
    let tree = MarkdownTree(text)
    var page = MarkdownPage()
    for node in tree.root.children { page.writeBlock(node) }
    return String(decoding: page.bytes, as: UTF8.self)
  }

  // MARK: - Blocks

  private mutating func writeBlock(_ node: MarkdownTree.Node) {
    switch node.kind {
    case MARKDOWN_HEADING:
      let tag = "h\(node.headingLevel)"
      if node.headingLevel == 2 {
        sections += 1
        write("<h2 id=\"muc-\(sections)\">")
      } else {
        write("<\(tag)>")
      }
      writeInlines(node)
      write("</\(tag)>\n")
    case MARKDOWN_PARAGRAPH: writeElement("p", node)
    case MARKDOWN_QUOTE: writeBlocks("blockquote", node)
    case MARKDOWN_LIST: writeList(node)
    case MARKDOWN_CODE_BLOCK:
      write("<pre>")
      HTMLText.append(lines: node.literal, to: &bytes)
      write("</pre>\n")
    case MARKDOWN_LINE: write("<hr>\n")
    case MARKDOWN_TABLE: writeTable(node)
    default:
      write("<p>")
      HTMLText.append(node.literal, to: &bytes)
      write("</p>\n")
    }
  }

  private mutating func writeElement(_ tag: String, _ node: MarkdownTree.Node) {
    write("<\(tag)>")
    writeInlines(node)
    write("</\(tag)>\n")
  }

  private mutating func writeBlocks(_ tag: String, _ node: MarkdownTree.Node) {
    write("<\(tag)>\n")
    for child in node.children { writeBlock(child) }
    write("</\(tag)>\n")
  }

  private mutating func writeList(_ node: MarkdownTree.Node) {
    let tag = node.listStart == nil ? "ul" : "ol"
    let start = node.listStart.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    write("<\(tag)\(start)>\n")
    for item in node.children {
      write("<li>")
      for child in item.children {
        if node.isTightList, child.kind == MARKDOWN_PARAGRAPH {
          writeInlines(child)
        } else {
          writeBlock(child)
        }
      }
      write("</li>\n")
    }
    write("</\(tag)>\n")
  }

  private mutating func writeTable(_ node: MarkdownTree.Node) {
    let sides = node.alignments
    write("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Bảng\">\n")
    write("<table class=\"written\" aria-label=\"Bảng trong phần nội dung\">\n")
    var isBody = false
    for row in node.children {
      if row.isHeadRow {
        write("<thead>\n")
      } else if !isBody {
        isBody = true
        write("<tbody>\n")
      }
      write("<tr>")
      for (column, cell) in row.children.enumerated() {
        let tag = row.isHeadRow ? "th" : "td"
        let side = column < sides.count ? sides[column] : 0
        write(row.isHeadRow ? "<th scope=\"col\"" : "<td")
        if !row.isHeadRow, side == UInt8(ascii: "r") { write(" class=\"number\"") }
        if !row.isHeadRow, side == UInt8(ascii: "c") { write(" class=\"mark\"") }
        write(">")
        writeInlines(cell)
        write("</\(tag)>")
      }
      write("</tr>\n")
      if row.isHeadRow { write("</thead>\n") }
    }
    write(isBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
  }

  // MARK: - Within a line

  private mutating func writeInlines(_ node: MarkdownTree.Node) {
    for child in node.children { writeInline(child) }
  }

  private mutating func writeInline(_ node: MarkdownTree.Node) {
    switch node.kind {
    case MARKDOWN_SOFT_BREAK: write("\n")
    case MARKDOWN_HARD_BREAK: write("<br>\n")
    case MARKDOWN_CODE: writeInline("code", of: node.literal)
    case MARKDOWN_EMPHASIS:
      let isGap = node.children.map(\.literal).joined() == NarrativeGap.words
      writeInline(isGap ? "mark" : "em", node)
    case MARKDOWN_STRONG: writeInline("strong", node)
    case MARKDOWN_STRUCK: writeInline("del", node)
    case MARKDOWN_LINK, MARKDOWN_IMAGE: writeInlines(node)
    default: HTMLText.append(node.literal, to: &bytes)
    }
  }

  private mutating func writeInline(_ tag: String, _ node: MarkdownTree.Node) {
    write("<\(tag)>")
    writeInlines(node)
    write("</\(tag)>")
  }

  private mutating func writeInline(_ tag: String, of text: String) {
    write("<\(tag)>")
    HTMLText.append(text, to: &bytes)
    write("</\(tag)>")
  }

  private mutating func write(_ markup: String) { bytes += markup.utf8 }
}

/// The mark of a text that people have not written yet.
enum NarrativeGap {
  static let words = "[đơn vị bổ sung]"
  /// As Markdown writes it.
  static let markdown = #"*\[đơn vị bổ sung\]*"#
}
