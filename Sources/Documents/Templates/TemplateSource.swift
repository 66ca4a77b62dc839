internal import Foundation

/// One file of templates, parsed.
struct TemplateSource: Sendable {
  /// What files of templates end with.
  static let suffix = ".mustache"

  /// As other templates include it: `letterhead.html`.
  let name: String
  /// As messages name it.
  let file: String
  let nodes: [TemplateNode]
  /// As it is written, with plain line ends.
  let text: String

  /// How texts become data in it.
  var escaping: TextEscaping {
    if name.hasSuffix(".md") { return .markdown }
    return name.hasSuffix(".txt") ? .plain : .html
  }

  init(path: String, name: String, file: String) throws(TemplateError) {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else { throw TemplateError(file: file, problem: .missingFile) }
    try self.init(text, name: name, file: file)
  }

  init(_ text: String, name: String, file: String) throws(TemplateError) {
    // Windows editors add a mark at the beginning and a letter to every line end.
    let plain = String(
      (text.first == "\u{FEFF}" ? text.dropFirst() : text[...])
        .replacing("\r\n", with: "\n"))
    self.name = name
    self.file = file
    self.text = plain
    if PageParts.contains(name), let fault = PageParts.fault(plain) { throw fault.within(file) }
    do throws(TemplateFault) {
      nodes = try TemplateNode.tree(of: plain)
    } catch {
      throw error.within(file)
    }
  }

  /// The names of the templates that it includes, as its tags write them, also in sections that
  /// nobody knows.
  var partials: Set<String> { Self.partials(in: nodes) }

  private static func partials(in nodes: [TemplateNode]) -> Set<String> {
    nodes.reduce(into: []) { names, node in
      guard case .tag(let tag, let children) = node else { return }
      if tag.kind == .partial { names.insert(tag.text) }
      names.formUnion(partials(in: children))
    }
  }
}
