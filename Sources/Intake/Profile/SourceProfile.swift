internal import Administration
package import DataFiles
package import DelimitedText

/// How an export's columns and words map to ours (contract, 3).
package struct SourceProfile: Sendable {
  package let kind: SourceKind
  /// The file that it was read from, as messages name it.
  package let file: String
  /// The encoding of the files, or that it is to be found out.
  package let encoding: TextEncodingChoice
  /// The delimiters to try.
  package let delimiters: [UInt8]
  /// Folded header to the field that it means and its place among the field's headers.
  let headers: [String: HeaderMeaning]
  /// For every field of choices: folded text to the number of its word, from 1.
  let words: [String: [String: Int]]
  package let dates: [DateWriting]
  /// Fields whose text never leaves the reader.
  package let personal: Set<String>

  /// The field that a header means.
  struct HeaderMeaning: Hashable, Sendable {
    var field: String
    /// 0 for the header that the profile names first.
    var rank: Int
  }

  private static let keys = ["encoding", "delimiter", "columns", "values", "dates", "personal"]

  /// Reads a profile for a kind of source.
  package init(_ root: DataNode, kind: SourceKind) throws(DataFileError) {
    let map = try root.mapping(of: Self.keys)
    self.kind = kind
    file = root.file
    let word = try map["encoding"]?.word(of: TextEncodingChoice.allCases.map(\.rawValue))
    encoding = word.flatMap { TextEncodingChoice(rawValue: $0) } ?? .auto
    delimiters = try Self.delimiters(map["delimiter"])
    headers = try Self.headers(try map.required("columns"), kind: kind)
    words =
      try map["values"].map { node throws(DataFileError) in
        try Self.words(node, kind: kind)
      } ?? [:]
    dates = try Self.dates(try map.required("dates"))
    var personal: Set<String> = []
    for item in map["personal"]?.items() ?? [] {
      personal.insert(try item.word(of: kind.fields.map(\.name)))
    }
    self.personal = personal
  }

  private static func dates(_ node: DataNode) throws(DataFileError) -> [DateWriting] {
    var writings: [DateWriting] = []
    for item in node.items() {
      let text = try item.text()
      if text == "auto" { return DateWriting.all }
      guard let writing = DateWriting(text) else { throw item.fault(.expected(.datePattern)) }
      writings.append(writing)
    }
    return writings
  }

  private static func delimiters(_ node: DataNode?) throws(DataFileError) -> [UInt8] {
    let known: [(String, UInt8)] = [(",", 0x2C), (";", 0x3B), ("tab", 0x09), ("|", 0x7C)]
    let word = try node?.word(of: ["auto"] + known.map(\.0)) ?? "auto"
    return known.filter { word == "auto" || word == $0.0 }.map(\.1)
  }

  private static func headers(
    _ node: DataNode, kind: SourceKind
  ) throws(DataFileError) -> [String: HeaderMeaning] {
    let columns = try node.mapping(of: kind.fields.map(\.name))
    for field in kind.fields where field.isRequired { _ = try columns.required(field.name) }
    if columns["agencyName"] == nil { _ = try columns.required("agencyCode") }
    var meanings: [String: HeaderMeaning] = [:]
    for field in kind.fields {
      guard let list = columns[field.name] else { continue }
      for (rank, item) in list.items().enumerated() {
        let text = try item.text()
        let folded = FoldedText.of(text)
        guard meanings[folded]?.field ?? field.name == field.name else {
          throw item.fault(.repeated(text))
        }
        if meanings[folded] == nil {
          meanings[folded] = HeaderMeaning(field: field.name, rank: rank)
        }
      }
    }
    return meanings
  }

  private static func words(
    _ node: DataNode, kind: SourceKind
  ) throws(DataFileError) -> [String: [String: Int]] {
    var choices: [String: [String]] = [:]
    for field in kind.fields {
      switch field.role {
      case .choice(let words), .lateChoice(let words): choices[field.name] = words
      default: continue
      }
    }
    let fields = try node.mapping(of: choices.keys.sorted())
    var result: [String: [String: Int]] = [:]
    for (field, words) in choices.sorted(by: { $0.key < $1.key }) {
      guard let node = fields[field] else { continue }
      let values = try node.mapping(of: words)
      var numbers: [String: Int] = [:]
      for (number, word) in words.enumerated() {
        for item in values[word]?.items() ?? [] {
          let text = try item.text()
          let folded = FoldedText.of(text)
          guard numbers[folded] ?? (number + 1) == number + 1 else {
            throw item.fault(.repeated(text))
          }
          numbers[folded] = number + 1
        }
      }
      result[field] = numbers
    }
    return result
  }
}
