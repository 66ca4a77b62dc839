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

  private let template: CompiledTemplate
  /// The outermost first.
  private var frames: [Frame]
  private var bytes: [UInt8] = []
  private var gaps: [String] = []
  private var used: [String] = []

  /// What a template that is given a value comes to.
  struct Written {
    /// In UTF-8.
    var text: [UInt8] = []
    /// The names of the texts that nobody wrote and that it marks as gaps.
    var gaps: [String] = []
    /// The names of the texts that people wrote and that stand in it.
    var used: [String] = []
  }

  static func write(_ template: CompiledTemplate, with scope: any TemplateScope) -> Written {
    var writer = TemplateWriter(template, frames: [Frame(scope: scope)])
    writer.bytes.reserveCapacity(64 << 10)
    writer.write(0..<template.steps.count)
    return Written(text: writer.bytes, gaps: writer.gaps, used: writer.used)
  }

  private init(_ template: CompiledTemplate, frames: [Frame]) {
    self.template = template
    self.frames = frames
  }

  /// Does the steps of a range.
  private mutating func write(_ steps: Range<Int>) {
    var place = steps.lowerBound
    while place < steps.upperBound {
      let step = template.steps[place]
      place += 1
      switch step {
      case .text(let start, let end): bytes += template.texts[Int(start)..<Int(end)]
      case .value(let lookup, let escaping): write(value(lookup), escaping)
      case .section(let lookup, let end):
        writeSection(value(lookup), place..<Int(end))
        place = Int(end)
      case .inverted(let lookup, let end):
        if Self.isNothing(value(lookup)) { write(place..<Int(end)) }
        place = Int(end)
      }
    }
  }

  private mutating func write(_ value: TemplateValue, _ escaping: TextEscaping) {
    switch value {
    case .text(let text): escaping.append(text, to: &bytes)
    case .markup(let text): bytes += text.utf8
    case .written(let name, let text):
      bytes += text.utf8
      used.append(name)
    case .gap(let name):
      bytes += NarrativeGap.markdown.utf8
      gaps.append(name)
    // A value of a group that the unit does not have: never a gap.
    case .group(nil): escaping.append(EmptyMark.notKnown, to: &bytes)
    case .flag, .texts, .list, .group, .figures, .narrative: break
    }
  }

  private mutating func writeSection(_ value: TemplateValue, _ steps: Range<Int>) {
    switch value {
    case .flag(true): write(steps)
    case .text(let text) where !text.isEmpty:
      write(steps, within: Frame(text: text, isText: true))
    case .markup(let text) where !text.isEmpty: write(steps)
    case .written(_, let text) where !text.isEmpty: write(steps)
    case .texts(let texts):
      for (index, text) in texts.enumerated() {
        write(steps, within: Frame(text: text, isText: true, index: index, count: texts.count))
      }
    case .list(let scopes):
      for (index, scope) in scopes.enumerated() {
        write(steps, within: Frame(scope: scope, index: index, count: scopes.count))
      }
    case .group(let scope?): write(steps, within: Frame(scope: scope))
    case .flag, .text, .markup, .group, .figures, .narrative, .written, .gap: break
    }
  }

  private mutating func write(_ steps: Range<Int>, within frame: Frame) {
    frames.append(frame)
    write(steps)
    frames.removeLast()
  }

  private static func isNothing(_ value: TemplateValue) -> Bool {
    switch value {
    case .flag(let flag): !flag
    case .text(let text), .markup(let text), .written(_, let text): text.isEmpty
    case .texts(let texts): texts.isEmpty
    case .list(let scopes): scopes.isEmpty
    case .group(let scope): scope == nil
    case .gap: true
    case .figures, .narrative: false
    }
  }

  // MARK: - Values

  private func value(_ number: Int32) -> TemplateValue {
    let lookup = template.lookups[Int(number)]
    let value: TemplateValue
    switch lookup.origin {
    case .innermostText: value = .text(frames.last { $0.isText }?.text ?? "")
    case .item: return .flag(isItem(lookup.transform))
    case .name(let frame, let place):
      guard let scope = frames[frame].scope else { return .group(nil) }
      if let path = lookup.path {
        value = Self.value(at: path, of: scope, place)
      } else {
        value = scope.value(at: place)
      }
    }
    guard let transform = lookup.transform else { return value }
    return switch (transform, value) {
    case (.uppercased, .text(let text)): .text(text.uppercased())
    case (.lowercased, .text(let text)): .text(text.lowercased())
    case (.empty, _): .flag(Self.isNothing(value))
    default: value
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
        value = text(name).map { .written(name: name, text: $0) } ?? .gap(name)
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
