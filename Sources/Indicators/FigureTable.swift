package import Administration
package import Intake
package import Registers

/// Every computed figure of a run: for each unit and scope the parts of each indicator.
package struct FigureTable: Sendable {
  package let tree: UnitTree
  /// The indicators that the program makes from the sources of the run, in the order of the
  /// catalogue.
  package let indicators: [Indicator]
  /// The numbers of the units that have rows in the period, by kind of export.
  package let reporting: [SourceKind: Set<Int>]
  /// `own[unit][indicator]`.
  private let own: [[Part]]
  private let procedures: ProcedureShares
  /// For each unit the parts of its own rows by field of administration, folded spelling first.
  private let bySubject: [[String: [Part]]]
  /// Folded spelling to the one that is printed.
  private let subjectNames: [String: String]

  package init(
    catalogue: IndicatorCatalogue, map: UnitMap, intake: [KindIntake],
    registers: RegisterIntake = RegisterIntake(), until day: CalendarDay
  ) {
    let indicators = catalogue.computed(
      from: Set(intake.map(\.kind)), registers: registers,
      hasReceivers: intake.contains { $0.received != nil })
    tree = map.tree
    self.indicators = indicators
    var reporting: [SourceKind: Set<Int>] = [:]
    var counts = OwnCounts(indicators: indicators, map: map)
    for kind in intake { reporting[kind.kind] = counts.add(kind) }
    var parts = OwnParts(indicators: indicators, map: map, parts: counts.parts)
    parts.add(registers, until: day)
    self.own = parts.parts
    procedures = ProcedureShares(
      indicators: indicators, map: map,
      list: ProcedureList(registers.procedures),
      use: intake.lazy.compactMap(\.procedures).last ?? ProcedureUse(),
      conditions: catalogue.procedureConditions)
    self.reporting = reporting
    bySubject = counts.bySubject
    subjectNames = counts.subjectNames
  }

  /// The scopes that a unit has figures for.
  package func scopes(of unit: Int) -> [Scope] {
    let levels = unit == tree.root ? tree.levels.map(Scope.level) : []
    return [.own, .area] + levels
  }

  /// The units that a scope of a unit covers.
  package func units(_ scope: Scope, of unit: Int) -> [Int] {
    switch scope {
    case .own: [unit]
    case .area: tree.area(of: unit)
    case .level(let level): tree.units(at: level)
    }
  }

  /// The parts of every indicator for units added up.
  package func parts(of units: [Int]) -> [Part] {
    var sum = own[units.first ?? 0]
    for unit in units.dropFirst() {
      OwnCounts.merge(own[unit], into: &sum)
    }
    procedures.put(of: units, into: &sum)
    return sum
  }

  /// The parts of every indicator for a unit in a scope.
  package func parts(_ scope: Scope, of unit: Int) -> [Part] {
    parts(of: units(scope, of: unit))
  }

  /// One field of administration (lĩnh vực) with its parts.
  package struct SubjectParts: Sendable {
    /// As exports spell it most often; empty for rows that name no field.
    package var name: String
    package var parts: [Part]
  }

  /// The parts of units added up by field of administration; fields without any row are absent.
  package func subjects(of units: [Int]) -> [SubjectParts] {
    var sums: [String: [Part]] = [:]
    for unit in units {
      for (subject, parts) in bySubject[unit] {
        guard var sum = sums[subject] else {
          sums[subject] = parts
          continue
        }
        for index in sum.indices { sum[index].merge(parts[index]) }
        sums[subject] = sum
      }
    }
    return sums.map { SubjectParts(name: subjectNames[$0.key] ?? "", parts: $0.value) }
      .sorted { $0.name < $1.name }
  }
}

extension IndicatorCatalogue {
  /// The indicators that the program can make from some kinds of sources.
  fileprivate func computed(
    from kinds: Set<SourceKind>, registers: RegisterIntake, hasReceivers: Bool
  ) -> [Indicator] {
    let counted = Set(
      indicators.filter { indicator in
        (indicator.source.map(kinds.contains) ?? false)
          && (hasReceivers || !indicator.needsReceivers)
      }.map(\.id))
    return indicators.filter { indicator in
      switch indicator.content {
      case .rows, .unitsWith: counted.contains(indicator.id)
      case .rowsPerStaff: counted.contains(indicator.id) && registers.kinds.contains(.staff)
      case .unitsReaching(let base, _, _): counted.contains(base)
      // With an empty list nothing is known, which is not the same as no cases.
      case .procedures: kinds.contains(.dossiers) && !registers.procedures.isEmpty
      case .planTasks: registers.kinds.contains(.planTasks)
      case .typed: false
      }
    }
  }
}
