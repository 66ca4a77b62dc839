package import DataFiles
package import Indicators

/// An official form (biểu mẫu) as its file in Templates/forms describes it.
package struct FormDefinition: Sendable {
  /// Short name, also of the workbook's sheet: "II.06a".
  package var id: String
  /// "Biểu số II.06a/VPCP/KSTT".
  package var code: String
  package var title: String
  /// What stands right above the table, such as "Đơn vị tính: Số hồ sơ TTHC"; empty for nothing.
  package var unitLine: String
  package var audience: FormAudience
  package var rows: FormRows
  package var columns: [FormColumn]
  package let head: FormHead
  package var checks: [FormCheck]
  /// What stands below the table.
  package var notes: [String]
  /// What stands under the signatures' titles: left, right.
  package var signatures: [FormSignature]
  /// Whether pages and Markdown leave it out, because it is too long for them.
  package var isForWorkbooks: Bool

  private static let keys = [
    "id", "code", "title", "unit-line", "for", "rows", "columns", "checks", "notes", "signatures",
    "only-in",
  ]

  package init(_ root: DataNode, catalogue: IndicatorCatalogue) throws(DataFileError) {
    let map = try root.mapping(of: Self.keys)
    id = try map.required("id").text()
    code = try map.required("code").text()
    title = try map.required("title").text()
    unitLine = try map["unit-line"]?.text() ?? ""
    audience = try FormAudience(map["for"])
    let rows = try FormRows(try map.required("rows"), catalogue: catalogue)
    self.rows = rows
    var columns: [FormColumn] = []
    for item in try map.required("columns").items() {
      columns.append(
        try FormColumn(item, number: columns.count + 1, rows: rows, catalogue: catalogue))
    }
    try FormColumn.check(columns, in: try map.required("columns"))
    self.columns = columns
    head = FormHead(of: columns)
    var checks: [FormCheck] = []
    for item in map["checks"]?.items() ?? [] {
      checks.append(try FormCheck(item, columns: columns.count))
    }
    self.checks = checks
    notes = try map["notes"]?.texts() ?? []
    var signatures: [FormSignature] = []
    for item in map["signatures"]?.items() ?? [] { signatures.append(try FormSignature(item)) }
    self.signatures = signatures
    isForWorkbooks = try map["only-in"]?.word(of: ["workbooks"]) != nil
  }
}

/// Columns of a row that must add up to the same: `(3)=(7)+(11)`.
package struct FormCheck: Hashable, Sendable {
  package var column: Int
  package var sum: [Int]

  init(_ node: DataNode, columns: Int) throws(DataFileError) {
    let map = try node.mapping(of: ["column", "sum"])
    column = try map.required("column").place(upTo: columns)
    sum = try map.required("sum").places(upTo: columns)
  }
}

/// A place to sign.
package struct FormSignature: Hashable, Sendable {
  package var title: String
  package var note: String

  init(_ node: DataNode) throws(DataFileError) {
    let map = try node.mapping(of: ["title", "note"])
    title = try map.required("title").text()
    note = try map.required("note").text()
  }
}

extension DataNode {
  /// The number of a column, from 1.
  func place(upTo count: Int) throws(DataFileError) -> Int {
    let number = try integer()
    guard (1...max(count, 1)).contains(number) else { throw fault(.expected(.wholeNumber)) }
    return number
  }

  /// The numbers of columns, from 1.
  func places(upTo count: Int) throws(DataFileError) -> [Int] {
    var places: [Int] = []
    for item in items() { places.append(try item.place(upTo: count)) }
    return places
  }
}
