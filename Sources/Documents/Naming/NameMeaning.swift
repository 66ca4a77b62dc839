/// What a name stands for: how a template may use it, and how it is got from the value that has the
/// name.
enum NameMeaning: Sendable {
  /// Calls a closure with each value that there is.
  typealias Visiting = @Sendable (ScopeFrame, (ScopeFrame) -> Void) -> Void

  /// `nil` where the group is not there that should have the text.
  case text(@Sendable (ScopeFrame) -> String?)
  case flag(@Sendable (ScopeFrame) -> Bool)
  /// Texts, each of which is `{{.}}`.
  case texts(Visiting)
  case list(any TemplateScope.Type, Visiting)
  /// One value with names of its own, or nothing.
  case group(any TemplateScope.Type, Visiting)
  /// Text in the language of the output, which is written as it stands.
  case markup(@Sendable (ScopeFrame) -> String)
  /// Figures by the ids of the catalogue: `figures.one-stop.on-time`.
  case figures(
    any TemplateScope.Type, @Sendable (ScopeFrame, String, (ScopeFrame) -> Void) -> Void)
  /// Texts that people write, by the names of their files: `narrative.han-che`.
  case narrative(@Sendable (ScopeFrame, String) -> String?)
  /// One of them by its name; `nil` where nobody wrote it.
  case written(String, @Sendable (ScopeFrame) -> String?)

  /// Whether a section of it is left out.
  var isNothing: @Sendable (ScopeFrame) -> Bool {
    switch self {
    case .text(let read), .written(_, let read): { read($0)?.isEmpty ?? true }
    case .markup(let read): { read($0).isEmpty }
    case .flag(let read): { !read($0) }
    case .texts(let visit), .list(_, let visit), .group(_, let visit):
      { frame in
        var isNothing = true
        visit(frame) { _ in isNothing = false }
        return isNothing
      }
    case .figures, .narrative: { _ in false }
    }
  }

  /// The same behind the name of a group that has it.
  func behind(_ group: @escaping Visiting) -> NameMeaning {
    switch self {
    case .text(let read): .text(Self.optional(read, behind: group))
    case .written(let name, let read): .written(name, Self.optional(read, behind: group))
    case .markup(let read):
      .markup { frame in
        var text = ""
        group(frame) { text = read($0) }
        return text
      }
    case .flag(let read):
      .flag { frame in
        var flag = false
        group(frame) { flag = read($0) }
        return flag
      }
    case .texts(let visit): .texts(Self.visiting(visit, behind: group))
    case .list(let scope, let visit): .list(scope, Self.visiting(visit, behind: group))
    case .group(let scope, let visit): .group(scope, Self.visiting(visit, behind: group))
    case .figures(let scope, let find):
      .figures(scope) { frame, id, body in group(frame) { find($0, id, body) } }
    case .narrative(let find):
      .narrative { frame, name in
        var text: String?
        group(frame) { text = find($0, name) }
        return text
      }
    }
  }

  private static func optional(
    _ read: @escaping @Sendable (ScopeFrame) -> String?, behind group: @escaping Visiting
  ) -> @Sendable (ScopeFrame) -> String? {
    { frame in
      var text: String?
      group(frame) { text = read($0) }
      return text
    }
  }

  private static func visiting(
    _ visit: @escaping Visiting, behind group: @escaping Visiting
  ) -> Visiting {
    { frame, body in group(frame) { visit($0, body) } }
  }
}

// MARK: - The words before brackets

extension NameMeaning {
  /// What `uppercased(name)` and the like stand for, by the words before the bracket.
  var transforms: [String: NameMeaning] {
    switch self {
    case .text(let read):
      [
        "uppercased": .text { read($0)?.uppercased() },
        "lowercased": .text { read($0)?.lowercased() },
      ]
    case .list, .texts: ["empty": .flag(isNothing)]
    case .flag, .group, .markup, .figures, .narrative, .written: [:]
    }
  }

  /// What `first()` and the like say of an item of a list.
  static let ofItems: [String: NameMeaning] = [
    "first": .flag { $0.index == 0 },
    "last": .flag { $0.index == $0.count - 1 },
    "even": .flag { $0.index % 2 == 1 },
    "odd": .flag { $0.index % 2 == 0 },
  ]
}
