internal import Mustache

/// A value that templates see by names, all of which are listed.
///
/// One table gives both: what a name stands for when a template is rendered, and which names
/// there are when it is checked. So no name that passed the check can be missing later.
protocol TemplateScope: MustacheParent, Sendable {
  static var names: NameTable<Self> { get }
}

extension TemplateScope {
  func child(named name: String) -> Any? { Self.names.value(of: name, in: self) }

  static var kinds: [String: NameKind] { names.kinds }
}

/// What a name stands for, as far as a check must know.
enum NameKind: Sendable {
  case text
  case flag
  /// Texts, each of which is `{{.}}`.
  case texts
  case list(any TemplateScope.Type)
  /// One value with names of its own, or nothing.
  case group(any TemplateScope.Type)
}
