package import Indicators

/// The score of one unit.
package struct UnitScore: Sendable {
  package let definition: ScoreDefinition
  /// For every group and part the points in hundredths; `nil` where nothing is known.
  package let points: [[Int?]]
  private let figures: [String: Figure]
  /// The cases of the part that weighs most, by which a ranking tells small units.
  package let cases: Int

  package init(_ definition: ScoreDefinition, figures: [Figure]) {
    self.definition = definition
    var byID: [String: Figure] = [:]
    for figure in figures where figure.isOfUnit { byID[figure.indicator.id] = figure }
    self.figures = byID
    points = definition.groups.map { group in
      group.parts.map { $0.points(for: byID[$0.indicator]?.part) }
    }
    let heaviest = definition.groups.flatMap(\.parts).max { $0.maximum < $1.maximum }
    cases = heaviest.flatMap { byID[$0.indicator]?.part?.denominator } ?? 0
  }

  /// Points in hundredths.
  package var total: Int { points.joined().reduce(0) { $0 + ($1 ?? 0) } }

  /// The most that could be reached by the parts that are known, in hundredths.
  package var knownMaximum: Int {
    zip(definition.groups, points).reduce(0) { sum, entry in
      sum + zip(entry.0.parts, entry.1).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0.maximum) }
    }
  }

  /// Total of what could be reached, in hundredths of a percent; `nil` where nothing is known.
  package var share: Int? {
    let maximum = knownMaximum
    return maximum > 0 ? (20_000 * total + maximum) / (2 * maximum) : nil
  }

  /// The rating; `nil` where a part is not known, because the bars are of all points.
  package var rating: String? {
    guard knownMaximum == definition.maximum else { return nil }
    return definition.ratings.first { total >= $0.from }?.name
  }

  /// The score as a table of a unit's report.
  package var table: ReportTable {
    var rows: [ReportTable.Row] = []
    for (group, points) in zip(definition.groups, points) {
      rows.append(.group("\(group.name) (\(NumberText.short(hundredths: group.maximum)) điểm)"))
      for (part, points) in zip(group.parts, points) { rows.append(row(part, points)) }
    }
    rows.append(
      ReportTable.Row(
        [
          .text("Tổng điểm của các mục có số liệu"), .text(""), .text(EmptyMark.notApplicable),
          .hundredths(knownMaximum), .hundredths(total),
        ], role: .total))
    let share = share.map { NumberText.decimal(hundredths: $0) + "%" } ?? EmptyMark.notKnown
    let rating =
      rating.map { "Xếp loại (ước tính): \($0)." }
      ?? "Chưa xếp loại vì các mục có số liệu mới được "
      + "\(NumberText.short(hundredths: knownMaximum))/"
      + "\(NumberText.short(hundredths: definition.maximum)) điểm tối đa."
    return ReportTable(
      id: definition.sheet, title: "\(definition.name) – \(definition.label)",
      columns: [
        .init("Nội dung", .label, width: 44), .init("Chỉ tiêu dùng để tính", .text, width: 44),
        .init("Kết quả", .number, width: 12), .init("Điểm tối đa", .number, width: 10),
        .init("Điểm ước tính", .number, width: 10),
      ],
      rows: rows,
      notes: ["Tỷ lệ đạt trên điểm tối đa của các mục có số liệu: \(share). \(rating)"])
  }

  private func row(_ part: ScoreDefinition.Part, _ points: Int?) -> ReportTable.Row {
    let value =
      figures[part.indicator].map { ReportTable.Cell($0.part, with: $0.indicator) }
      ?? .text(EmptyMark.notKnown)
    return ReportTable.Row([
      .text(part.name), .text(part.indicatorName),
      value, .hundredths(part.maximum),
      points.map { .hundredths($0) } ?? .text(EmptyMark.notKnown),
    ])
  }
}
