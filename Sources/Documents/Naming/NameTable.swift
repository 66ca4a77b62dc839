/// The names of a kind of value, and what each stands for.
struct NameTable<Scope: Sendable>: Sendable {
  /// A name with what it stands for.
  struct Entry: Sendable {
    fileprivate let name: String
    fileprivate let meaning: NameMeaning
  }

  let meanings: [String: NameMeaning]

  init(_ entries: Entry...) {
    meanings = Dictionary(entries.map { ($0.name, $0.meaning) }) { first, _ in first }
  }
}

extension NameTable.Entry {
  /// A text; a section of an empty one is left out.
  static func text(_ name: String, _ value: @escaping @Sendable (Scope) -> String) -> Self {
    Self(name: name, meaning: .text { value($0.value()) })
  }

  static func number(_ name: String, _ value: @escaping @Sendable (Scope) -> Int) -> Self {
    Self(name: name, meaning: .text { String(value($0.value())) })
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Scope) -> Bool) -> Self {
    Self(name: name, meaning: .flag { value($0.value()) })
  }

  static func texts(_ name: String, _ value: @escaping @Sendable (Scope) -> [String]) -> Self {
    Self(name: name, meaning: .texts { ScopeFrame.lend(items: value($0.value()), to: $1) })
  }

  static func list<Inner: TemplateScope>(
    _ name: String, _ value: @escaping @Sendable (Scope) -> [Inner]
  ) -> Self {
    Self(
      name: name,
      meaning: .list(Inner.self) { ScopeFrame.lend(items: value($0.value()), to: $1) })
  }

  /// A value that is left out where it is `nil`.
  static func group<Inner: TemplateScope>(
    _ name: String, _ value: @escaping @Sendable (Scope) -> Inner?
  ) -> Self {
    Self(
      name: name,
      meaning: .group(Inner.self) { frame, body in
        if let inner = value(frame.value()) { ScopeFrame.lend(inner, to: body) }
      })
  }

  /// Text in the language of the output, made by ourselves from what is escaped.
  static func markup(_ name: String, _ value: @escaping @Sendable (Scope) -> String) -> Self {
    Self(name: name, meaning: .markup { value($0.value()) })
  }

  /// Figures by their ids.
  static func figures<Inner: TemplateScope>(
    _ name: String, _ value: @escaping @Sendable (Scope, String) -> Inner?
  ) -> Self {
    Self(
      name: name,
      meaning: .figures(Inner.self) { frame, id, body in
        if let inner = value(frame.value(), id) { ScopeFrame.lend(inner, to: body) }
      })
  }

  /// Texts by the names of their files.
  static func narrative(
    _ name: String, _ value: @escaping @Sendable (Scope, String) -> String?
  ) -> Self {
    Self(name: name, meaning: .narrative { value($0.value(), $1) })
  }
}
