internal import CMarkdown

/// A text that people write in Markdown, made fit to stand within a report.
package enum NarrativeText {
  /// Headings stand below those of the report; HTML, pictures and links become the words that they
  /// hold, for a report on paper leads nowhere.
  package static func fitted(_ text: String) -> String {
    let tree = MarkdownTree(plain(text))
    fit(tree.root)
    return tree.text.trimmingSuffix { $0.isWhitespace }
  }

  /// Headings of the report itself go down to this level.
  private static let lowestHeading = 4

  /// Without the marks that Windows editors put in, and without codes that are no characters.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" && scalar != "\r" {
      let isLayout = scalar == "\n" || scalar == "\t"
      plain.unicodeScalars.append(isLayout ? scalar : TextEscaping.printable(scalar))
    }
    return plain
  }

  private static func fit(_ node: borrowing MarkdownTree.Node) {
    for child in node.children {
      switch child.kind {
      case MARKDOWN_HEADING:
        child.lower(to: lowestHeading)
        fit(child)
      case MARKDOWN_HTML: child.replace(withText: child.literal)
      case MARKDOWN_LINK, MARKDOWN_IMAGE:
        let words = words(of: child)
        let address = child.address
        let isShown = words.isEmpty || !(address.isEmpty || address == words)
        child.replace(withText: isShown ? "\(words) (\(address))" : words)
      default: fit(child)
      }
    }
  }

  private static func words(of node: MarkdownTree.Node) -> String {
    node.literal + node.children.map(words).joined()
  }
}

extension String {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
    var end = endIndex
    while end > startIndex, matches(self[index(before: end)]) { end = index(before: end) }
    return String(self[..<end])
  }
}
