/// Finds the tags of a template one after another.
///
/// The template library keeps neither tags nor their places; errors need both.
struct TemplateScanner {
  private let characters: [Character]
  private var index = 0
  private var place = TextPlace()

  init(_ text: String) { characters = Array(text) }

  /// The next tag that is not a comment; `nil` at the end.
  mutating func next() throws(TemplateFault) -> TemplateTag? {
    while index < characters.count {
      guard starts("{{") else {
        step()
        continue
      }
      let start = place
      step(2)
      let content = try content(from: start)
      if let tag = try tag(content, at: start) { return tag }
    }
    return nil
  }

  /// What stands up to `}}`.
  private mutating func content(from start: TextPlace) throws(TemplateFault) -> String {
    var content = ""
    while !starts("}}") {
      guard index < characters.count else {
        throw TemplateFault(place: start, problem: .unfinishedTag)
      }
      content.append(characters[index])
      step()
    }
    step(2)
    return content
  }

  private func tag(
    _ content: String, at place: TextPlace
  ) throws(TemplateFault) -> TemplateTag? {
    let kind: TemplateTag.Kind
    switch content.first {
    case "!": return nil
    case "#": kind = .section
    case "^": kind = .inverted
    case "/": kind = .close
    case ">": kind = .partial
    case "{", "&", "%", "=", "<", "$":
      // Unescaped texts, other escapings, other braces and inheritance: what checks rely on.
      throw TemplateFault(place: place, problem: .notAllowed("{{\(content.prefix(1))"))
    default: kind = .variable
    }
    let text = Self.trimmed(kind == .variable ? content[...] : content.dropFirst())
    guard text.allSatisfy(Self.isOfNames) else {
      let problem: TemplateProblem =
        kind == .partial
        ? .unknownPartial(text, nearest: nil) : .unknownName(text, nearest: nil)
      throw TemplateFault(place: place, problem: problem)
    }
    return TemplateTag(kind: kind, text: text, place: place)
  }

  /// Whether the library can read a name with this letter; of others it says nothing useful.
  private static func isOfNames(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_.()".contains(character))
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace } ?? start.startIndex
    return start.isEmpty ? "" : String(start[...end])
  }

  private func starts(_ text: String) -> Bool {
    characters[index...].starts(with: text)
  }

  private mutating func step(_ count: Int = 1) {
    for _ in 0..<count where index < characters.count {
      place.step(over: characters[index])
      index += 1
    }
  }
}
