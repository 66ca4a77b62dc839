package import Administration

extension PastFigures {
  /// The same figures on the map of a report: a unit that is no longer there is added to the one
  /// that took its place, and rates are made of the sums.
  ///
  /// What does not add up over units is left out for those that changed. The figures as they were
  /// are kept among ``former``.
  package func moved(
    onto map: UnitMap, of catalogue: UnitCatalogue, indicators: [Indicator]
  ) -> PastFigures {
    let gone = Set(parts.keys.map(\.unit)).filter { map.tree.number(of: $0) == nil }
    guard !gone.isEmpty else { return self }
    var moved = self
    let addsUp = Dictionary(
      indicators.map { ($0.id, $0.addsUp) }, uniquingKeysWith: { first, _ in first })
    for unit in gone.sorted() {
      guard let entry = catalogue.entry(ofKey: unit), let place = map.number(ofEntry: entry) else {
        continue
      }
      let change = UnitMove(of: catalogue.entries[entry], to: place, on: map, catalogue)
      for (key, part) in parts where key.unit == unit {
        moved.former[key] = part
        moved.parts[key] = nil
        let isSum = addsUp[key.indicator] ?? false
        for (target, isAdded) in change.targets(key.scope) {
          let target = FigureKey(unit: target.unit, scope: target.scope, indicator: key.indicator)
          // As it was before any unit came to it.
          if moved.former[target] == nil { moved.former[target] = parts[target] }
          guard isSum else {
            moved.parts[target] = nil
            moved.uncounted.insert(target)
            continue
          }
          let zero = Part(
            numerator: 0, denominator: part.denominator.map { _ in 0 }, measure: part.measure)
          var sum = moved.parts[target] ?? zero
          if isAdded { sum.merge(part) } else { sum.remove(part) }
          moved.parts[target] = sum
        }
      }
    }
    return moved
  }
}

/// What of other units changes when the rows of one go to another.
private struct UnitMove {
  typealias Target = (unit: String, scope: Scope)

  private let unit: Unit
  private let heir: Unit
  /// Codes of the units whose areas get it, and of those that lose it.
  private let gaining: [String]
  private let losing: [String]

  init(of unit: Unit, to place: Int, on map: UnitMap, _ catalogue: UnitCatalogue) {
    self.unit = unit
    heir = map.tree.units[place]
    var after: [String] = []
    var next: Int? = place
    while let number = next {
      after.append(map.tree.units[number].code)
      next = map.tree.parent(of: number)
    }
    var before: [String] = []
    var above = catalogue.entry(of: unit.parent, on: unit.validTo)
    while let entry = above, !before.contains(catalogue.entries[entry].code) {
      let unit = catalogue.entries[entry]
      before.append(unit.code)
      above = catalogue.entry(of: unit.parent, on: unit.validTo)
    }
    gaining = after.filter { !before.contains($0) }
    losing = before.filter { !after.contains($0) && map.tree.number(of: $0) != nil }
  }

  /// The figures that a figure of the unit is added to, or taken out of.
  func targets(_ scope: Scope) -> [(target: Target, isAdded: Bool)] {
    switch scope {
    case .own: [((heir.code, .own), true)]
    case .area:
      gaining.map { (($0, .area), true) } + losing.map { (($0, .area), false) }
    // The province's figures of a level: those of a unit that has none are not moved.
    case .level: []
    }
  }
}
