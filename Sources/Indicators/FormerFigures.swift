package import Administration
package import Intake

/// What a run counts for the units that lived in its period and are not on the map of its reports,
/// beside what its rows after them give the units that are.
///
/// Only figures of rows are counted, whose parts add up over units: those of the former units and
/// those since add up to the figures of the report's map.
package struct FormerFigures: Sendable {
  package let units: FormerUnits
  private let former: FigureTable
  private let since: FigureTable
  /// Places in the tables of the figures of rows.
  private let counted: [Int]

  package init(
    _ units: FormerUnits, catalogue: IndicatorCatalogue, intake: [KindIntake],
    until day: CalendarDay
  ) {
    self.units = units
    let former = FigureTable(catalogue: catalogue, map: units.map, intake: intake, until: day)
    self.former = former
    since = FigureTable(catalogue: catalogue, map: units.since, intake: intake, until: day)
    counted = former.indicators.indices.filter { former.indicators[$0].isOfRows }
  }

  /// The figures of a former unit, in its area with those of the former units below it.
  package func parts(
    of number: Int, _ scope: Scope
  ) -> [(indicator: Indicator, part: Part)] {
    let parts = former.parts(scope, of: number)
    return counted.map { (former.indicators[$0], parts[$0]) }
  }

  /// The figures of a unit of the report's map without the rows of former units.
  package func partsSince(
    of number: Int, _ scope: Scope
  ) -> [(indicator: Indicator, part: Part)] {
    let parts = since.parts(scope, of: number)
    return counted.map { (since.indicators[$0], parts[$0]) }
  }

  /// Every figure of the former units, as the history keeps them; a unit is named by its key in the
  /// catalogue.
  package var keyed: [(key: FigureKey, part: Part)] {
    units.units.indices.flatMap { number in
      let unit = units.map.tree.units[number].code
      return [Scope.own, .area].flatMap { scope in
        parts(of: number, scope).map { indicator, part in
          (FigureKey(unit: unit, scope: scope, indicator: indicator.id), part)
        }
      }
    }
  }
}

extension Indicator {
  /// Whether a tree has units that it is about: one of the shares of a level's units is about
  /// nobody where no unit is of that level.
  func concerns(_ tree: UnitTree) -> Bool {
    switch content {
    case .unitsWith(_, _, let among), .unitsReaching(_, _, let among):
      among.levels.isEmpty || !among.levels.isDisjoint(with: tree.levels)
    case .typed: !levels.isDisjoint(with: tree.levels)
    case .rows, .rowsPerStaff, .procedures, .planTasks: true
    }
  }

  /// Whether it counts rows of an export, so that its parts add up over any units.
  package var isOfRows: Bool {
    if case .rows = content { true } else { false }
  }

  /// Whether the parts of units that became one add up to those of the one.
  var addsUp: Bool {
    switch content {
    case .rows, .rowsPerStaff, .planTasks: true
    case .typed: rollUp == .sum || rollUp == .parts
    case .unitsWith, .unitsReaching, .procedures: false
    }
  }
}
