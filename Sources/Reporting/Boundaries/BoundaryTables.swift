internal import Administration
internal import Indicators

/// What the units of a report were before they were made of others: their figures as it was then
/// (theo địa giới khi đó), which add up to those of the report (quy về địa giới hiện nay).
struct BoundaryTables {
  let figures: FigureSet

  /// The indicators that are shown, in their order; those that the run does not count are left
  /// out.
  private static let shown = [
    "dossiers.received", "dossiers.resolved", "one-stop.on-time", "dossiers.pending",
    "dossiers.pending.overdue",
  ]

  /// The tables of a unit: of the period, of the one before it and of the same one last year, each
  /// where the unit was another then.
  func tables(of number: Int) -> [ReportTable] {
    [
      current(number), past(number, figures.previous, "Kỳ trước"),
      past(number, figures.yearAgo, "Cùng kỳ"),
    ].compactMap(\.self)
  }

  /// Whether the rows of the period are counted for another unit than the one they name.
  func isRedrawn(_ number: Int) -> Bool {
    figures.former.map { !$0.units.origins(of: number).isEmpty } ?? false
  }

  private var indicators: [Indicator] {
    Self.shown.compactMap { id in figures.indicators.first { $0.id == id } }
  }

  private func current(_ number: Int) -> ReportTable? {
    guard let former = figures.former else { return nil }
    let origins = former.units.origins(of: number).filter { $0.number != nil }
    guard !origins.isEmpty else { return nil }
    var rows: [ReportTable.Row] = []
    for origin in origins {
      let parts = origin.number.map { former.parts(of: $0, .area) }
      rows.append(
        row(
          rows.count + 1, origin, parts.map(Self.byIndicator), isWhole: origin.unit.parent.isEmpty))
      guard origin.unit.parent.isEmpty, let province = origin.number else { continue }
      for district in former.units.map.tree.children(of: province)
      where former.units.units[district].level == .district {
        rows.append(
          row(
            "", "– \(former.units.units[district].name)",
            Self.byIndicator(former.parts(of: district, .area))))
      }
    }
    let since = Self.byIndicator(former.partsSince(of: number, .area))
    if since.values.contains(where: { $0.numerator != 0 || $0.denominator ?? 0 != 0 }) {
      rows.append(
        row("\(origins.count + 1)", "\(unit(number).name) từ khi sắp xếp", since))
    }
    let area = figures.figures(of: number, .area)
    rows.append(
      row(
        "", "Cộng, quy về địa giới hiện nay",
        Dictionary(area.compactMap { figure in figure.part.map { (figure.indicator.id, $0) } }) {
          first, _ in first
        }, role: .total))
    return table(
      "Địa giới khi đó", "Số liệu theo địa giới khi đó", rows, of: number, origins)
  }

  private func past(_ number: Int, _ past: PastFigures, _ name: String) -> ReportTable? {
    guard let period = past.period, let units = past.units, !past.parts.isEmpty else { return nil }
    let origins = units.origins(of: number)
    guard !origins.isEmpty else { return nil }
    var rows: [ReportTable.Row] = []
    for origin in origins {
      rows.append(
        row(
          rows.count + 1, origin, past.former(origin.key, .area, of: indicators),
          isWhole: origin.unit.parent.isEmpty))
    }
    let sums = Dictionary(
      indicators.compactMap { indicator in
        past.parts[
          FigureKey(unit: unit(number).code, scope: .area, indicator: indicator.id)
        ].map { (indicator.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    rows.append(row("", "Cộng, quy về địa giới hiện nay", sums, role: .total))
    return table(
      "\(name), địa giới khi đó", "Số liệu \(period.name) theo địa giới khi đó, để so sánh", rows,
      of: number, origins)
  }

  private func unit(_ number: Int) -> Unit { figures.table.tree.units[number] }

  private func table(
    _ id: String, _ title: String, _ rows: [ReportTable.Row], of number: Int,
    _ origins: [FormerUnits.Origin]
  ) -> ReportTable? {
    guard !indicators.isEmpty else { return nil }
    return ReportTable(
      id: id, title: title,
      columns: [.init("STT", .mark, width: 6), .init("Đơn vị khi đó", .label, width: 38)]
        + indicators.map { .init("\($0.name) (\($0.unit))", .number, width: 16) },
      rows: rows, notes: notes(number, origins))
  }

  private func row(
    _ ordinal: Int, _ origin: FormerUnits.Origin, _ parts: [String: Part]?, isWhole: Bool
  ) -> ReportTable.Row {
    guard origin.isCounted else {
      let cells = indicators.map { _ in ReportTable.Cell.text(EmptyMark.notApplicable) }
      return ReportTable.Row(
        [.text("\(ordinal)"), .text("\(origin.unit.name) (một phần, tính ở đơn vị khác)")] + cells)
    }
    return row("\(ordinal)", origin.unit.name, parts ?? [:])
  }

  private func row(
    _ ordinal: String, _ name: String, _ parts: [String: Part],
    role: ReportTable.Row.Role = .item
  ) -> ReportTable.Row {
    ReportTable.Row(
      [.text(ordinal), .text(name)]
        + indicators.map { ReportTable.Cell(parts[$0.id], of: $0) }, role: role)
  }

  private static func byIndicator(
    _ parts: [(indicator: Indicator, part: Part)]
  ) -> [String: Part] {
    Dictionary(parts.map { ($0.indicator.id, $0.part) }, uniquingKeysWith: { first, _ in first })
  }

  private func notes(_ number: Int, _ origins: [FormerUnits.Origin]) -> [String] {
    var notes = [
      "Số liệu trong báo cáo quy về địa giới hiện nay: cộng số liệu của các đơn vị nay hợp thành "
        + "\(UnitNames.inSentence(unit(number))); tỷ lệ tính lại từ tử số và mẫu số."
    ]
    notes += origins.filter { $0.heirs.count > 1 }.map(SplitNote.text)
    if number == figures.table.tree.root {
      notes.append(
        "Hồ sơ của cấp hành chính nay không còn được tính vào số liệu của tỉnh.")
    }
    return notes
  }
}

extension PastFigures {
  /// The parts of indicators of a unit as it was then; `nil` where none are known.
  fileprivate func former(
    _ key: String, _ scope: Scope, of indicators: [Indicator]
  ) -> [String: Part]? {
    let parts = indicators.compactMap { indicator in
      former[FigureKey(unit: key, scope: scope, indicator: indicator.id)].map { (indicator.id, $0) }
    }
    return parts.isEmpty
      ? nil : Dictionary(parts, uniquingKeysWith: { first, _ in first })
  }
}
