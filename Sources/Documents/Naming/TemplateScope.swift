/// A value that templates see by names, all of which are listed.
///
/// One table gives both: what a name stands for when a template is rendered, and which names
/// there are when it is read. So no name that passed the reading can be missing later.
protocol TemplateScope: Sendable {
  static var names: NameTable<Self> { get }
}

extension TemplateScope {
  static var kinds: [String: NameKind] { names.kinds }

  static func place(of name: String) -> Int? { names.places[name] }

  /// What the name at a place of the table stands for.
  func value(at place: Int) -> TemplateValue { Self.names.values[place](self) }
}

/// What a name stands for, as far as the reading of a template must know.
enum NameKind: Sendable {
  case text
  case flag
  /// Texts, each of which is `{{.}}`.
  case texts
  case list(any TemplateScope.Type)
  /// One value with names of its own, or nothing.
  case group(any TemplateScope.Type)
  /// Text in the language of the output, which is written as it stands.
  case markup
  /// Figures by the ids of the catalogue: `figures.one-stop.on-time`.
  case figures
  /// Texts that people write, by the names of their files: `narrative.han-che`.
  case narrative
}

/// What a name stands for when a template is rendered.
enum TemplateValue {
  case text(String)
  case flag(Bool)
  case texts([String])
  case list([any TemplateScope])
  case group((any TemplateScope)?)
  case markup(String)
  /// Gives the figure of an indicator by its id; `nil` where the unit has none.
  case figures((String) -> (any TemplateScope)?)
  /// Gives the text of a name; `nil` where nobody wrote it.
  case narrative((String) -> String?)
  /// A text that people wrote, by the name of its file.
  case written(name: String, text: String)
  /// A text that nobody wrote.
  case gap(String)
}
