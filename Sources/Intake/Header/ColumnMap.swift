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
  /// In a header of several rows a text above stands over every column to its right that has none
  /// of its own, as a merged cell does: `Ngày` over `tiếp nhận` and `hẹn trả`.
  init?(rows: [[String]], profile: SourceProfile) {
    let width = rows.map(Self.width).max() ?? 0
    let readings = (0..<width).map { Self.readings(rows, at: $0) }
    var best: [String: Match] = [:]
    for (index, texts) in readings.enumerated() {
      guard let meaning = texts.lazy.compactMap({ profile.headers[FoldedText.of($0)] }).first else {
        continue
      }
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
    heads = readings.map { $0.first ?? "" }
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
