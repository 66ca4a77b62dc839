/// The names of a kind of value, and how to get what each stands for.
struct NameTable<Scope: Sendable>: Sendable {
  /// A name with what it stands for.
  struct Entry: Sendable {
    fileprivate let name: String
    fileprivate let kind: NameKind
    fileprivate let value: @Sendable (Scope) -> Any
  }

  let kinds: [String: NameKind]
  private let values: [String: @Sendable (Scope) -> Any]

  init(_ entries: Entry...) {
    var kinds: [String: NameKind] = [:]
    var values: [String: @Sendable (Scope) -> Any] = [:]
    for entry in entries {
      kinds[entry.name] = entry.kind
      values[entry.name] = entry.value
    }
    self.kinds = kinds
    self.values = values
  }

  /// What a name stands for; `nil` where the table has no such name, and only then.
  func value(of name: String, in scope: Scope) -> Any? {
    values[name]?(scope)
  }
}

extension NameTable.Entry {
  static func text(_ name: String, _ value: @escaping @Sendable (Scope) -> String) -> Self {
    Self(name: name, kind: .text) { TemplateText(text: value($0)) }
  }

  static func number(_ name: String, _ value: @escaping @Sendable (Scope) -> Int) -> Self {
    Self(name: name, kind: .text) { TemplateText(text: String(value($0))) }
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Scope) -> Bool) -> Self {
    Self(name: name, kind: .flag) { value($0) }
  }

  static func texts(_ name: String, _ value: @escaping @Sendable (Scope) -> [String]) -> Self {
    Self(name: name, kind: .texts) { value($0).map(TemplateText.init) }
  }

  static func list<Inner: TemplateScope>(
    _ name: String, _ value: @escaping @Sendable (Scope) -> [Inner]
  ) -> Self {
    Self(name: name, kind: .list(Inner.self)) { value($0) }
  }

  /// A value that is left out where it is `nil`.
  static func group<Inner: TemplateScope>(
    _ name: String, _ value: @escaping @Sendable (Scope) -> Inner?
  ) -> Self {
    Self(name: name, kind: .group(Inner.self)) { scope -> Any in
      if let inner = value(scope) { inner } else { false }
    }
  }
}
