internal import Administration

/// In which columns of a file, counted from 0, the fields of its kind stand.
struct ColumnMap: Sendable {
  /// A field and its column.
  struct Column: Sendable {
    var field: SourceField
    var index: Int
    /// Whether its texts never leave the reader.
    var isPersonal: Bool
  }

  /// A column that a header means, under the field that the profile maps it to.
  private struct Match {
    var index: Int
    var rank: Int
    var field: String
  }

  /// Mapped fields in the order of the kind.
  var columns: [Column]
  /// What stands over every column; the texts of several rows joined.
  var heads: [String]

  /// The columns that the rows of a header mean; `nil` where a field that must be there is not.
  ///
  /// `folded` are the texts of the rows, each folded.
  /// In a header of several rows a text above stands over every column to its right that has none
  /// of its own, as a merged cell does: `Ngày` over `tiếp nhận` and `hẹn trả`.
  init?(rows: [[String]], folded: [[String]], profile: SourceProfile) {
    let width = rows.map(Self.width).max() ?? 0
    let readings = (0..<width).map { Self.readings(rows, at: $0) }
    var best: [String: Match] = [:]
    for (index, texts) in readings.enumerated() {
      // What is folded apart and joined is what is joined and folded.
      let meaning = texts.lazy.compactMap { places in
        profile.headers[Self.text(places.filter { !$0.text(in: folded).isEmpty }, in: folded)]
      }.first
      guard let meaning else { continue }
      // Two columns of one meaning: the header that the profile names first.
      if let other = best[meaning.field], other.rank <= meaning.rank { continue }
      best[meaning.field] = Match(index: index, rank: meaning.rank, field: meaning.field)
    }
    Self.settleReceivers(&best)
    let hasUnit = best["agencyCode"] != nil || best["agencyName"] != nil
    let fields = profile.kind.fields
    guard hasUnit, fields.allSatisfy({ !$0.isRequired || best[$0.name] != nil }) else { return nil }
    columns = fields.compactMap { field in
      best[field.name].map { match in
        Column(
          field: field, index: match.index, isPersonal: profile.personal.contains(match.field))
      }
    }
    heads = readings.map { Self.text($0.first ?? [], in: rows) }
  }

  /// Takes the columns of the receiving unit for those of the unit, where the file does not tell
  /// the two apart.
  ///
  /// It does where it names the unit that resolves, or has codes of both. Many exports have but one
  /// name, that of the unit that received a dossier and resolves it too, or a code beside that name.
  private static func settleReceivers(_ best: inout [String: Match]) {
    let hasCodes = best["agencyCode"] != nil && best["receivingAgencyCode"] != nil
    guard best["agencyName"] == nil, !hasCodes else { return }
    for part in ["Code", "Name"] {
      guard let match = best.removeValue(forKey: "receivingAgency" + part) else { continue }
      if best["agency" + part] == nil { best["agency" + part] = match }
    }
  }

  /// Number of columns of the header; those without a text at its end are none.
  var width: Int { heads.count }

  private static func width(of row: [String]) -> Int { (row.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  /// A text of a header's rows.
  private struct Place {
    var row: Int
    var column: Int

    func text(in rows: [[String]]) -> String { rows[row][column] }
  }

  private static func text(_ places: [Place], in rows: [[String]]) -> String {
    places.map { $0.text(in: rows) }.joined(separator: " ")
  }

  /// The texts that may be meant by what stands over a column, the fullest first; each is made of
  /// the texts of some places.
  private static func readings(_ rows: [[String]], at column: Int) -> [[Place]] {
    let own = rows.indices.filter { column < rows[$0].count && !rows[$0][column].isEmpty }
      .map { Place(row: $0, column: column) }
    guard let first = own.first, let lowest = own.last else { return [] }
    guard rows.count > 1 else { return [own] }
    let spanned = rows.indices.prefix(lowest.row + 1).compactMap { row in
      rows[row].prefix(column + 1).lastIndex { !$0.isEmpty }.map { Place(row: row, column: $0) }
    }
    return [spanned, own, [lowest], [first]]
  }

  /// The column of a role; `nil` where it is not mapped.
  func index(of role: SourceField.Role) -> Int? {
    columns.first { $0.field.role == role }?.index
  }

  /// The column of a field; `nil` where it is not mapped.
  func index(of field: String) -> Int? {
    columns.first { $0.field.name == field }?.index
  }

  /// Whether it tells the unit that received a row from the one that resolves it.
  var hasReceivers: Bool { index(of: .receiverCode) != nil || index(of: .receiverName) != nil }

  /// The least number of cells that hold every field that must be there.
  var leastCells: Int {
    let required = columns.filter(\.field.isRequired).map(\.index).max() ?? 0
    let unit =
      columns.filter { $0.field.role == .unitCode || $0.field.role == .unitName }
      .map(\.index).min() ?? 0
    return max(required, unit) + 1
  }
}
