internal import Administration
internal import DataFiles

/// Which texts mean which words in the columns of choices of a hand-kept table (contract, 3).
struct RegisterWords: Sendable {
  /// For every field of choices folded text to word.
  private var meanings: [String: [String: String]] = [:]

  /// Several levels may settle a procedure: between their names stands one of these.
  private static let separators: [String: Set<Character>] = ["level": [";", ",", "|", "/", "\n"]]

  init(_ node: DataNode?, kind: RegisterKind) throws(DataFileError) {
    let fields = try node?.mapping(of: kind.choices.keys.sorted())
    for (field, words) in kind.choices.sorted(by: { $0.key < $1.key }) {
      guard let values = try fields?[field]?.mapping(of: words) else { continue }
      var known: [String: String] = [:]
      for word in words {
        for item in values[word]?.items() ?? [] {
          let text = try item.text()
          let folded = FoldedText.of(text)
          guard known[folded] ?? word == word else { throw item.fault(.repeated(text)) }
          known[folded] = word
        }
      }
      meanings[field] = known
    }
  }

  /// The words of a cell; `nil` where it holds a text that means none.
  func words(of field: String, in cell: String) -> [String]? {
    let known = meanings[field] ?? [:]
    guard !FoldedText.of(cell).isEmpty else { return [] }
    if let word = known[FoldedText.of(cell)] { return [word] }
    var words: [String] = []
    let separators = Self.separators[field] ?? []
    for part in cell.split(whereSeparator: separators.contains) {
      let folded = FoldedText.of(String(part))
      guard !folded.isEmpty else { continue }
      guard let word = known[folded] else { return nil }
      words.append(word)
    }
    return words
  }
}
