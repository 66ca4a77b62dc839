/// The units that live in one period, each code once, with who stands below whom.
package struct UnitTree: Sendable {
  /// The units in the order of the catalogue; a unit's place here is its number.
  package let units: [Unit]
  private let numbers: [String: Int]
  private let childNumbers: [[Int]]
  /// The levels that have a unit, highest first.
  package let levels: [Level]

  package init(units: [Unit]) {
    self.units = units
    var numbers: [String: Int] = [:]
    for (number, unit) in units.enumerated() { numbers[unit.code] = number }
    self.numbers = numbers
    var children = [[Int]](repeating: [], count: units.count)
    for (number, unit) in units.enumerated() {
      if let parent = numbers[unit.parent] { children[parent].append(number) }
    }
    childNumbers = children
    levels = Level.allCases.filter { level in units.contains { $0.level == level } }
  }

  /// The number of a unit; `nil` where no unit with the code lives in the period.
  package func number(of code: String) -> Int? { numbers[code] }

  /// The numbers of the units right below, in the order of the catalogue.
  package func children(of number: Int) -> [Int] { childNumbers[number] }

  /// The unit itself and all below it, each before those below it.
  package func area(of number: Int) -> [Int] {
    [number] + childNumbers[number].flatMap { area(of: $0) }
  }

  /// The unit right above; `nil` for the province.
  package func parent(of number: Int) -> Int? { numbers[units[number].parent] }

  /// The unit above all others; the first of the catalogue where there are several.
  package var root: Int? { units.indices.first { numbers[units[$0].parent] == nil } }

  /// The numbers of all units of a level.
  package func units(at level: Level) -> [Int] {
    units.indices.filter { units[$0].level == level }
  }
}
