package import Administration
package import Intake
package import Registers

/// Leads from a figure to its rows.
package struct EvidenceSearch: Sendable {
  private let figures: FigureSet
  private let intake: [KindIntake]
  private let registers: RegisterIntake
  private let map: UnitMap
  /// Last day of the period.
  private let day: CalendarDay

  /// The intake must have been read with its rows kept.
  package init(
    figures: FigureSet, intake: [KindIntake], registers: RegisterIntake, map: UnitMap,
    day: CalendarDay
  ) {
    self.figures = figures
    self.intake = intake
    self.registers = registers
    self.map = map
    self.day = day
  }

  /// What the figure of an indicator for a unit in a scope is made of, in the order of reading.
  package func evidence(
    of indicator: Indicator, unit: Int, _ scope: Scope
  ) -> FigureEvidence {
    let units = Set(figures.table.units(scope, of: unit))
    switch indicator.content {
    case .rows(let kind, _, _): return rows(of: kind, indicator, units)
    case .rowsPerStaff(let kind, _):
      var evidence = rows(of: kind, indicator, units)
      evidence.rest = staff(units)
      evidence.isShare = false
      return evidence
    case .unitsWith(let kind, _, let among):
      return unitsWithRows(of: kind, indicator.content, units, among: among)
    case .unitsReaching(let base, let bar, let among):
      return unitsReaching(bar, of: base, units, among: among)
    case .procedures(let condition, let among):
      return procedures(having: condition, among: among, units, of: unit)
    case .planTasks: return tasks(units)
    case .typed: return typed(indicator, unit: unit, scope, units)
    }
  }

  private func row(_ place: CountedPlace, unit: Int) -> EvidenceRow {
    EvidenceRow(
      file: place.file, line: place.line, code: place.code,
      unit: figures.table.tree.units[unit].code, weight: 1)
  }

  private func rows(
    of kind: SourceKind, _ indicator: Indicator, _ units: Set<Int>
  ) -> FigureEvidence {
    var evidence = FigureEvidence()
    evidence.isByReceiver =
      indicator.countedAt == .receiving
      && intake.contains { $0.kind == kind && $0.received != nil }
    forEachRow(of: kind, units, at: indicator.countedAt) { row, unit, rows in
      let (inNumerator, inDenominator) = SignatureWeights.counts(
        indicator.content, row.key.signature)
      if inNumerator {
        evidence.numerator.append(self.row(rows.place(of: row), unit: unit))
      } else if inDenominator {
        evidence.rest.append(self.row(rows.place(of: row), unit: unit))
      }
    }
    return evidence
  }

  /// Goes through the counted rows of a kind that count for some units.
  private func forEachRow(
    of kind: SourceKind, _ units: Set<Int>, at place: Indicator.CountedAt = .resolving,
    _ body: (_ row: CountedRow, _ unit: Int, _ rows: CountedRows) -> Void
  ) {
    guard let rows = intake.first(where: { $0.kind == kind })?.rows else { return }
    rows.forEach { row in
      let entry = place == .receiving ? row.receiver : row.key.unit
      guard let unit = map.number(ofEntry: entry), units.contains(unit) else { return }
      body(row, unit, rows)
    }
  }

  private func staff(_ units: Set<Int>) -> [EvidenceRow] {
    registers.staff.compactMap { entry in
      guard let unit = map.number(ofCode: entry.unit), units.contains(unit) else { return nil }
      return EvidenceRow(
        file: entry.place.file, line: entry.place.line, code: entry.unit, unit: entry.unit,
        weight: entry.count)
    }
  }

  /// For every unit its first such row; a unit without one is evidence by itself.
  private func unitsWithRows(
    of kind: SourceKind, _ content: IndicatorContent, _ units: Set<Int>, among: UnitFilter
  ) -> FigureEvidence {
    var first: [Int: CountedPlace] = [:]
    forEachRow(of: kind, units) { row, unit, rows in
      guard first[unit] == nil, SignatureWeights.counts(content, row.key.signature).numerator else {
        return
      }
      first[unit] = rows.place(of: row)
    }
    var evidence = FigureEvidence()
    for unit in units.sorted() where among.includes(figures.table.tree.units[unit]) {
      if let place = first[unit] {
        evidence.numerator.append(row(place, unit: unit))
      } else {
        evidence.rest.append(bare(unit))
      }
    }
    return evidence
  }

  private func unitsReaching(
    _ bar: Int, of base: String, _ units: Set<Int>, among: UnitFilter
  ) -> FigureEvidence {
    var evidence = FigureEvidence()
    for unit in units.sorted() where among.includes(figures.table.tree.units[unit]) {
      let own = figures.figures(of: unit, .own).first { $0.indicator.id == base }
      guard let value = own?.value else { continue }
      if value.hundredths >= bar {
        evidence.numerator.append(bare(unit))
      } else {
        evidence.rest.append(bare(unit))
      }
    }
    return evidence
  }

  /// For every procedure its first such dossier; one without is told by its row of the list.
  private func procedures(
    having condition: Condition, among: ProcedureFilter, _ units: Set<Int>, of unit: Int
  ) -> FigureEvidence {
    let list = ProcedureList(registers.procedures)
    var first: [Int: EvidenceRow] = [:]
    forEachRow(of: .dossiers, units) { row, unit, rows in
      guard row.procedure > 0, condition.holds(for: row.key.signature),
        let code = list.number(of: rows.procedures[row.procedure - 1]), first[code] == nil
      else { return }
      var evidence = self.row(rows.place(of: row), unit: unit)
      evidence.code = list.codes[code]
      first[code] = evidence
    }
    let levels = ProcedureShares.levels(of: Array(units), in: figures.table.tree)
    var told: Set<Int> = []
    var evidence = FigureEvidence()
    for (code, procedure) in list.rows where among.includes(procedure) {
      guard procedure.levels.isEmpty || !procedure.levels.isDisjoint(with: levels),
        told.insert(code).inserted
      else { continue }
      if let row = first[code] {
        evidence.numerator.append(row)
      } else {
        evidence.rest.append(
          EvidenceRow(
            file: procedure.place.file, line: procedure.place.line, code: procedure.code,
            unit: figures.table.tree.units[unit].code, weight: 1))
      }
    }
    return evidence
  }

  private func bare(_ unit: Int) -> EvidenceRow {
    let code = figures.table.tree.units[unit].code
    return EvidenceRow(file: "", line: 0, code: code, unit: code, weight: 1)
  }

  private func tasks(_ units: Set<Int>) -> FigureEvidence {
    var evidence = FigureEvidence()
    for task in registers.tasks {
      guard let due = task.dueAt, due <= day,
        let unit = task.unit.flatMap(map.number(ofCode:)) ?? figures.table.tree.root,
        units.contains(unit)
      else { continue }
      let row = EvidenceRow(
        file: task.place.file, line: task.place.line, code: task.code,
        unit: figures.table.tree.units[unit].code, weight: 1)
      if task.finishedAt.map({ $0 <= day }) ?? false {
        evidence.numerator.append(row)
      } else {
        evidence.rest.append(row)
      }
    }
    return evidence
  }

  /// The rows in which the values were typed; each weighs what it says.
  private func typed(
    _ indicator: Indicator, unit: Int, _ scope: Scope, _ units: Set<Int>
  ) -> FigureEvidence {
    var evidence = FigureEvidence()
    evidence.isShare = false
    for number in indicator.rollUp == .none ? [unit] : units.sorted() {
      guard let place = figures.typed.place(of: indicator.id, unit: number),
        let part = figures.typed.part(of: indicator, scope, unit: number, units: [number])
      else { continue }
      let code = figures.table.tree.units[number].code
      var row = EvidenceRow(
        file: place.file, line: place.line, code: code, unit: code, weight: part.numerator)
      evidence.numerator.append(row)
      guard let denominator = part.denominator else { continue }
      row.weight = denominator
      evidence.rest.append(row)
    }
    return evidence
  }
}
