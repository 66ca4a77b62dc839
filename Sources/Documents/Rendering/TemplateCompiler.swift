internal import DataFiles

/// Resolves every name of a template and of what it includes against the values that there are.
///
/// A name that nobody knows is a fault wherever it stands, also in a section that no report happens
/// to render; rendered as nothing it would be a gap that nobody sees.
struct TemplateCompiler {
  /// The templates by their names.
  let sources: [String: TemplateSource]
  /// The ids of the catalogue, by which figures are named.
  let indicators: [String]
  private(set) var faults: [TemplateError] = []
  /// The names of the templates that the one in hand includes.
  private var included: Set<String> = []

  init(sources: [String: TemplateSource], indicators: [String]) {
    self.sources = sources
    self.indicators = indicators
  }

  /// What a name may be looked up in when the template is written, the innermost last.
  private enum Frame {
    case scope(any TemplateScope.Type, isItem: Bool)
    case text(isItem: Bool)
  }

  /// Where a tag stands.
  private struct Context {
    var source: TemplateSource
    var frames: [Frame]
    /// Whether it comes to be written in Markdown, whichever templates stand between.
    var isMarkdown: Bool
    /// The names of the templates that include this one, and its own.
    var above: [String]
  }

  /// Compiles a template that is given a value of a type; what is wrong is added to ``faults``.
  mutating func compile(
    _ source: TemplateSource, root: any TemplateScope.Type
  ) -> CompiledTemplate {
    let context = Context(
      source: source, frames: [.scope(root, isItem: false)],
      isMarkdown: source.escaping == .markdown, above: [source.name])
    included = []
    var template = CompiledTemplate()
    add(source.nodes, in: context, to: &template)
    template.parts = PageParts(included.sorted().compactMap { sources[$0] })
    return template
  }

  private mutating func add(
    _ nodes: [TemplateNode], in context: Context, to template: inout CompiledTemplate
  ) {
    for node in nodes {
      switch node {
      case .text(let text): template.addText(text)
      case .tag(let tag, _) where tag.kind == .partial:
        addPartial(tag, in: context, to: &template)
      case .tag(let tag, let children):
        do throws(TemplateFault) {
          try add(tag, children, in: context, to: &template)
        } catch {
          // What stands in a section that nobody knows cannot be told.
          note(error.within(context.source.file))
        }
      }
    }
  }

  private mutating func add(
    _ tag: TemplateTag, _ children: [TemplateNode], in context: Context,
    to template: inout CompiledTemplate
  ) throws(TemplateFault) {
    let (lookup, kind) = try lookup(tag, context)
    switch tag.kind {
    case .variable:
      switch kind {
      case .text, .markup: template.addValue(lookup, context.source.escaping)
      case .flag, .texts, .list, .group, .figures, .narrative:
        throw TemplateFault(place: tag.place, problem: .notAText(tag.text))
      }
    case .inverted:
      template.addSection(lookup, isInverted: true) { add(children, in: context, to: &$0) }
    case .section, .close, .partial, .comment:
      var inner = context
      if let frame = Self.frame(of: kind) { inner.frames.append(frame) }
      template.addSection(lookup, isInverted: false) { add(children, in: inner, to: &$0) }
    }
  }

  private mutating func addPartial(
    _ tag: TemplateTag, in context: Context, to template: inout CompiledTemplate
  ) {
    let problem: TemplateProblem
    if let partial = sources[tag.text] {
      if !context.above.contains(partial.name) {
        included.insert(partial.name)
        let inner = Context(
          source: partial, frames: context.frames, isMarkdown: context.isMarkdown,
          above: context.above + [partial.name])
        add(partial.nodes, in: inner, to: &template)
        return
      }
      problem = .includesItself(tag.text)
    } else {
      problem = .unknownPartial(
        tag.text, nearest: NearestName.of(tag.text, among: sources.keys.sorted()))
    }
    note(TemplateFault(place: tag.place, problem: problem).within(context.source.file))
  }

  private mutating func note(_ fault: TemplateError) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// What a section puts before the names that are known outside it.
  private static func frame(of kind: NameKind) -> Frame? {
    switch kind {
    case .flag, .markup, .figures, .narrative: nil
    case .text: .text(isItem: false)
    case .texts: .text(isItem: true)
    case .list(let scope): .scope(scope, isItem: true)
    case .group(let scope): .scope(scope, isItem: false)
    }
  }

  // MARK: - Names

