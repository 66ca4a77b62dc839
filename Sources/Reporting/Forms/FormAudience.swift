package import Administration
internal import DataFiles

/// Which units fill a form in, and for which periods.
package struct FormAudience: Hashable, Sendable {
  /// Empty for all levels.
  private var levels: Set<Level> = []
  /// Whether units must have others below them, or none; `nil` where it is all the same.
  private var hasUnitsBelow: Bool?
  /// The first and the last day on which the form is in force; a period has the form that is in
  /// force on its last day.
  private var from: CalendarDay?
  private var until: CalendarDay?

  /// All units and periods where the node is absent.
  init(_ node: DataNode?) throws(DataFileError) {
    guard let map = try node?.mapping(of: ["levels", "units-below", "from", "until"]) else {
      return
    }
    for item in map["levels"]?.items() ?? [] { levels.insert(try item.word(Level.self)) }
    let below = try map["units-below"]?.word(of: ["yes", "no"])
    hasUnitsBelow = below.map { $0 == "yes" }
    from = try map["from"]?.day()
    until = try map["until"]?.day()
  }

  /// Whether some unit may have both forms for some period.
  package func overlaps(_ other: FormAudience) -> Bool {
    let first = max(from?.number ?? .min, other.from?.number ?? .min)
    let last = min(until?.number ?? .max, other.until?.number ?? .max)
    let areLevelsApart =
      !levels.isEmpty && !other.levels.isEmpty && levels.isDisjoint(with: other.levels)
    let isApart = hasUnitsBelow != nil && hasUnitsBelow == other.hasUnitsBelow.map { !$0 }
    return first <= last && !areLevelsApart && !isApart
  }

  /// Whether a unit has the form for a period with that last day.
  package func includes(_ number: Int, in tree: UnitTree, on lastDay: CalendarDay) -> Bool {
    let hasBelow = !tree.children(of: number).isEmpty
    return (levels.isEmpty || levels.contains(tree.units[number].level))
      && (hasUnitsBelow ?? hasBelow) == hasBelow
      && (from.map { $0 <= lastDay } ?? true) && (until.map { lastDay <= $0 } ?? true)
  }
}
