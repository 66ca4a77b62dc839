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
    let step = step(source.nodes, in: context)
    return CompiledTemplate(
      step: step, parts: PageParts(included.sorted().compactMap { sources[$0] }))
  }

  private mutating func step(_ nodes: [TemplateNode], in context: Context) -> TemplateStep {
    var steps: [TemplateStep] = []
    for node in nodes {
      switch node {
      case .text(let text): steps.append(TemplateStep.text(text))
      case .tag(let tag, _) where tag.kind == .partial: steps.append(partial(tag, in: context))
      case .tag(let tag, let children):
        do throws(TemplateFault) {
          steps.append(try step(tag, children, in: context))
        } catch {
          // What stands in a section that nobody knows cannot be told.
          note(error.within(context.source.file))
        }
      }
    }
    return TemplateStep.all(steps)
  }

  private mutating func step(
    _ tag: TemplateTag, _ children: [TemplateNode], in context: Context
  ) throws(TemplateFault) -> TemplateStep {
    let lookup = try lookup(tag, context)
    switch tag.kind {
    case .variable:
      switch lookup.meaning {
      case .text, .markup, .written:
        return TemplateStep.value(lookup, context.source.escaping)
      case .flag, .texts, .list, .group, .figures, .narrative:
        throw TemplateFault(place: tag.place, problem: .notAText(tag.text))
      }
    case .inverted: return TemplateStep.inverted(lookup, step(children, in: context))
    case .section, .close, .partial, .comment:
      var inner = context
      if let frame = Self.frame(of: lookup.meaning) { inner.frames.append(frame) }
      return TemplateStep.section(lookup, step(children, in: inner))
    }
  }

  private mutating func partial(_ tag: TemplateTag, in context: Context) -> TemplateStep {
    let problem: TemplateProblem
    if let partial = sources[tag.text] {
      if !context.above.contains(partial.name) {
        included.insert(partial.name)
        return step(
          partial.nodes,
          in: Context(
            source: partial, frames: context.frames, isMarkdown: context.isMarkdown,
            above: context.above + [partial.name]))
      }
      problem = .includesItself(tag.text)
    } else {
      problem = .unknownPartial(
        tag.text, nearest: NearestName.of(tag.text, among: sources.keys.sorted()))
    }
    note(TemplateFault(place: tag.place, problem: problem).within(context.source.file))
    return TemplateStep.all([])
  }

  private mutating func note(_ fault: TemplateError) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  /// What a section puts before the names that are known outside it.
  private static func frame(of meaning: NameMeaning) -> Frame? {
    switch meaning {
    case .flag, .markup, .figures, .narrative, .written: nil
    case .text: .text(isItem: false)
    case .texts: .text(isItem: true)
    case .list(let scope, _): .scope(scope, isItem: true)
    case .group(let scope, _): .scope(scope, isItem: false)
    }
  }

  // MARK: - Names

  private func lookup(
    _ tag: TemplateTag, _ context: Context
  ) throws(TemplateFault) -> TemplateLookup {
    let name = TagName(tag.text)
    guard let word = name.transform else { return try lookup(name.path, tag, context) }
    var known: [String: TemplateLookup]
    if name.path.isEmpty {
      let frame = context.frames.count - 1
      known =
        Self.isItem(context.frames)
        ? NameMeaning.ofItems.mapValues { TemplateLookup(frame: frame, meaning: $0) } : [:]
    } else {
      let lookup = try lookup(name.path, tag, context)
      known = lookup.meaning.transforms.mapValues {
        TemplateLookup(frame: lookup.frame, meaning: $0)
      }
    }
    guard let lookup = known[word] else {
      let nearest = NearestName.of(word, among: known.keys.sorted())
      throw TemplateFault(
        place: tag.place, problem: .unknownTransform(word, nearest: nearest))
    }
    return lookup
  }

  private func lookup(
    _ path: [String], _ tag: TemplateTag, _ context: Context
  ) throws(TemplateFault) -> TemplateLookup {
    if path == ["."], Self.isText(context.frames) {
      return TemplateLookup(frame: context.frames.count - 1, meaning: .text { $0.value() })
    }
    // Only the first part of `unit.name` is looked for from the innermost value outwards.
    let scopes = context.frames.enumerated().reversed().compactMap { index, frame in
      if case .scope(let scope, _) = frame { (index: index, names: scope.meanings) } else { nil }
    }
    for (frame, names) in scopes {
      guard let first = path.first, let meaning = names[first] else { continue }
      if case .narrative = meaning, !context.isMarkdown {
        throw TemplateFault(place: tag.place, problem: .onlyInMarkdown(tag.text))
      }
      return TemplateLookup(frame: frame, meaning: try follow(path, from: 1, meaning, tag))
    }
    throw unknown(tag, path, at: 0, among: scopes.flatMap { $0.names.keys.sorted() })
  }

  /// What the parts of a path from a number on stand for, behind a name of some meaning.
  private func follow(
    _ path: [String], from start: Int, _ meaning: NameMeaning, _ tag: TemplateTag
  ) throws(TemplateFault) -> NameMeaning {
    switch meaning {
    case .figures(let scope, let find):
      let (id, end) = try indicator(path, from: start, tag)
      return try follow(path, from: end, .group(scope) { find($0, id, $1) }, tag)
    case .narrative(let find):
      guard path.count == start + 1, !path[start].isEmpty else {
        throw unknown(tag, path, at: min(start, path.count - 1), among: [])
      }
      let name = path[start]
      return .written(name) { find($0, name) }
    case .group(let scope, let visit) where start < path.count:
      guard let inner = scope.meanings[path[start]] else {
        throw unknown(tag, path, at: start, among: scope.meanings.keys.sorted())
      }
      return try follow(path, from: start + 1, inner.behind(visit), tag)
    default:
      guard start == path.count else { throw unknown(tag, path, at: start, among: []) }
      return meaning
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
    let names = Set(FigureScope.meanings.keys)
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
