package import Administration

/// All figures of a run in one place: computed and typed ones, the targets and the past.
package struct FigureSet: Sendable {
  package let table: FigureTable
  package let typed: TypedFigures
  package let period: Period
  package let rules: TargetRules
  package let previous: PastFigures
  package let yearAgo: PastFigures
  /// The figures of the periods of a period's trail that the history knows, the oldest first.
  package let trail: [PastFigures]
  /// Likewise those of the months that end with the period.
  package let months: [PastFigures]
  /// Likewise those of the same months a year before.
  package let monthsYearAgo: [PastFigures]
  /// What the rows of the period give the units that lived then; `nil` where they are the units of
  /// the reports.
  package let former: FormerFigures?
  /// The figures that stand as reported because the period is closed.
  private let closed: PastFigures?
  private let previousGuard: ComparisonGuard
  private let yearAgoGuard: ComparisonGuard
  /// The indicators of the run in the order of the catalogue.
  private let order: [Entry]

  /// An indicator of the run with what every one of its figures needs.
  private struct Entry: Sendable {
    var indicator: Indicator
    /// Place in the table; `nil` for typed ones.
    var place: Int?
    /// The targets that apply, by level.
    var targets: [Level: [Target]]
    /// The numbers of the units that have to type a value of their own.
    var reporters: Set<Int>
  }

  /// `definitions` are the fingerprints of how indicators are counted, by id; `isOver` says
  /// whether the period is over on the day of the reports.
  package init(
    catalogue: IndicatorCatalogue, table: FigureTable, typed: TypedFigures, period: Period,
    rules: TargetRules, previous: PastFigures, yearAgo: PastFigures,
    trail: [PastFigures] = [], months: [PastFigures] = [],
    monthsYearAgo: [PastFigures] = [], former: FormerFigures? = nil,
    closed: PastFigures? = nil,
    definitions: [String: String] = [:], isOver: Bool = true
  ) {
    self.trail = trail
    self.months = months
    self.monthsYearAgo = monthsYearAgo
    self.former = former
    self.closed = closed
    previousGuard = ComparisonGuard(past: previous, definitions: definitions, isOver: isOver)
    yearAgoGuard = ComparisonGuard(past: yearAgo, definitions: definitions, isOver: isOver)
    self.table = table
    self.typed = typed
    self.period = period
    self.rules = rules
    self.previous = previous
    self.yearAgo = yearAgo
    var places: [String: Int] = [:]
    for (place, indicator) in table.indicators.enumerated() { places[indicator.id] = place }
    let isTyped = Set(typed.indicators.map(\.id))
    let names = table.tree.units.map(UnitNaming.init)
    order = catalogue.indicators.compactMap { indicator in
      let place = places[indicator.id]
      guard place != nil || isTyped.contains(indicator.id), indicator.concerns(table.tree) else {
        return nil
      }
      var targets: [Level: [Target]] = [:]
      for level in Level.allCases { targets[level] = rules.targets(of: indicator, level: level) }
      let reporters =
        place == nil ? Self.reporters(indicator, targets, tree: table.tree, names) : []
      return Entry(indicator: indicator, place: place, targets: targets, reporters: reporters)
    }
  }

  /// The units that have to type a value of an indicator: those in charge, where a target
  /// applies to their level.
  private static func reporters(
    _ indicator: Indicator, _ targets: [Level: [Target]], tree: UnitTree, _ names: [UnitNaming]
  ) -> Set<Int> {
    let units = tree.units.indices.filter { number in
      let level = tree.units[number].level
      guard !(targets[level] ?? []).isEmpty else { return false }
      if indicator.rollUp == .none { return level != .province || number == tree.root }
      return number != tree.root && indicator.responsible.leads(names[number])
    }
    return Set(units)
  }

  /// The indicators that the run has figures of, in the order of the catalogue.
  package var indicators: [Indicator] { order.map(\.indicator) }

  /// The figures of a unit in a scope, in the order of the catalogue.
  ///
  /// A typed indicator is among them where a value is known, or where the unit or one below it
  /// has to report one.
  package func figures(of number: Int, _ scope: Scope) -> [Figure] {
    let units = table.units(scope, of: number)
    let parts = table.parts(of: units)
    return order.compactMap { entry in
      let key = FigureKey(
        unit: table.tree.units[number].code, scope: scope, indicator: entry.indicator.id)
      let part =
        closed?.parts[key] ?? entry.place.map { parts[$0] }
        ?? typed.part(of: entry.indicator, scope, unit: number, units: units)
      guard part != nil || isExpected(entry, scope, unit: number, units: units) else {
        return nil
      }
      return figure(entry, scope, unit: number, part: part)
    }
  }

  private func figure(
    _ entry: Entry, _ scope: Scope, unit number: Int, part: Part?
  ) -> Figure {
    let unit = table.tree.units[number]
    let key = FigureKey(unit: unit.code, scope: scope, indicator: entry.indicator.id)
    return Figure(
      indicator: entry.indicator, unit: unit, scope: scope, part: part,
      targets: entry.targets[scope.level(of: unit)] ?? [],
      previous: previous.value(key), yearAgo: yearAgo.value(key),
      isOfUnit: entry.indicator.rollUp != .distinct || isWholePlace(number, scope),
      previousObstacle: previousGuard.obstacle(to: key, of: entry.indicator),
      yearAgoObstacle: yearAgoGuard.obstacle(to: key, of: entry.indicator))
  }

  /// Whether a scope of a unit is all that there is of its levels in a place: a province, a
  /// district or a commune, and not one of the departments that share a level.
  private func isWholePlace(_ number: Int, _ scope: Scope) -> Bool {
    let tree = table.tree
    guard let parent = tree.parent(of: number) else { return scope != .own }
    return tree.units[parent].level != tree.units[number].level
  }

  /// Whether a value should be typed for a unit in a scope.
  private func isExpected(_ entry: Entry, _ scope: Scope, unit: Int, units: [Int]) -> Bool {
    let level = scope.level(of: table.tree.units[unit])
    guard !entry.reporters.isEmpty, !(entry.targets[level] ?? []).isEmpty else { return false }
    if entry.indicator.rollUp == .none { return scope == .area && entry.reporters.contains(unit) }
    return units.contains(where: entry.reporters.contains)
  }

  /// The typed indicators with the units that have to report one and have not, in the order of
  /// the catalogue; without those that are known everywhere.
  package var unreported: [(indicator: Indicator, units: [Int])] {
    order.compactMap { entry in
      let units = entry.reporters.filter { !typed.has(entry.indicator, unit: $0) }.sorted()
      return units.isEmpty ? nil : (entry.indicator, units)
    }
  }

  /// Whether any row of the unit or below it counts in any figure of the period, or anything was
  /// typed for them.
  package func hasData(_ number: Int) -> Bool {
    let units = table.units(.area, of: number)
    let counted = zip(table.indicators, table.parts(of: units)).contains { indicator, part in
      switch indicator.content {
      case .rows, .planTasks: part.hasCases
      case .rowsPerStaff, .unitsWith, .unitsReaching, .procedures, .typed: false
      }
    }
    return counted || typed.hasAny(of: units)
  }

  /// Every figure that has a value or no cases, as the history keeps them.
  package var keyed: [(key: FigureKey, part: Part)] {
    table.tree.units.indices.flatMap { unit in
      table.scopes(of: unit).flatMap { scope in
        figures(of: unit, scope).compactMap { figure in figure.part.map { (figure.key, $0) } }
      }
    }
  }
}
