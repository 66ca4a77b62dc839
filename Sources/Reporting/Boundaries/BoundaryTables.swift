internal import Administration
internal import Indicators

/// What the units of a report were before they were made of others: their figures as it was then
/// (theo địa giới khi đó), which add up to those of the report (quy về địa giới hiện nay).
struct BoundaryTables {
  private let figures: FigureSet
  private let indicators: [Indicator]

  init(figures: FigureSet) {
    self.figures = figures
    indicators = Self.shown.compactMap { id in figures.indicators.first { $0.id == id } }
  }

  /// The indicators that are shown, in their order; those that the run does not count are left
  /// out.
  private static let shown = [
    "dossiers.received", "dossiers.resolved", "one-stop.on-time", "dossiers.pending",
    "dossiers.pending.overdue",
  ]

  /// The parts of a row by the ids of their indicators.
  private typealias Parts = [String: Part]

  /// The tables of a unit: of the period, of the one before it and of the same one last year, each
  /// where the unit was another then.
  ///
  /// `area` holds the unit's figures in its area.
  func tables(of number: Int, area: [Figure]) -> [ReportTable] {
    guard !indicators.isEmpty else { return [] }
    return [
      current(number, area), past(number, figures.previous, id: "Kỳ trước, địa giới khi đó"),
      past(number, figures.yearAgo, id: "Cùng kỳ, địa giới khi đó"),
    ].compactMap(\.self)
  }

  /// Whether rows of the period are counted for another unit than the one they name.
  func isRedrawn(_ number: Int) -> Bool {
    figures.former.map { !$0.units.origins(of: number).isEmpty } ?? false
  }

  private func unit(_ number: Int) -> Unit { figures.table.tree.units[number] }

  private func current(_ number: Int, _ area: [Figure]) -> ReportTable? {
    guard let former = figures.former else { return nil }
    let origins = former.units.origins(of: number).filter { $0.number != nil }
    guard !origins.isEmpty else { return nil }
    var rows: [ReportTable.Row] = []
    for (index, origin) in origins.enumerated() {
      guard let place = origin.number else { continue }
      rows.append(row(index + 1, origin, of: number, Self.parts(former.parts(of: place, .area))))
      if origin.unit.parent.isEmpty { rows += self.rows(below: place, former) }
    }
    let since = former.partsSince(of: number, .area)
    if since.contains(where: { $0.part.hasCases }) {
      let name = "\(unit(number).name) từ khi sắp xếp"
      rows.append(row("\(origins.count + 1)", name, Self.parts(since)))
    }
    rows.append(
      total(
        Self.parts(
          area.compactMap { figure in
            figure.part.map { (figure.indicator, $0) }
          })))
    return table(
      "Địa giới khi đó", "Số liệu theo địa giới khi đó", rows, of: number, origins)
  }

  /// The districts of a former province, before them its own offices.
  private func rows(below province: Int, _ former: FormerFigures) -> [ReportTable.Row] {
    let tree = former.units.map.tree
    let districts = tree.children(of: province).filter { tree.units[$0].level == .district }
    guard !districts.isEmpty else { return [] }
    var offices = Self.parts(former.parts(of: province, .area))
    var rows: [ReportTable.Row] = []
    for district in districts {
      let parts = Self.parts(former.parts(of: district, .area))
      for (id, part) in parts { offices[id]?.remove(part) }
      rows.append(row("", "– \(tree.units[district].name)", parts))
    }
    return [row("", "– Các cơ quan của tỉnh", offices)] + rows
  }

  private func past(_ number: Int, _ past: PastFigures, id: String) -> ReportTable? {
    guard let period = past.period, let units = past.units, !past.parts.isEmpty else { return nil }
    let origins = units.origins(of: number)
    guard !origins.isEmpty else { return nil }
    let parts = { (parts: [FigureKey: Part], unit: String) in
      Self.parts(
        indicators.compactMap { indicator in
          parts[FigureKey(unit: unit, scope: .area, indicator: indicator.id)].map {
            (indicator, $0)
          }
        })
    }
    let rows = origins.enumerated().map { index, origin in
      row(index + 1, origin, of: number, parts(past.former, origin.key))
    }
    return table(
      id, "Số liệu \(period.name) theo địa giới khi đó, để so sánh",
      rows + [total(parts(past.parts, unit(number).code))], of: number, origins)
  }

  private func table(
    _ id: String, _ title: String, _ rows: [ReportTable.Row], of number: Int,
    _ origins: [FormerUnits.Origin]
  ) -> ReportTable {
    ReportTable(
      id: id, title: title,
      columns: [.init("STT", .mark, width: 6), .init("Đơn vị khi đó", .label, width: 38)]
        + indicators.map { .init("\($0.name) (\($0.unit))", .number, width: 19) },
      rows: rows, notes: notes(number, origins))
  }

  private func row(
    _ ordinal: Int, _ origin: FormerUnits.Origin, of number: Int, _ parts: Parts
  ) -> ReportTable.Row {
    guard origin.isCounted else {
      let cells = indicators.map { _ in ReportTable.Cell.text(EmptyMark.notApplicable) }
      return ReportTable.Row(
        [.whole(ordinal), .text("\(origin.unit.name) (một phần)")] + cells)
    }
    let isNamesake = origin.number != nil && origin.unit.name == unit(number).name
    return row("\(ordinal)", origin.unit.name + (isNamesake ? " (cũ)" : ""), parts)
  }

  private func total(_ parts: Parts) -> ReportTable.Row {
    row("", "Cộng, quy về địa giới hiện nay", parts, role: .total)
  }

  private func row(
    _ ordinal: String, _ name: String, _ parts: Parts, role: ReportTable.Row.Role = .item
  ) -> ReportTable.Row {
    ReportTable.Row(
      [.text(ordinal), .text(name)]
        + indicators.map { ReportTable.Cell(parts[$0.id], of: $0) }, role: role)
  }

  private static func parts(_ parts: [(indicator: Indicator, part: Part)]) -> Parts {
    Dictionary(parts.map { ($0.indicator.id, $0.part) }, uniquingKeysWith: { first, _ in first })
  }

  private func notes(_ number: Int, _ origins: [FormerUnits.Origin]) -> [String] {
    var notes = [
      "Số liệu trong báo cáo quy về địa giới hiện nay: cộng số liệu của các đơn vị nay hợp thành "
        + "\(UnitNames.inSentence(unit(number))); tỷ lệ tính lại từ tử số và mẫu số."
    ]
    notes += origins.filter { $0.heirs.count > 1 }.map(SplitNote.text)
    if number == figures.table.tree.root {
      notes.append("Hồ sơ của cấp hành chính nay không còn được tính vào số liệu của tỉnh.")
    }
    return notes
  }
}
