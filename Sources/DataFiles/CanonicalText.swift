internal import Yams

extension DataNode {
  /// What stands here in one way of writing, whatever the order of keys and of the items of lists:
  /// two places with the same text mean the same.
  ///
  /// One item in a list is written as the item alone, as ``items()`` reads both.
  package var canonicalText: String {
    switch node {
    case .scalar(let scalar):
      return "\"" + scalar.string.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case .sequence(let sequence):
      let items = sequence.map { DataNode(file: file, node: $0).canonicalText }.sorted()
      return items.count == 1 ? items[0] : "[" + items.joined(separator: ",") + "]"
    case .mapping(let mapping):
      let pairs = mapping.map { pair in
        DataNode(file: file, node: pair.key).canonicalText + ":"
          + DataNode(file: file, node: pair.value).canonicalText
      }
      return "{" + pairs.sorted().joined(separator: ",") + "}"
    case .alias: return ""
    }
  }
}
