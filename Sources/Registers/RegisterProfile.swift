internal import Administration
package import DataFiles
internal import DelimitedText

/// How the columns of a hand-kept table map to our fields (contract, 3).
package struct RegisterProfile: Sendable {
  package let kind: RegisterKind
  /// The encoding of the files, or that it is to be found out.
  let encoding: TextEncodingChoice
  /// The delimiters to try.
  let delimiters: [UInt8]
  /// Folded header to the field that it means.
  let headers: [String: String]
  /// The header that messages call a field by: the first that the profile names.
  let titles: [String: String]
  let words: RegisterWords

  private static let keys = ["encoding", "delimiter", "columns", "values"]

  /// Reads a profile for a kind of table.
  package init(_ root: DataNode, kind: RegisterKind) throws(DataFileError) {
    let map = try root.mapping(of: Self.keys)
    self.kind = kind
    let word = try map["encoding"]?.word(of: TextEncodingChoice.allCases.map(\.rawValue))
    encoding = word.flatMap { TextEncodingChoice(rawValue: $0) } ?? .auto
    delimiters = try Self.delimiters(map["delimiter"])
    let columns = try map.required("columns").mapping(of: kind.fields)
    for field in kind.requiredFields { _ = try columns.required(field) }
    if kind.isOfUnits, columns["agencyName"] == nil { _ = try columns.required("agencyCode") }
    var headers: [String: String] = [:]
    var titles: [String: String] = [:]
    for field in kind.fields {
      for item in columns[field]?.items() ?? [] {
        let text = try item.text()
        let folded = FoldedText.of(text)
        guard headers[folded] ?? field == field else { throw item.fault(.repeated(text)) }
        headers[folded] = field
        if titles[field] == nil { titles[field] = text }
      }
    }
    words = try RegisterWords(map["values"], kind: kind)
    self.headers = headers
    self.titles = titles
  }

  private static func delimiters(_ node: DataNode?) throws(DataFileError) -> [UInt8] {
    let known: [(String, UInt8)] = [(",", 0x2C), (";", 0x3B), ("tab", 0x09), ("|", 0x7C)]
    let word = try node?.word(of: ["auto"] + known.map(\.0)) ?? "auto"
    return known.filter { word == "auto" || word == $0.0 }.map(\.1)
  }

  /// What messages call a field.
  func title(of field: String) -> String { titles[field] ?? field }

  /// The fields that a header row means by the number of their column, from 0; `nil` where one
  /// that must be there is not.
  func columns(of header: [String]) -> [String: Int]? {
    var columns: [String: Int] = [:]
    for (index, text) in header.enumerated() {
      guard let field = headers[FoldedText.of(text)], columns[field] == nil else { continue }
      columns[field] = index
    }
    let hasUnit =
      !kind.isOfUnits || columns["agencyCode"] != nil || columns["agencyName"] != nil
    return hasUnit && kind.requiredFields.allSatisfy { columns[$0] != nil } ? columns : nil
  }
}
