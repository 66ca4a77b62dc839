/// A place in a text, line and letter counted from 1 as an editor does.
struct TextPlace: Hashable, Sendable {
  var line = 1
  var column = 1

  mutating func step(over character: Character) {
    if character.isNewline {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}

/// A tag of a template: `{{name}}`, `{{#name}}`, `{{>file}}`.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case variable, section, inverted, close, partial, comment
  }

  var kind: Kind
  /// What stands in it: a name, or `word(name)`.
  var text: String
  var place: TextPlace
}
