/// A tag with what stands between it and its end.
struct TemplateNode: Sendable {
  var tag: TemplateTag
  /// Empty but for sections.
  var children: [TemplateNode]

  /// The tags of a template, as they stand in each other.
  static func tree(of text: String) throws(TemplateFault) -> [TemplateNode] {
    var scanner = TemplateScanner(text)
    // `open[0]` collects what stands in no section.
    var open: [(tag: TemplateTag?, children: [TemplateNode])] = [(nil, [])]
    while let tag = try scanner.next() {
      switch tag.kind {
      case .variable, .partial:
        open[open.count - 1].children.append(TemplateNode(tag: tag, children: []))
      case .section, .inverted:
        open.append((tag, []))
      case .close:
        let (opening, children) = open[open.count - 1]
        guard let opening, opening.text == tag.text else {
          throw TemplateFault(
            place: tag.place, problem: .wrongClose(tag.text, open: opening?.text))
        }
        open.removeLast()
        open[open.count - 1].children.append(TemplateNode(tag: opening, children: children))
      }
    }
    if let unclosed = open[open.count - 1].tag {
      throw TemplateFault(place: unclosed.place, problem: .unclosedSection(unclosed.text))
    }
    return open[0].children
  }
}
