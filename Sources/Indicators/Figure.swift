package import Administration

/// One figure of a run, with its targets and its past.
package struct Figure: Sendable {
  package var indicator: Indicator
  package var unit: Unit
  package var scope: Scope
  /// `nil` where the value is typed by hand and nobody has done so.
  package var part: Part?
  /// The targets that apply, those of the newest document first.
  package var targets: [HeldTarget]
  package var previous: FigureValue?
  package var yearAgo: FigureValue?
  /// Whether its cases are the unit's own; a department's share of the procedures of its level is
  /// made of those of all departments, so it is held against no target and gives no points.
  package var isOfUnit: Bool
  /// Why it is not compared with the period before, or with last year; `nil` where it is.
  package var previousObstacle: ComparisonObstacle?
  package var yearAgoObstacle: ComparisonObstacle?

  package init(
    indicator: Indicator, unit: Unit, scope: Scope, part: Part?, targets: [Target],
    previous: FigureValue?, yearAgo: FigureValue?, isOfUnit: Bool = true,
    previousObstacle: ComparisonObstacle? = nil, yearAgoObstacle: ComparisonObstacle? = nil
  ) {
    self.indicator = indicator
    self.unit = unit
    self.scope = scope
    self.part = part
    self.previous = previous
    self.yearAgo = yearAgo
    self.isOfUnit = isOfUnit
    self.previousObstacle = previousObstacle
    self.yearAgoObstacle = yearAgoObstacle
    let base = yearAgoObstacle == nil ? yearAgo : nil
    let level = scope.level(of: unit)
    self.targets =
      !isOfUnit
      ? []
      : targets.compactMap {
        HeldTarget($0, level: level, value: part?.value, yearAgo: base)
      }
  }

  package var value: FigureValue? { part?.value }

  /// The value of the period before, where it may be compared with.
  package var previousBase: FigureValue? { previousObstacle == nil ? previous : nil }

  /// The value of the same period last year, likewise.
  package var yearAgoBase: FigureValue? { yearAgoObstacle == nil ? yearAgo : nil }

  /// The level whose targets hold.
  package var level: Level { scope.level(of: unit) }

  /// The target of the newest document that states a bar.
  package var mainTarget: HeldTarget? { targets.first { $0.bar != nil } }

  /// Whether that target is met; `nil` without target or value.
  package var isMet: Bool? { mainTarget?.isMet }

  /// Its key in the history.
  package var key: FigureKey {
    FigureKey(unit: unit.code, scope: scope, indicator: indicator.id)
  }
}
