/// A piece of a template.
enum TemplateNode: Hashable, Sendable {
  /// What is written as it stands.
  case text(String)
  /// A variable, a partial, or a section with what stands between it and its end.
  case tag(TemplateTag, [TemplateNode])

  /// The pieces of a template, as they stand in each other.
  static func tree(of text: String) throws(TemplateFault) -> [TemplateNode] {
    var scanner = TemplateScanner(text)
    // `open[0]` collects what stands in no section.
    var open: [(tag: TemplateTag?, children: [TemplateNode])] = [(nil, [])]
    while let piece = try scanner.next() {
      guard case .tag(let tag) = piece else {
        if case .text(let text) = piece { open[open.count - 1].children.append(.text(text)) }
        continue
      }
      switch tag.kind {
      case .variable, .partial:
        open[open.count - 1].children.append(.tag(tag, []))
      case .section, .inverted:
        open.append((tag, []))
      case .close:
        let (opening, children) = open[open.count - 1]
        guard let opening, opening.text == tag.text else {
          throw TemplateFault(
            place: tag.place, problem: .wrongClose(tag.text, open: opening?.text))
        }
        open.removeLast()
        open[open.count - 1].children.append(.tag(opening, children))
      case .comment: break
      }
    }
    if let unclosed = open[open.count - 1].tag {
      throw TemplateFault(place: unclosed.place, problem: .unclosedSection(unclosed.text))
    }
    return open[0].children
  }
}
