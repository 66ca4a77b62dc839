internal import Administration
internal import Registers

/// Finishes the parts of each unit's own rows with what is not counted row by row: people at the
/// one-stop shop, shares of units, and tasks of the plan.
struct OwnParts {
  let indicators: [Indicator]
  let map: UnitMap
  /// `parts[unit][indicator]`; a share of units holds in its numerator the rows so far.
  var parts: [[Part]]

  mutating func add(_ registers: RegisterIntake, until day: CalendarDay) {
    for (index, indicator) in indicators.enumerated() {
      switch indicator.content {
      case .rows, .procedures, .typed: break
      case .rowsPerStaff: add(registers.staff, to: index)
      case .unitsWith(_, _, let among): shareOfUnits(index, among: among)
      case .unitsReaching(let base, let bar, let among):
        shareOfUnits(index, reaching: bar, of: base, among: among)
      case .planTasks: add(registers.tasks, to: index, until: day)
      }
    }
  }

  private mutating func add(_ staff: [StaffCount], to index: Int) {
    for entry in staff {
      guard let unit = map.number(ofCode: entry.unit) else { continue }
      parts[unit][index].denominator = (parts[unit][index].denominator ?? 0) + entry.count
    }
  }

  private mutating func shareOfUnits(_ index: Int, among: UnitFilter) {
    for (unit, entry) in map.tree.units.enumerated() {
      let isCase = among.includes(entry)
      let has = isCase && parts[unit][index].numerator > 0
      parts[unit][index].numerator = has ? 1 : 0
      parts[unit][index].denominator = isCase ? 1 : 0
    }
  }

  private mutating func shareOfUnits(
    _ index: Int, reaching bar: Int, of base: String, among: UnitFilter
  ) {
    guard let base = indicators.firstIndex(where: { $0.id == base }) else { return }
    for (unit, entry) in map.tree.units.enumerated() {
      guard among.includes(entry), let value = parts[unit][base].value else { continue }
      parts[unit][index].numerator = value.hundredths >= bar ? 1 : 0
      parts[unit][index].denominator = 1
    }
  }

  /// Tasks count for the one unit that is in charge of them, those of several for the province.
  private mutating func add(_ tasks: [PlanTask], to index: Int, until day: CalendarDay) {
    for task in tasks {
      guard let due = task.dueAt, due <= day,
        let unit = task.unit.flatMap(map.number(ofCode:)) ?? map.tree.root
      else { continue }
      parts[unit][index].denominator = (parts[unit][index].denominator ?? 0) + 1
      if task.finishedAt.map({ $0 <= day }) ?? false { parts[unit][index].numerator += 1 }
    }
  }
}
