/// The units of a province, found by code and by name.
package struct UnitCatalogue: Sendable {
  /// The entries in the order of the file.
  ///
  /// A code stands twice where its unit changed its name, each time with other days of life.
  package let entries: [Unit]
  private let byAgencyCode: [String: [Int]]
  private let byOldCode: [String: [Int]]
  private let byFoldedName: [String: [Int]]

  package init(entries: [Unit]) {
    self.entries = entries
    byAgencyCode = Self.index(entries) { [$0.code] + $0.agencyCodes }
    byOldCode = Self.index(entries) { $0.agencyCodes.flatMap(OldAgencyCode.forms) }
    byFoldedName = Self.index(entries) { $0.names.map(FoldedText.ofUnitName) }
  }

  private static func index(
    _ entries: [Unit], by keys: (Unit) -> [String]
  ) -> [String: [Int]] {
    var index: [String: [Int]] = [:]
    for (number, unit) in entries.enumerated() {
      for key in Set(keys(unit)) { index[key, default: []].append(number) }
    }
    return index
  }

  /// The entries that a code means, its own or an identifier code, whatever the day.
  package func entries(forCode code: String) -> [Int] { byAgencyCode[code] ?? [] }

  /// The entries with an identifier code that was once written so, whatever the day.
  func entries(forOldCode code: String) -> [Int] { byOldCode[code] ?? [] }

  /// The entries that a name or an alias means, whatever the day; more than one where the name
  /// occurs in several districts.
  ///
  /// Where entries agree with the name to the accents, it means them alone: Đông Thạnh is not Đông
  /// Thành.
  package func entries(forName name: String) -> [Int] {
    let folded = byFoldedName[FoldedText.ofUnitName(name)] ?? []
    guard folded.count > 1 else { return folded }
    let accented = FoldedText.accentedUnitName(name)
    let exact = folded.filter { number in
      entries[number].names.contains { FoldedText.accentedUnitName($0) == accented }
    }
    return exact.isEmpty ? folded : exact
  }

  /// The units that live on a day, as one tree.
  package func tree(on day: CalendarDay) -> UnitTree {
    UnitTree(units: entries.filter { $0.isAlive(during: DaySpan(first: day, last: day)) })
  }
}
