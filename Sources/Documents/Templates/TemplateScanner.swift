/// Takes a template apart into texts and tags, one after another.
struct TemplateScanner {
  /// What is found next.
  enum Piece {
    case text(String)
    case tag(TemplateTag)
  }

  private let characters: [Character]
  private var index = 0
  private var place = TextPlace()
  /// Whether nothing but spaces stands before the next letter on its line.
  private var isLineBlank = true
  /// A tag that was found behind a text.
  private var found: TemplateTag?

  init(_ text: String) { characters = Array(text) }

  /// The next text that is not empty, or the next tag; `nil` at the end.
  ///
  /// A line that holds nothing but one tag that writes nothing itself is not written either.
  mutating func next() throws(TemplateFault) -> Piece? {
    if let tag = found {
      found = nil
      return .tag(tag)
    }
    var text = ""
    while index < characters.count {
      guard starts("{{") else {
        let character = characters[index]
        text.append(character)
        isLineBlank = character.isNewline || isLineBlank && character.isWhitespace
        step()
        continue
      }
      let start = place
      step(2)
      let tag = try tag(content(from: start), at: start)
      if tag.kind != .variable, isLineBlank, let end = endOfBlankLine() {
        while let last = text.last, !last.isNewline { text.removeLast() }
        step(end - index)
      } else {
        isLineBlank = false
      }
      guard text.isEmpty else {
        found = tag
        return .text(text)
      }
      return .tag(tag)
    }
    return text.isEmpty ? nil : .text(text)
  }

  /// Where the next line begins, if nothing but spaces is left on this one.
  private func endOfBlankLine() -> Int? {
    var end = index
    while end < characters.count {
      if characters[end].isNewline { return end + 1 }
      guard characters[end].isWhitespace else { return nil }
      end += 1
    }
    return end
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
  ) throws(TemplateFault) -> TemplateTag {
    let kind: TemplateTag.Kind
    switch content.first {
    case "!": return TemplateTag(kind: .comment, text: "", place: place)
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

  /// Whether a name can have this letter.
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
