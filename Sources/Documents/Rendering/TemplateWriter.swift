internal import Reporting

/// Writes a template with the values that it is given.
struct TemplateWriter {
  /// What names are looked up in: a value, or an item of a list of texts.
  private struct Frame {
    var scope: (any TemplateScope)?
    var text = ""
    var isText = false
    /// Place among the items of a list, and their number; 0 for what is no item.
    var index = 0
    var count = 0
  }

  /// The outermost first.
  private var frames: [Frame]
  private var bytes: [UInt8] = []
  private var gaps: [String] = []

  /// The text, in UTF-8, of a template that is given a value, and the names of the texts that nobody wrote and
  /// that it marks as gaps.
  static func write(
    _ template: CompiledTemplate, with scope: any TemplateScope
  ) -> (text: [UInt8], gaps: [String]) {
    var writer = TemplateWriter(frames: [Frame(scope: scope)])
    writer.bytes.reserveCapacity(64 << 10)
    writer.write(template.steps)
    return (writer.bytes, writer.gaps)
  }

  private init(frames: [Frame]) { self.frames = frames }

  private mutating func write(_ steps: [CompiledTemplate.Step]) {
    for step in steps {
      switch step {
      case .text(let text): bytes += text
      case .value(let lookup, let escaping): write(value(lookup), escaping)
      case .section(let lookup, let inner): writeSection(value(lookup), inner)
      case .inverted(let lookup, let inner):
        if Self.isNothing(value(lookup)) { write(inner) }
      }
    }
  }

  private mutating func write(_ value: TemplateValue, _ escaping: TextEscaping) {
    switch value {
    case .text(let text): escaping.append(text, to: &bytes)
    case .markup(let text): bytes += text.utf8
    case .gap(let name):
      bytes += NarrativeGap.markdown.utf8
      gaps.append(name)
    // A value of a group that the unit does not have: never a gap.
    case .group(nil): escaping.append(EmptyMark.notKnown, to: &bytes)
    case .flag, .texts, .list, .group, .figures, .narrative: break
    }
  }

  private mutating func writeSection(_ value: TemplateValue, _ steps: [CompiledTemplate.Step]) {
    switch value {
    case .flag(true): write(steps)
    case .text(let text) where !text.isEmpty:
      write(steps, within: Frame(text: text, isText: true))
    case .markup(let text) where !text.isEmpty: write(steps)
    case .texts(let texts):
      for (index, text) in texts.enumerated() {
        write(steps, within: Frame(text: text, isText: true, index: index, count: texts.count))
      }
    case .list(let scopes):
      for (index, scope) in scopes.enumerated() {
        write(steps, within: Frame(scope: scope, index: index, count: scopes.count))
      }
    case .group(let scope?): write(steps, within: Frame(scope: scope))
    case .flag, .text, .markup, .group, .figures, .narrative, .gap: break
    }
  }

  private mutating func write(_ steps: [CompiledTemplate.Step], within frame: Frame) {
    frames.append(frame)
    write(steps)
    frames.removeLast()
  }

  private static func isNothing(_ value: TemplateValue) -> Bool {
    switch value {
    case .flag(let flag): !flag
    case .text(let text), .markup(let text): text.isEmpty
    case .texts(let texts): texts.isEmpty
    case .list(let scopes): scopes.isEmpty
    case .group(let scope): scope == nil
    case .gap: true
    case .figures, .narrative: false
    }
  }

  // MARK: - Values

  private func value(_ lookup: CompiledTemplate.Lookup) -> TemplateValue {
    let value: TemplateValue
    switch lookup.origin {
    case .innermostText: value = .text(frames.last { $0.isText }?.text ?? "")
    case .item: return .flag(isItem(lookup.transform))
    case .name(let frame, let place, let path):
      guard let scope = frames[frame].scope else { return .group(nil) }
      value = path.isEmpty ? scope.value(at: place) : Self.value(at: path, of: scope, place)
    }
    switch (lookup.transform, value) {
    case (.uppercased?, .text(let text)): return .text(text.uppercased())
    case (.lowercased?, .text(let text)): return .text(text.lowercased())
    case (.empty?, _): return .flag(Self.isNothing(value))
    default: return value
    }
  }

  private static func value(
    at path: [CompiledTemplate.Lookup.PathPart], of scope: any TemplateScope, _ place: Int
  ) -> TemplateValue {
    var value = scope.value(at: place)
    for part in path {
      switch (value, part) {
      case (.group(let scope?), .place(let place)): value = scope.value(at: place)
      case (.figures(let figure), .key(let id)): value = .group(figure(id))
      case (.narrative(let text), .key(let name)):
        value = text(name).map { .markup($0) } ?? .gap(name)
      default: return .group(nil)
      }
    }
    return value
  }

  private func isItem(_ transform: CompiledTemplate.Transform?) -> Bool {
    guard let frame = frames.last else { return false }
    return switch transform {
    case .first: frame.index == 0
    case .last: frame.index == frame.count - 1
    case .even: frame.index % 2 == 1
    case .odd: frame.index % 2 == 0
    case .uppercased, .lowercased, .empty, nil: false
    }
  }
}
