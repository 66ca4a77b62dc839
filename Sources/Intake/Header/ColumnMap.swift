internal import Administration

/// In which columns of a file, counted from 0, the fields of its kind stand.
struct ColumnMap: Sendable {
  /// A field and its column.
  struct Column: Sendable {
    var field: SourceField
    var index: Int
  }

  /// Mapped fields in the order of the kind.
  var columns: [Column]
  /// What stands over every column; the texts of several rows joined.
  var heads: [String]

  /// The columns that the rows of a header mean; `nil` where a field that must be there is not.
  ///
  /// In a header of several rows a text above stands over every column to its right that has none
  /// of its own, as a merged cell does: `Ngày` over `tiếp nhận` and `hẹn trả`.
  init?(rows: [[String]], profile: SourceProfile) {
    let width = rows.map(Self.width).max() ?? 0
    let readings = (0..<width).map { Self.readings(rows, at: $0) }
    var best: [String: (index: Int, rank: Int)] = [:]
    for (index, texts) in readings.enumerated() {
      guard let meaning = texts.lazy.compactMap({ profile.headers[FoldedText.of($0)] }).first else {
        continue
      }
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
    heads = readings.map { $0.first ?? "" }
  }

  /// Number of columns of the header; those without a text at its end are none.
  var width: Int { heads.count }

  private static func width(of row: [String]) -> Int { (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  /// The texts that may be meant by what stands over a column, the fullest first.
  private static func readings(_ rows: [[String]], at column: Int) -> [String] {
    let own = rows.map { column < $0.count ? $0[column] : "" }
    let ownTexts = own.filter { !$0.isEmpty }
    guard rows.count > 1 else { return ownTexts }
    guard let lowest = own.lastIndex(where: { !$0.isEmpty }) else { return [] }
    let spanned = rows.indices.prefix(lowest + 1).compactMap { row in
      rows[row].prefix(column + 1).last { !$0.isEmpty }
    }
    let readings = [spanned.joined(separator: " "), ownTexts.joined(separator: " "), own[lowest]]
    return readings + (ownTexts.first.map { [$0] } ?? [])
  }

  /// The column of a role; `nil` where it is not mapped.
  func index(of role: SourceField.Role) -> Int? {
    columns.first { $0.field.role == role }?.index
  }

  /// The column of a field; `nil` where it is not mapped.
  func index(of field: String) -> Int? {
    columns.first { $0.field.name == field }?.index
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
