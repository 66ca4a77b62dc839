package import Administration

/// One figure of a run, with its targets and its past.
package struct Figure: Sendable {
  package var indicator: Indicator
  package var unit: Unit
  package var scope: Scope
  package var part: Part
  /// The targets that apply, those of the newest document first.
  package var targets: [Target]
  package var previous: FigureValue?
  package var yearAgo: FigureValue?

  package var value: FigureValue? { part.value }

  /// The level whose targets hold.
  package var level: Level { scope.level(of: unit) }

  /// Whether the newest target is met; `nil` without target or value.
  package var isMet: Bool? { targets.first?.isMet(by: value, level: level) }
}

/// All figures of a run in one place: the table, the targets and the past.
package struct FigureSet: Sendable {
  package let table: FigureTable
  package let period: Period
  package let rules: TargetRules
  package let previous: PastFigures
  package let yearAgo: PastFigures

  package init(
    table: FigureTable, period: Period, rules: TargetRules, previous: PastFigures,
    yearAgo: PastFigures
  ) {
    self.table = table
    self.period = period
    self.rules = rules
    self.previous = previous
    self.yearAgo = yearAgo
  }

  /// The figures of a unit in a scope, in the order of the catalogue.
  package func figures(of number: Int, _ scope: Scope) -> [Figure] {
    let unit = table.tree.units[number]
    let parts = table.parts(scope, of: number)
    return zip(table.indicators, parts).map { indicator, part in
      let key = FigureKey(unit: unit.code, scope: scope, indicator: indicator.id)
      return Figure(
        indicator: indicator, unit: unit, scope: scope, part: part,
        targets: rules.targets(of: indicator, level: scope.level(of: unit)),
        previous: previous.value(key), yearAgo: yearAgo.value(key))
    }
  }

  /// Whether any row of the unit or below it counts in any figure of the period.
  package func hasData(_ number: Int) -> Bool {
    table.parts(.area, of: number).contains { $0.numerator != 0 || ($0.denominator ?? 0) != 0 }
  }
}
