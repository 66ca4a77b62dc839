/// The names of a kind of value, and how to get what each stands for.
final class NameTable<Scope: Sendable>: Sendable {
  /// A name with what it stands for.
  struct Entry: Sendable {
    fileprivate let name: String
    fileprivate let kind: NameKind
    fileprivate let value: @Sendable (Scope) -> TemplateValue
  }

  let kinds: [String: NameKind]
  /// Places in ``values``.
  let places: [String: Int]
  let values: [@Sendable (Scope) -> TemplateValue]

  init(_ entries: Entry...) {
    var kinds: [String: NameKind] = [:]
    var places: [String: Int] = [:]
    for (place, entry) in entries.enumerated() {
      kinds[entry.name] = entry.kind
      places[entry.name] = place
    }
    self.kinds = kinds
    self.places = places
    values = entries.map(\.value)
  }
}

extension NameTable.Entry {
  /// A text; a section of an empty one is left out.
  static func text(_ name: String, _ value: @escaping @Sendable (Scope) -> String) -> Self {
    Self(name: name, kind: .text) { .text(value($0)) }
  }

  static func number(_ name: String, _ value: @escaping @Sendable (Scope) -> Int) -> Self {
    Self(name: name, kind: .text) { .text(String(value($0))) }
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Scope) -> Bool) -> Self {
    Self(name: name, kind: .flag) { .flag(value($0)) }
  }

  static func texts(_ name: String, _ value: @escaping @Sendable (Scope) -> [String]) -> Self {
    Self(name: name, kind: .texts) { .texts(value($0)) }
  }

  static func list<Inner: TemplateScope>(
    _ name: String, _ value: @escaping @Sendable (Scope) -> [Inner]
  ) -> Self {
    Self(name: name, kind: .list(Inner.self)) { .list(value($0)) }
  }

  /// A value that is left out where it is `nil`.
  static func group<Inner: TemplateScope>(
    _ name: String, _ value: @escaping @Sendable (Scope) -> Inner?
  ) -> Self {
    Self(name: name, kind: .group(Inner.self)) { .group(value($0)) }
  }

  /// Text in the language of the output, made by ourselves from what is escaped.
  static func markup(_ name: String, _ value: @escaping @Sendable (Scope) -> String) -> Self {
    Self(name: name, kind: .markup) { .markup(value($0)) }
  }

  /// Figures by their ids.
  static func figures<Inner: TemplateScope>(
    _ name: String, of _: Inner.Type, _ value: @escaping @Sendable (Scope, String) -> Inner?
  ) -> Self {
    Self(name: name, kind: .figures) { scope in .figures { value(scope, $0) } }
  }

  /// Texts by the names of their files.
  static func narrative(
    _ name: String, _ value: @escaping @Sendable (Scope, String) -> String?
  ) -> Self {
    Self(name: name, kind: .narrative) { scope in .narrative { value(scope, $0) } }
  }
}