  private func lookup(
    _ tag: TemplateTag, _ context: Context
  ) throws(TemplateFault) -> (CompiledTemplate.Lookup, NameKind) {
    let name = TagName(tag.text)
    var found: (lookup: CompiledTemplate.Lookup, kind: NameKind)
    var words: [CompiledTemplate.Transform] = []
    if name.path.isEmpty, name.transform != nil {
      found = (.init(origin: .item), .flag)
      if Self.isItem(context.frames) { words = CompiledTemplate.Transform.ofItems }
    } else {
      found = try origin(of: name.path, tag, context)
      switch found.kind {
      case .text: words = CompiledTemplate.Transform.ofTexts
      case .list, .texts: words = CompiledTemplate.Transform.ofLists
      case .flag, .group, .markup, .figures, .narrative: break
      }
    }
    guard let word = name.transform else { return (found.lookup, found.kind) }
    guard let transform = words.first(where: { $0.rawValue == word }) else {
      let nearest = NearestName.of(word, among: words.map(\.rawValue))
      throw TemplateFault(
        place: tag.place, problem: .unknownTransform(word, nearest: nearest))
    }
    found.lookup.transform = transform
    if transform == .empty { found.kind = .flag }
    return (found.lookup, found.kind)
  }

  private func origin(
    of path: [String], _ tag: TemplateTag, _ context: Context
  ) throws(TemplateFault) -> (lookup: CompiledTemplate.Lookup, kind: NameKind) {
    if path == ["."], Self.isText(context.frames) {
      return (.init(origin: .innermostText), .text)
    }
    // Only the first part of `unit.name` is looked for from the innermost value outwards.
    let scopes = context.frames.enumerated().reversed().compactMap { index, frame in
      if case .scope(let scope, _) = frame { (index: index, scope: scope) } else { nil }
    }
    guard let first = path.first,
      let (frame, scope) = scopes.first(where: { $0.scope.place(of: first) != nil }),
      let place = scope.place(of: first), let kind = scope.kinds[first]
    else {
      let known = scopes.flatMap { $0.scope.kinds.keys.sorted() }
      throw unknown(tag, path, at: 0, among: known)
    }
    var rest: [CompiledTemplate.Lookup.PathPart] = []
    if case .narrative = kind, !context.isMarkdown {
      throw TemplateFault(place: tag.place, problem: .onlyInMarkdown(tag.text))
    }
    let end = try follow(path, from: 1, kind, tag, &rest)
    return (
      .init(origin: .name(frame: frame, place: place), path: rest.isEmpty ? nil : rest), end
    )
  }

  /// What the parts of a path from a number on stand for, behind a name of some kind.
  private func follow(
    _ path: [String], from start: Int, _ kind: NameKind, _ tag: TemplateTag,
    _ rest: inout [CompiledTemplate.Lookup.PathPart]
  ) throws(TemplateFault) -> NameKind {
    switch kind {
    case .figures:
      let (id, end) = try indicator(path, from: start, tag)
      rest.append(.key(id))
      return try follow(path, from: end, .group(FigureScope.self), tag, &rest)
    case .narrative:
      guard path.count == start + 1, !path[start].isEmpty else {
        throw unknown(tag, path, at: min(start, path.count - 1), among: [])
      }
      rest.append(.key(path[start]))
      return .markup
    case .group(let scope) where start < path.count:
      guard let place = scope.place(of: path[start]), let inner = scope.kinds[path[start]] else {
        throw unknown(tag, path, at: start, among: scope.kinds.keys.sorted())
      }
      rest.append(.place(place))
      return try follow(path, from: start + 1, inner, tag, &rest)
    default:
      guard start == path.count else { throw unknown(tag, path, at: start, among: []) }
      return kind
    }
  }

  /// The longest id of the catalogue that a path goes on with, and where the path goes on behind it.
  private func indicator(
    _ path: [String], from start: Int, _ tag: TemplateTag
  ) throws(TemplateFault) -> (id: String, end: Int) {
    for end in stride(from: path.count, to: start, by: -1) {
      let id = path[start..<end].joined(separator: ".")
      if indicators.contains(id) { return (id, end) }
    }
    let names = Set(FigureScope.kinds.keys)
    let end = path.last.map(names.contains) == true ? path.count - 1 : path.count
    let meant = start < end ? path[start..<end].joined(separator: ".") : ""
    let nearest = NearestName.of(meant, among: indicators).map { id in
      (path[..<start] + [id] + path[max(end, start)...]).joined(separator: ".")
    }
    throw TemplateFault(place: tag.place, problem: .unknownIndicator(meant, nearest: nearest))
  }

  private func unknown(
    _ tag: TemplateTag, _ path: [String], at index: Int, among known: [String]
  ) -> TemplateFault {
    let nearest = path.indices.contains(index) ? NearestName.of(path[index], among: known) : nil
    // The name that was probably meant, with all its parts.
    let name = nearest.map { near in
      path.enumerated().map { $0.offset == index ? near : $0.element }.joined(separator: ".")
    }
    return TemplateFault(place: tag.place, problem: .unknownName(tag.text, nearest: name))
  }

  /// Whether the innermost value is a text, which is `{{.}}`.
  private static func isText(_ frames: [Frame]) -> Bool {
    if case .text = frames.last { true } else { false }
  }

  /// Whether `first()` and the like have something to say.
  private static func isItem(_ frames: [Frame]) -> Bool {
    switch frames.last {
    case .scope(_, let isItem), .text(let isItem): isItem
    case nil: false
    }
  }
}
