package import Administration
package import Indicators
package import Registers

/// Fills the forms of a run in from its figures.
package struct FormBuilder: Sendable {
  package let figures: FigureSet
  /// Those of the whole area of every unit.
  package let area: AreaFigures
  let procedures: [Procedure]
  package let late: LateLists
  /// The place of every indicator in the table, by its id.
  let places: [String: Int]
  /// The indicators of the run by their ids.
  let indicators: [String: Indicator]
  /// Names of procedures by their national codes.
  let procedureNames: [String: String]
  /// Last day of the period.
  let lastDay: CalendarDay

  package init(
    figures: FigureSet, procedures: [Procedure], late: LateLists, lastDay: CalendarDay
  ) {
    self.figures = figures
    area = AreaFigures(figures)
    self.lastDay = lastDay
    indicators = Dictionary(figures.indicators.map { ($0.id, $0) }) { first, _ in first }
    procedureNames = Dictionary(procedures.map { ($0.code, $0.name) }) { first, _ in first }
    self.procedures = procedures
    self.late = late
    var places: [String: Int] = [:]
    for (place, indicator) in figures.table.indicators.enumerated() { places[indicator.id] = place }
    self.places = places
  }

  var table: FigureTable { figures.table }
  var tree: UnitTree { table.tree }

  /// A form as a unit fills it in.
  ///
  /// - Throws: ``FormFault`` where a row does not add up.
  package func form(
    _ definition: FormDefinition, of unit: Int
  ) throws(FormFault) -> FormTable {
    var table = FormTable(definition: definition, rows: [], notes: definition.notes)
    switch definition.rows {
    case .groups(let groups, let total):
      let filler = FormGroups(builder: self, definition: definition, unit: unit)
      table.rows = filler.rows(of: groups, total: total)
    case .lines(let lines):
      table.rows = FormLines(builder: self, definition: definition, unit: unit).rows(of: lines)
    case .lateDossiers:
      let list = LateDossierRows(builder: self, definition: definition, unit: unit)
      table.rows = list.rows
      table.notes += list.notes
    }
    try FormCheckUp(definition: definition, unit: tree.units[unit].code).run(table.rows)
    return table
  }
}
