package import Administration
package import DataFiles

/// A document (kế hoạch, quyết định, công văn) that sets targets.
package struct PlanDocument: Hashable, Sendable {
  package var id: String
  package var title: String
  /// "384/QĐ-UBND".
  package var number: String
  package var issued: CalendarDay
  /// Folders of Templates/provinces for which it is in force; empty for all.
  package var provinces: [String]

  /// The documents of a file `documents:`.
  package static func list(_ root: DataNode) throws(DataFileError) -> [PlanDocument] {
    var documents: [PlanDocument] = []
    for item in try root.mapping(of: ["documents"]).required("documents").items() {
      let document = try PlanDocument(item)
      guard !documents.contains(where: { $0.id == document.id }) else {
        throw item.fault(.repeated(document.id))
      }
      documents.append(document)
    }
    return documents
  }

  private init(_ node: DataNode) throws(DataFileError) {
    let map = try node.mapping(of: ["id", "title", "number", "issued", "provinces"])
    id = try map.required("id").text()
    title = try map.required("title").text()
    number = try map.required("number").text()
    issued = try map.required("issued").day()
    provinces = try map["provinces"]?.texts() ?? []
  }
}
