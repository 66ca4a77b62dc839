/// Whose names may stand in whose files.
package struct UnitFamilies: Sendable {
  package let units: [ReportedUnit]
  private let numbers: [String: Int]
  /// For every unit the numbers of those whose names its files may hold: itself, those above it,
  /// those below it, and those that got another part of a forerunner of any of them but those
  /// above.
  private let allowed: [Set<Int>]

  package init(_ units: [ReportedUnit]) {
    self.units = units
    let numbers = Dictionary(
      units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.numbers = numbers
    var allowed = units.indices.map { Set([$0]) }
    for number in units.indices {
      for above in Self.above(number, units, numbers) {
        allowed[number].insert(above)
        allowed[above].insert(number)
      }
    }
    for number in units.indices {
      let own = allowed[number].filter { !Self.above(number, units, numbers).contains($0) }
      for code in own.flatMap({ units[$0].sharedWith ?? [] }) {
        if let other = numbers[code] { allowed[number].insert(other) }
      }
    }
    self.allowed = allowed
  }

  /// The numbers of the units above another, the nearest first.
  package func above(_ number: Int) -> [Int] { Self.above(number, units, numbers) }

  private static func above(
    _ number: Int, _ units: [ReportedUnit], _ numbers: [String: Int]
  ) -> [Int] {
    var above: [Int] = []
    var next = numbers[units[number].parent]
    while let parent = next, parent != number, !above.contains(parent) {
      above.append(parent)
      next = numbers[units[parent].parent]
    }
    return above
  }

  package func number(ofCode code: some StringProtocol) -> Int? { numbers[String(code)] }

  /// Whether one unit's name may stand in another's files.
  package func allowsName(_ unit: Int, inFilesOf owner: Int) -> Bool {
    allows(unit, inFilesOf: owner) || units[unit].namedInTemplates == true
  }

  /// Whether what is one unit's may stand in another's files.
  package func allows(_ unit: Int, inFilesOf owner: Int) -> Bool { allowed[owner].contains(unit) }

  /// The unit that a file belongs to, by the code its name begins with, and whether more stands
  /// behind the code; `nil` for the files of the run as a whole.
  package func owner(ofFile path: some StringProtocol) -> (number: Int, hasSuffix: Bool)? {
    let steps = path.split(separator: "/")
    guard steps.count == 2, let name = steps.last else { return nil }
    var stem = name.prefix { $0 != "." }
    let whole = stem
    // A code may hold a hyphen itself, as 84-SNV: the longest that is a unit's is meant.
    while !stem.isEmpty {
      if let number = numbers[String(stem)] { return (number, stem.endIndex != whole.endIndex) }
      guard let hyphen = stem.lastIndex(of: "-") else { return nil }
      stem = stem[..<hyphen]
    }
    return nil
  }
}
