package import DataFiles
package import Indicators

/// An official form (biểu mẫu) as its file in Templates/forms describes it.
package struct FormDefinition: Sendable {
  /// Short name, also of the workbook's sheet: "II.06a".
  package var id: String
  /// "Biểu số II.06a/VPCP/KSTT".
  package var code: String
  package var title: String
  /// What stands right above the table, such as "Đơn vị tính: Số hồ sơ TTHC".
  package var unitLine: String
  package var columns: [FormColumn]
  package var checks: [FormCheck]
  /// What stands under the signatures' titles: left, right.
  package var signatures: [FormSignature]

  private static let keys = [
    "id", "code", "title", "unit-line", "columns", "checks", "signatures",
  ]

  package init(_ root: DataNode, catalogue: IndicatorCatalogue) throws(DataFileError) {
    let map = try root.mapping(of: Self.keys)
    id = try map.required("id").text()
    code = try map.required("code").text()
    title = try map.required("title").text()
    unitLine = try map.required("unit-line").text()
    var columns: [FormColumn] = []
    for item in try map.required("columns").items() {
      columns.append(try FormColumn(item, number: columns.count + 1, catalogue: catalogue))
    }
    self.columns = columns
    var checks: [FormCheck] = []
    for item in map["checks"]?.items() ?? [] {
      checks.append(try FormCheck(item, columns: columns.count))
    }
    self.checks = checks
    var signatures: [FormSignature] = []
    for item in map["signatures"]?.items() ?? [] { signatures.append(try FormSignature(item)) }
    self.signatures = signatures
  }
}

/// A column of a form, numbered from 1.
package struct FormColumn: Hashable, Sendable {
  /// What its cells hold.
  package enum Content: Hashable, Sendable {
    case ordinal
    case label
    /// The sum of other columns of the row, by their numbers.
    case sum([Int])
    /// Indicators added up less others, by their ids.
    case figures(plus: [String], minus: [String])
  }

  package var number: Int
  /// The heads above it from the top; neighbours with equal beginnings share a cell.
  package var heads: [String]
  package var content: Content

  init(_ node: DataNode, number: Int, catalogue: IndicatorCatalogue) throws(DataFileError) {
    let map = try node.mapping(of: ["heads", "holds", "sum", "plus", "minus"])
    self.number = number
    heads = try map.required("heads").texts()
    if let sum = map["sum"] {
      var columns: [Int] = []
      for item in sum.items() { columns.append(try item.integer()) }
      content = .sum(columns)
    } else if let plus = map["plus"] {
      content = .figures(
        plus: try Self.ids(plus, catalogue),
        minus: try map["minus"].map { node throws(DataFileError) in
          try Self.ids(node, catalogue)
        } ?? [])
    } else {
      let word = try map.required("holds").word(of: ["ordinal", "label"])
      content = word == "ordinal" ? .ordinal : .label
    }
  }

  private static func ids(
    _ node: DataNode, _ catalogue: IndicatorCatalogue
  ) throws(DataFileError) -> [String] {
    // Counts of rows alone can be broken down by field of administration.
    let counts = catalogue.indicators.filter { $0.source != nil && $0.measure == .count }
    var ids: [String] = []
    for item in node.items() { ids.append(try item.word(of: counts.map(\.id))) }
    return ids
  }

  /// What the number row says: `(3)=(4)+(5)+(6)`.
  package var numberText: String {
    guard case .sum(let columns) = content else { return "(\(number))" }
    return "(\(number))=" + columns.map { "(\($0))" }.joined(separator: "+")
  }
}

/// Columns of a row that must add up to the same: `(3)=(7)+(11)`.
package struct FormCheck: Hashable, Sendable {
  package var column: Int
  package var sum: [Int]

  init(_ node: DataNode, columns: Int) throws(DataFileError) {
    let map = try node.mapping(of: ["column", "sum"])
    column = try map.required("column").integer()
    var sum: [Int] = []
    for item in try map.required("sum").items() { sum.append(try item.integer()) }
    self.sum = sum
    guard ([column] + sum).allSatisfy({ (1...columns).contains($0) }) else {
      throw node.fault(.expected(.wholeNumber))
    }
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
