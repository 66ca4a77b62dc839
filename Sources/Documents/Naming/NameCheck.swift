internal import DataFiles

/// Checks every name of a template and of what it includes against the values that there are.
///
/// The library renders a name that nobody knows as nothing, which in a report would be a gap
/// that nobody sees; and it looks only where a section happens to be rendered.
struct NameCheck {
  let sources: [String: TemplateSource]

  /// What a name may be looked up in, the innermost last.
  private enum Frame {
    case scope(any TemplateScope.Type, isItem: Bool)
    case text(isItem: Bool)
    /// No further names, but the library forgets here which item of a list it is at.
    case outsideItems
  }

  /// What is wrong with the names of a template that is given a value of a type, in the order in
  /// which they are rendered.
  func faults(
    of source: TemplateSource, root: any TemplateScope.Type
  ) -> [TemplateError] {
    faults(of: source, frames: [.scope(root, isItem: false)], above: [source.name])
  }

  private func faults(
    of source: TemplateSource, frames: [Frame], above: [String]
  ) -> [TemplateError] {
    source.nodes.flatMap { faults(of: $0, in: source, frames: frames, above: above) }
  }

  private func faults(
    of node: TemplateNode, in source: TemplateSource, frames: [Frame], above: [String]
  ) -> [TemplateError] {
    var inner = frames
    do throws(TemplateFault) {
      switch node.tag.kind {
      case .partial: break
      case .variable:
        guard case .text = try kind(of: node.tag, frames) else {
          throw TemplateFault(place: node.tag.place, problem: .notAText(node.tag.text))
        }
      case .section, .inverted, .close:
        let kind = try kind(of: node.tag, frames)
        if let frame = frame(of: kind, isInverted: node.tag.kind == .inverted) {
          inner.append(frame)
        }
      }
    } catch {
      // What stands in a section that nobody knows cannot be told.
      return [error.within(source.file)]
    }
    if node.tag.kind == .partial {
      return faults(ofPartial: node.tag, in: source, frames: frames, above: above)
    }
    return node.children.flatMap { faults(of: $0, in: source, frames: inner, above: above) }
  }

  private func faults(
    ofPartial tag: TemplateTag, in source: TemplateSource, frames: [Frame], above: [String]
  ) -> [TemplateError] {
    guard let partial = sources[tag.text] else {
      let nearest = NearestName.of(tag.text, among: sources.keys)
      let fault = TemplateFault(
        place: tag.place, problem: .unknownPartial(tag.text, nearest: nearest))
      return [fault.within(source.file)]
    }
    guard !above.contains(partial.name) else {
      let fault = TemplateFault(place: tag.place, problem: .includesItself(tag.text))
      return [fault.within(source.file)]
    }
    return faults(
      of: partial, frames: frames + [.outsideItems], above: above + [partial.name])
  }

  /// What a section puts before the names that are known outside it.
  private func frame(of kind: NameKind, isInverted: Bool) -> Frame? {
    switch kind {
    case _ where isInverted: .outsideItems
    case .flag: nil
    case .text: .text(isItem: false)
    case .texts: .text(isItem: true)
    case .list(let scope): .scope(scope, isItem: true)
    case .group(let scope): .scope(scope, isItem: false)
    }
  }

  private func kind(of tag: TemplateTag, _ frames: [Frame]) throws(TemplateFault) -> NameKind {
    let name = TagName(tag.text)
    guard let transform = name.transform else { return try kind(of: name.path, tag, frames) }
    let words: [String]
    let result: NameKind
    if name.path.isEmpty {
      words = isItem(frames) ? ["first", "last", "even", "odd"] : []
      result = .flag
    } else {
      switch try kind(of: name.path, tag, frames) {
      case .text: (words, result) = (TemplateText.transforms, .text)
      case .list, .texts: (words, result) = (["empty"], .flag)
      case .flag, .group: (words, result) = ([], .flag)
      }
    }
    guard words.contains(transform) else {
      throw TemplateFault(
        place: tag.place,
        problem: .unknownTransform(transform, nearest: NearestName.of(transform, among: words)))
    }
    return result
  }

  private func kind(
    of path: [String], _ tag: TemplateTag, _ frames: [Frame]
  ) throws(TemplateFault) -> NameKind {
    if path == ["."], isText(frames) { return .text }
    // Only the first part of `unit.name` is looked for from the innermost value outwards.
    var known = Self.names(frames)
    var found: NameKind?
    for part in path {
      found = known.first { $0[part] != nil }?[part]
      guard found != nil else {
        throw TemplateFault(
          place: tag.place,
          problem: .unknownName(tag.text, nearest: nearest(part, in: path, among: known)))
      }
      if case .group(let scope) = found { known = [scope.kinds] } else { known = [] }
    }
    guard let found else {
      throw TemplateFault(place: tag.place, problem: .unknownName(tag.text, nearest: nil))
    }
    return found
  }

  /// The names that are known, the innermost value's first.
  private static func names(_ frames: [Frame]) -> [[String: NameKind]] {
    var names: [[String: NameKind]] = []
    for frame in frames.reversed() {
      if case .scope(let scope, _) = frame { names.append(scope.kinds) }
    }
    return names
  }

  /// The name that was probably meant, with all its parts.
  private func nearest(
    _ part: String, in path: [String], among known: [[String: NameKind]]
  ) -> String? {
    NearestName.of(part, among: known.flatMap(\.keys)).map { near in
      path.map { $0 == part ? near : $0 }.joined(separator: ".")
    }
  }

  /// Whether the innermost value is a text, which is `{{.}}`.
  private func isText(_ frames: [Frame]) -> Bool {
    for frame in frames.reversed() {
      switch frame {
      case .text: return true
      case .scope: return false
      case .outsideItems: continue
      }
    }
    return false
  }

  /// Whether `first()` and the like have something to say.
  private func isItem(_ frames: [Frame]) -> Bool {
    switch frames.last {
    case .scope(_, let isItem), .text(let isItem): isItem
    case .outsideItems, nil: false
    }
  }
}
