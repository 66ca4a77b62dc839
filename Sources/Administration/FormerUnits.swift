/// The units that lived in a period and are not on the map of a report, because others have taken
/// their place since.
package struct FormerUnits: Sendable {
  /// The former units as a tree of their own, and which of them an entry's rows belong to; a
  /// unit's code there is its key in the catalogue, as `29551@2024-10-31`.
  ///
  /// Entries whose rows belong to a unit of the report's map have no place.
  package let map: UnitMap
  /// The units of the report's map with the rows of the period that are no former unit's.
  package let since: UnitMap
  /// The former units as the catalogue has them, by their numbers in the tree.
  package let units: [Unit]
  /// The units of the report's map that took the place of each, the one that its rows are counted
  /// for first.
  package let heirs: [[Heir]]
  /// For every unit of the report's map what it was then.
  private let origins: [[Origin]]

  /// A unit that was what another is now, or a part of it.
  package struct Origin: Hashable, Sendable {
    package var unit: Unit
    /// Key of its entry in the catalogue.
    package var key: String
    /// Its number among the former units; `nil` where it is the unit itself, unchanged.
    package var number: Int?
    /// The units that it became; more than one where it was split.
    package var heirs: [Heir]
    /// Whether its rows are counted for the unit that it became.
    package var isCounted: Bool
  }

  /// A unit that took the place of a former one, or of a part of it.
  package struct Heir: Hashable, Sendable {
    package var unit: Unit
    package var isDoubtful: Bool
  }

  package init(of catalogue: UnitCatalogue, during days: DaySpan, beside present: UnitMap) {
    let entries = catalogue.entries
    let living = entries.indices.filter { entries[$0].isAlive(during: days) }
    let former = living.filter { !present.shows(entry: $0) }
    let numbers = Dictionary(uniqueKeysWithValues: former.enumerated().map { ($1, $0) })
    units = former.map { entries[$0] }
    let tree = UnitTree(
      units: former.map { entry in
        var unit = entries[entry]
        unit.code = catalogue.key(ofEntry: entry)
        unit.parent =
          catalogue.entry(of: unit.parent, on: unit.validTo).map(catalogue.key(ofEntry:)) ?? ""
        return unit
      })
    let places = entries.indices.map { entry -> Int? in
      // Rows of the time before the period belong to what came of their unit.
      let first = catalogue.heirs(of: entry).first {
        numbers[$0] != nil || present.shows(entry: $0)
      }
      return first.flatMap { numbers[$0] }
    }
    map = UnitMap(tree: tree, places: places, of: catalogue)
    since = UnitMap(
      tree: present.tree,
      places: entries.indices.map { places[$0] == nil ? present.number(ofEntry: $0) : nil },
      of: catalogue)

    var origins = [[Origin]](repeating: [], count: present.tree.units.count)
    var heirsOfFormer: [[Heir]] = []
    for entry in living {
      let unit = entries[entry]
      let parts = catalogue.parts(of: entry, on: present)
      let heirs = parts.map { part in
        Heir(unit: present.tree.units[part.number], isDoubtful: part.isDoubtful)
      }
      if numbers[entry] != nil { heirsOfFormer.append(heirs) }
      for (number, _) in parts where present.tree.units[number].isPeer(of: unit) {
        origins[number].append(
          Origin(
            unit: unit, key: catalogue.key(ofEntry: entry), number: numbers[entry], heirs: heirs,
            isCounted: number == present.number(ofEntry: entry)))
      }
    }
    self.origins = origins
    heirs = heirsOfFormer
  }

  /// Whether every unit of the period is on the report's map.
  package var isEmpty: Bool { units.isEmpty }

  /// What a unit of the report's map was in the period, in the order of the catalogue; empty where
  /// it was what it is.
  package func origins(of number: Int) -> [Origin] {
    let origins = origins[number]
    return origins.allSatisfy { $0.number == nil } ? [] : origins
  }
}

extension Unit {
  /// Whether a former unit stood where this one stands: both a province, or both of one level
  /// below it.
  fileprivate func isPeer(of former: Unit) -> Bool {
    level == former.level && parent.isEmpty == former.parent.isEmpty
  }
}

extension UnitCatalogue {
  /// The units of a map that an entry became, by their numbers, the one with the larger part
  /// first.
  fileprivate func parts(
    of entry: Int, on map: UnitMap
  ) -> [(number: Int, isDoubtful: Bool)] {
    guard !map.shows(entry: entry), entries[entry].isSplit else {
      guard let heir = heirs(of: entry).dropFirst().first, !map.shows(entry: entry) else {
        return map.number(ofEntry: entry).map { [($0, false)] } ?? []
      }
      return parts(of: heir, on: map)
    }
    var parts: [(number: Int, isDoubtful: Bool)] = []
    for successor in entries[entry].successors {
      guard let heir = self.entry(of: successor.code, after: entries[entry].validTo) else {
        continue
      }
      for part in self.parts(of: heir, on: map)
      where !parts.contains(where: { $0.number == part.number }) {
        parts.append((part.number, part.isDoubtful || successor.isDoubtful))
      }
    }
    return parts
  }
}
