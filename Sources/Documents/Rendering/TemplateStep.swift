internal import Reporting

/// A name that a tag uses: the frame that it is looked up in, counted from the outermost, and what it
/// stands for there.
struct TemplateLookup {
  var frame: Int
  var meaning: NameMeaning
}

extension TemplateStep {
  /// Some steps one after another.
  static func all(_ steps: some RandomAccessCollection<TemplateStep>) -> TemplateStep {
    guard let only = steps.first else { return TemplateStep { _ in } }
    guard steps.count > 1 else { return only }
    let first = all(steps.prefix(steps.count / 2)).write
    let second = all(steps.dropFirst(steps.count / 2)).write
    return TemplateStep {
      first(&$0)
      second(&$0)
    }
  }

  /// What is written as it stands.
  static func text(_ text: String) -> TemplateStep {
    let text = Array(text.utf8)
    return TemplateStep { $0.bytes.append(lent: text.span) }
  }

  /// The value of a lookup, escaped; nothing for what is no text.
  static func value(_ lookup: TemplateLookup, _ escaping: TextEscaping) -> TemplateStep {
    let frame = lookup.frame
    return switch lookup.meaning {
    case .text(let read):
      // A value of a group that the unit does not have: never a gap.
      TemplateStep {
        escaping.append(read($0.frames[frame]) ?? EmptyMark.notKnown, to: &$0.bytes)
      }
    case .markup(let read): TemplateStep { $0.bytes += read($0.frames[frame]).utf8 }
    case .written(let name, let read):
      TemplateStep { writer in
        if let text = read(writer.frames[frame]) {
          writer.bytes += text.utf8
          writer.used.append(name)
        } else {
          writer.bytes += NarrativeGap.markdown.utf8
          writer.gaps.append(name)
        }
      }
    case .flag, .texts, .list, .group, .figures, .narrative: TemplateStep { _ in }
    }
  }

  /// A step that is done for what a lookup gives, as often as it says.
  static func section(_ lookup: TemplateLookup, _ step: TemplateStep) -> TemplateStep {
    let (frame, write) = (lookup.frame, step.write)
    switch lookup.meaning {
    case .text(let read):
      return TemplateStep { writer in
        guard let text = read(writer.frames[frame]), !text.isEmpty else { return }
        ScopeFrame.lend(text) { writer.write(step, within: $0) }
      }
    case .texts(let visit), .list(_, let visit), .group(_, let visit):
      return TemplateStep { writer in
        visit(writer.frames[frame]) { writer.write(step, within: $0) }
      }
    case .flag(let read): return TemplateStep { if read($0.frames[frame]) { write(&$0) } }
    case .markup, .written:
      let isNothing = lookup.meaning.isNothing
      return TemplateStep { if !isNothing($0.frames[frame]) { write(&$0) } }
    case .figures, .narrative: return TemplateStep { _ in }
    }
  }

  /// A step that is done where a lookup gives nothing.
  static func inverted(_ lookup: TemplateLookup, _ step: TemplateStep) -> TemplateStep {
    let (frame, write, isNothing) = (lookup.frame, step.write, lookup.meaning.isNothing)
    return TemplateStep { if isNothing($0.frames[frame]) { write(&$0) } }
  }
}
