package import Administration

/// Where the rows of a unit are shown in the tree of a period.
package struct UnitPlaces: Sendable {
  private let numbers: [Int?]

  package init(units: UnitCatalogue, tree: UnitTree) {
    var latest: [String: Unit] = [:]
    for unit in units.entries { latest[unit.code] = unit }
    numbers = units.codes.map { code in
      var visited: Set<String> = []
      var next = code
      while visited.insert(next).inserted {
        if let number = tree.number(of: next) { return number }
        guard let unit = latest[next] else { return nil }
        // A unit that no longer lives hands its rows to the one that took its place, else to
        // the one above, so that the province's figures never lose a row.
        next = unit.successor.isEmpty ? unit.parent : unit.successor
      }
      return nil
    }
  }

  /// The unit's number in the tree; `nil` where not even a unit above it lives in the period.
  package func number(ofCode code: Int) -> Int? { numbers[code] }
}
