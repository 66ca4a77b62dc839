package import Administration
internal import Indicators
internal import Intake

/// All late dossiers of a unit's area, as a list too long for a report.
package struct LateList: Sendable {
  private let late: LateLists
  private let entries: [LateLists.Entry]
  private let tree: UnitTree
  private let lastDay: CalendarDay
  private let procedureNames: [String: String]

  /// "84-ho-so-qua-han.xlsx": its file, beside the unit's report.
  package static func fileName(of unit: Unit) -> String { "\(unit.code)-ho-so-qua-han.xlsx" }

  /// What stands over the columns, with widths in letters.
  package static let columns: [ReportTable.Column] = [
    .init("STT", .mark, width: 8), .init("Đơn vị giải quyết", .label, width: 32),
    .init("Lĩnh vực", .text, width: 26), .init("Tên thủ tục hành chính", .text, width: 48),
    .init("Mã hồ sơ", .text, width: 28), .init("Trạng thái", .text, width: 18),
    .init("Ngày nhận", .mark, width: 12), .init("Ngày hẹn trả", .mark, width: 12),
    .init("Ngày kết thúc xử lý", .mark, width: 12), .init("Số ngày quá hạn", .number, width: 10),
  ]

  private static let texts: [FormText] = [
    .dossierField, .dossierProcedure, .dossierCode, .dossierState, .receivedOn, .dueOn,
    .finishedOn, .daysLate,
  ]

  /// `nil` where the unit's report has room for all of them.
  package init?(of number: Int, _ builder: FormBuilder) {
    let area = builder.tree.area(of: number)
    let counts = builder.late.counts(of: area)
    guard counts.pending + counts.resolved > LateDossierRows.mostShown else { return nil }
    late = builder.late
    entries =
      builder.late.dossiers(of: area, arePending: true)
      + builder.late.dossiers(of: area, arePending: false)
    tree = builder.tree
    lastDay = builder.lastDay
    procedureNames = builder.procedureNames
  }

  /// How many dossiers it has.
  package var count: Int { entries.count }

  /// The cells of a row, from 0.
  package func row(_ number: Int) -> [ReportTable.Cell] {
    let entry = entries[number]
    guard let (dossier, field) = late.dossier(entry) else { return [] }
    let words = LateDossierWords(
      dossier: dossier, field: field, unit: tree.units[entry.unit].name, lastDay: lastDay,
      procedureNames: procedureNames)
    return [.whole(number + 1), .text(words.unit)] + Self.texts.map(words.cell)
  }
}
