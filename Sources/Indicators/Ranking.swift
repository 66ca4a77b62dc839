/// Units in the order of their values: equal values share a rank, and units with too few cases
/// stand outside.
package struct Ranking: Sendable {
  /// One unit.
  package struct Entry: Hashable, Sendable {
    /// Number in the tree.
    package var unit: Int
    /// In hundredths; `nil` where there is none.
    package var value: Int?
    /// How many cases the value is made of; `nil` where it is not made of cases.
    package var cases: Int?

    package init(unit: Int, value: Int?, cases: Int?) {
      self.unit = unit
      self.value = value
      self.cases = cases
    }
  }

  /// Ranks from 1; after two that share the first comes the third.
  package let ranked: [(rank: Int, entry: Entry)]
  /// Those without a value or with too few cases, in the order given.
  package let outside: [Entry]

  package init(_ entries: [Entry], minimum: Int, isLowerBetter: Bool) {
    let isInside = { (entry: Entry) in entry.value != nil && entry.cases ?? minimum >= minimum }
    let inside = entries.enumerated().filter { isInside($0.element) }.sorted { left, right in
      let (a, b) = (left.element.value ?? 0, right.element.value ?? 0)
      guard a != b else { return left.offset < right.offset }
      return isLowerBetter ? a < b : a > b
    }.map(\.element)
    var ranked: [(rank: Int, entry: Entry)] = []
    for (place, entry) in inside.enumerated() {
      let shared = ranked.last.flatMap { $0.entry.value == entry.value ? $0.rank : nil }
      ranked.append((shared ?? place + 1, entry))
    }
    self.ranked = ranked
    outside = entries.filter { !isInside($0) }
  }
}
