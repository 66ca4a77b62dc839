internal import Administration
internal import DelimitedText

/// In which columns of a file, counted from 0, the fields of its kind stand.
struct ColumnMap: Sendable {
  /// A field and its column.
  struct Column: Sendable {
    var field: SourceField
    var index: Int
  }

  /// Mapped fields in the order of the kind.
  var columns: [Column]
  /// Number of columns of the header.
  var width: Int

  /// The columns that a row of headers means; `nil` where a field that must be there is not.
  init?(headers: [String], profile: SourceProfile) {
    var best: [String: (index: Int, rank: Int)] = [:]
    for (index, header) in headers.enumerated() {
      guard let meaning = profile.headers[FoldedText.of(header)] else { continue }
      // Two columns of one meaning: the header that the profile names first.
      if let other = best[meaning.field], other.rank <= meaning.rank { continue }
      best[meaning.field] = (index, meaning.rank)
    }
    let hasUnit = best["agencyCode"] != nil || best["agencyName"] != nil
    let fields = profile.kind.fields
    guard hasUnit, fields.allSatisfy({ !$0.isRequired || best[$0.name] != nil }) else { return nil }
    columns = fields.compactMap { field in
      best[field.name].map { Column(field: field, index: $0.index) }
    }
    // Columns without a header at the end of the line are not columns of the table.
    width = (headers.lastIndex { !$0.isEmpty } ?? -1) + 1
  }

  /// The column of a role; `nil` where it is not mapped.
  func index(of role: SourceField.Role) -> Int? {
    columns.first { $0.field.role == role }?.index
  }

  /// The least number of cells that hold every field that must be there.
  var leastCells: Int {
    let required = columns.filter(\.field.isRequired).map(\.index).max() ?? 0
    let unit =
      columns.filter { $0.field.role == .unitCode || $0.field.role == .unitName }
      .map(\.index).min() ?? 0
    return max(required, unit) + 1
  }
}
