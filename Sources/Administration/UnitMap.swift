/// The units that reports show, and where every entry of the catalogue stands among them.
///
/// An entry that is not among them hands its rows to the unit that took its place, else to the
/// one above it, so that the province's figures never lose a row.
package struct UnitMap: Sendable {
  package let tree: UnitTree
  /// For every entry of the catalogue its number in the tree.
  private let places: [Int?]
  private let placesByKey: [String: Int]
  /// The entries that are the units of the tree.
  private var shown: Set<Int>

  init(of catalogue: UnitCatalogue, showing living: [Int]) {
    var numbers: [Int: Int] = [:]
    for (number, entry) in living.enumerated() { numbers[entry] = number }
    self.init(
      tree: UnitTree(units: living.map { catalogue.entries[$0] }),
      places: catalogue.entries.indices.map { entry in
        catalogue.heirs(of: entry).lazy.compactMap { numbers[$0] }.first
      }, of: catalogue)
    shown = Set(living)
  }

  /// `places` are for every entry its number in the tree.
  init(tree: UnitTree, places: [Int?], of catalogue: UnitCatalogue) {
    self.tree = tree
    self.places = places
    shown = []
    var byKey: [String: Int] = [:]
    for (entry, place) in places.enumerated() { byKey[catalogue.key(ofEntry: entry)] = place }
    placesByKey = byKey
  }

  /// The number in the tree of an entry of the catalogue; `nil` where not even a unit above it is
  /// among the units.
  package func number(ofEntry entry: Int) -> Int? { places[entry] }

  /// Whether an entry is itself one of the units.
  package func shows(entry: Int) -> Bool { shown.contains(entry) }

  /// Likewise of a code or of a key, whatever the code once meant.
  package func number(ofCode code: String) -> Int? {
    tree.number(of: code) ?? placesByKey[code]
  }
}

extension UnitCatalogue {
  /// The map of a period: the units that live on its last day, or on the first day of the
  /// province that the catalogue ends with, where that comes later.
  ///
  /// `nil` where no unit of the catalogue lives in the period.
  package func map(during days: DaySpan) -> UnitMap? {
    guard entries.contains(where: { $0.isAlive(during: days) }),
      let home = entries.filter(\.parent.isEmpty).max(by: Self.beginsEarlier)
    else { return nil }
    var day = max(days.last, home.validFrom ?? days.last)
    day = min(day, home.validTo ?? day)
    return UnitMap(of: self, showing: entries.indices.filter { entries[$0].isAlive(on: day) })
  }

  private static func beginsEarlier(_ left: Unit, _ right: Unit) -> Bool {
    (left.validFrom?.number ?? .min) < (right.validFrom?.number ?? .min)
  }

  /// What tells an entry from the others: its code, and for all but the last one of a code its
  /// last day too, as `29551@2024-10-31`.
  package func key(ofEntry entry: Int) -> String {
    let unit = entries[entry]
    guard self.entry(of: unit.code, on: nil) != entry else { return unit.code }
    return "\(unit.code)@\(unit.validTo?.iso ?? "")"
  }

  /// The entry of a key, else the last one of its code; `nil` where the catalogue has neither.
  package func entry(ofKey key: String) -> Int? {
    let code = String(key.prefix { $0 != "@" })
    let own = entries(forCode: code).filter { entries[$0].code == code }
    return own.first { self.key(ofEntry: $0) == key } ?? self.entry(of: code, on: nil)
  }

  /// An entry and all that came of it, each once: the next entry of the same code or of the unit
  /// that took its place, else the unit above it.
  func heirs(of entry: Int) -> [Int] {
    var heirs: [Int] = []
    var next: Int? = entry
    while let heir = next, !heirs.contains(heir) {
      heirs.append(heir)
      next = self.heir(of: heir)
    }
    return heirs
  }

  private func heir(of entry: Int) -> Int? {
    let unit = entries[entry]
    if let successor = successor(of: entry) { return successor }
    return unit.parent.isEmpty ? nil : self.entry(of: unit.parent, on: unit.validTo)
  }

  /// The entry that took the place of another, the larger part of it where it was split; `nil`
  /// where none did.
  private func successor(of entry: Int) -> Int? {
    let unit = entries[entry]
    if let code = unit.successors.first?.code {
      return self.entry(of: code, after: unit.validTo)
    }
    guard let end = unit.validTo, let later = self.entry(of: unit.code, on: end.adding(1)),
      later != entry
    else { return nil }
    return later
  }

  /// Whether one of two entries came of the other, or both are the same.
  package func isSameLine(_ one: Int, _ other: Int) -> Bool {
    line(of: one).contains(other) || line(of: other).contains(one)
  }

  /// An entry and those that took its place one after another.
  private func line(of entry: Int) -> [Int] {
    var line: [Int] = []
    var next: Int? = entry
    while let successor = next, !line.contains(successor) {
      line.append(successor)
      next = self.successor(of: successor)
    }
    return line
  }

  /// The entry of a code that begins right after a day, else its last one.
  func entry(of code: String, after day: CalendarDay?) -> Int? {
    day.flatMap { entry(of: code, on: $0.adding(1)) } ?? entry(of: code, on: nil)
  }

  /// The entry of a code that lives on a day, else its last one; `nil` where there is no such
  /// code.
  package func entry(of code: String, on day: CalendarDay?) -> Int? {
    let own = entries(forCode: code).filter { entries[$0].code == code }
    return own.first { number in day.map(entries[number].isAlive) ?? false }
      ?? own.max { Self.beginsEarlier(entries[$0], entries[$1]) }
  }
}
