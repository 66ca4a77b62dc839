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
    case variable, section, inverted, close, partial
  }

  var kind: Kind
  /// What stands in it: a name, or `word(name)`.
  var text: String
  var place: TextPlace
}

/// A name as a tag writes it.
struct TagName: Hashable, Sendable {
  /// The word before the bracket of `uppercased(name)`.
  var transform: String?
  /// `["unit", "name"]` of `unit.name`; `["."]` is the value itself; empty in `last()`.
  var path: [String]

  init(_ text: String) {
    var name = text[...]
    if let bracket = text.firstIndex(of: "("), text.last == ")" {
      transform = String(text[..<bracket])
      name = text[text.index(after: bracket)...].dropLast()
    }
    if name == "." {
      path = ["."]
    } else {
      path =
        name.isEmpty
        ? [] : name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
