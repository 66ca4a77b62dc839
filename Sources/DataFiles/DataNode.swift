internal import Foundation
internal import Yams

/// One place of a YAML file, read as what it must be.
///
/// Every text stays as it is written: `00123`, `no` and `1.10` are texts, not numbers or truth
/// values, because codes and words of forms are.
package struct DataNode {
  package let file: String
  let node: Node

  /// Reads a file; `name` stands in messages for its path.
  package init(path: String, name: String) throws(DataFileError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DataFileError(file: name, problem: .missingFile)
    }
    try self.init(text: String(decoding: data, as: UTF8.self), name: name)
  }

  /// Reads a text.
  package init(text: String, name: String) throws(DataFileError) {
    file = name
    do {
      // Texts stay texts: nothing is resolved, which takes more time than the rest.
      guard let node = try Yams.compose(yaml: text, .basic) else {
        throw DataFileError(file: name, line: 1, column: 1, problem: .expected(.mapping))
      }
      self.node = node
    } catch let error as DataFileError {
      throw error
    } catch let error as YamlError {
      throw Self.place(error, in: name)
    } catch {
      throw DataFileError(file: name, problem: .syntax(String(describing: error)))
    }
  }

  init(file: String, node: Node) {
    self.file = file
    self.node = node
  }

  private static func place(_ error: YamlError, in file: String) -> DataFileError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      DataFileError(
        file: file, line: mark.line, column: mark.column, problem: .syntax(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      DataFileError(
        file: file, line: context.mark.line, column: context.mark.column,
        problem: .repeated(keys.first ?? ""))
    default:
      DataFileError(file: file, problem: .syntax(String(describing: error)))
    }
  }

  /// The error that something is wrong here.
  package func fault(_ problem: DataFileProblem) -> DataFileError {
    DataFileError(file: file, line: node.mark?.line, column: node.mark?.column, problem: problem)
  }

  /// The text of a scalar.
  package func text() throws(DataFileError) -> String {
    guard let scalar = node.scalar else { throw fault(.expected(.text)) }
    return scalar.string
  }

  /// A whole number.
  package func integer() throws(DataFileError) -> Int {
    guard let number = Int(try text()) else { throw fault(.expected(.wholeNumber)) }
    return number
  }

  /// The items of a list; one item that is not in a list counts as a list of one.
  package func items() -> [DataNode] {
    guard let sequence = node.sequence else { return [self] }
    return sequence.map { DataNode(file: file, node: $0) }
  }

  /// The texts of a list, or one text alone.
  package func texts() throws(DataFileError) -> [String] {
    var texts: [String] = []
    for item in items() { texts.append(try item.text()) }
    return texts
  }

  /// One word of a closed list.
  package func word(of words: [String]) throws(DataFileError) -> String {
    let text = try text()
    guard words.contains(text) else {
      throw fault(
        .unknownWord(text, nearest: NearestName.of(text, among: words), allowed: words))
    }
    return text
  }

  /// One case of an enumeration of words.
  package func word<Word: RawRepresentable<String> & CaseIterable>(
    _ type: Word.Type
  ) throws(DataFileError) -> Word {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue)
      throw fault(
        .unknownWord(text, nearest: NearestName.of(text, among: words), allowed: words))
    }
    return word
  }

  /// A mapping that holds no other keys than these.
  package func mapping(of keys: [String]) throws(DataFileError) -> DataMapping {
    let entries = try entries()
    for entry in entries where !keys.contains(try entry.key.text()) {
      let key = try entry.key.text()
      throw entry.key.fault(.unknownKey(key, nearest: NearestName.of(key, among: keys)))
    }
    return DataMapping(node: self, entries: entries)
  }

  /// The keys and values of a mapping, in the order of the file.
  package func entries() throws(DataFileError) -> [(key: DataNode, value: DataNode)] {
    guard let mapping = node.mapping else { throw fault(.expected(.mapping)) }
    return mapping.map { pair in
      (DataNode(file: file, node: pair.key), DataNode(file: file, node: pair.value))
    }
  }
}

/// A mapping whose keys are known.
package struct DataMapping {
  /// The place of the mapping itself.
  package let node: DataNode
  private var values: [String: DataNode] = [:]

  fileprivate init(node: DataNode, entries: [(key: DataNode, value: DataNode)]) {
    self.node = node
    for entry in entries {
      if let key = try? entry.key.text() { values[key] = entry.value }
    }
  }

  /// The value of a key; `nil` where the key is absent.
  package subscript(key: String) -> DataNode? { values[key] }

  /// The value of a key that must be there.
  package func required(_ key: String) throws(DataFileError) -> DataNode {
    guard let value = values[key] else { throw node.fault(.missingKey(key)) }
    return value
  }
}
