internal import Administration
internal import Intake

/// Adds up the rows of exports for each unit of the tree, and for each of its fields of
/// administration.
struct OwnCounts {
  let indicators: [Indicator]
  let map: UnitMap
  private let zero: [Part]
  /// `parts[unit][indicator]`.
  private(set) var parts: [[Part]]
  /// For each unit the parts by field of administration, folded spelling first.
  private(set) var bySubject: [[String: [Part]]]
  private var names = SubjectNames()

  init(indicators: [Indicator], map: UnitMap) {
    self.indicators = indicators
    self.map = map
    zero = indicators.map(\.zero)
    parts = [[Part]](repeating: zero, count: map.tree.units.count)
    bySubject = [[String: [Part]]](repeating: [:], count: map.tree.units.count)
  }

  /// Folded spelling of a field to the one that is printed.
  var subjectNames: [String: String] { names.chosen }

  static func merge(_ parts: [Part], into sum: inout [Part]) {
    for index in parts.indices { sum[index].merge(parts[index]) }
  }

  /// Adds the rows of a kind; gives the numbers of the units that have any.
  mutating func add(_ kind: KindIntake) -> Set<Int> {
    let folded = kind.subjects.map(FoldedText.of)
    if kind.kind == .dossiers { name(kind, folded) }
    guard let received = kind.received else {
      return add(kind.counts, of: kind.kind, at: nil, folded)
    }
    return add(kind.counts, of: kind.kind, at: .resolving, folded)
      .union(add(received, of: kind.kind, at: .receiving, folded))
  }

  private mutating func add(
    _ counts: CountTable, of kind: SourceKind, at place: Indicator.CountedAt?, _ folded: [String]
  ) -> Set<Int> {
    var weights = SignatureWeights(indicators: indicators, kind: kind, at: place)
    var sums = [Int](repeating: 0, count: indicators.count * 2)
    var reporters: Set<Int> = []
    counts.forEachGroup { unit, subject, places in
      guard let unit = map.number(ofEntry: unit) else { return }
      for place in sums.indices { sums[place] = 0 }
      var isCounted = false
      for place in places {
        let (key, count) = counts[place]
        if weights.add(count, of: key.signature, to: &sums) { isCounted = true }
      }
      let sum = parts(of: sums)
      if isCounted { reporters.insert(unit) }
      Self.merge(sum, into: &parts[unit])
      guard kind == .dossiers, isCounted || place != .receiving else { return }
      let name = subject > 0 ? folded[subject - 1] : ""
      Self.merge(sum, into: &bySubject[unit][name, default: zero])
    }
    return reporters
  }

  /// The parts of sums of numerators and denominators.
  private func parts(of sums: [Int]) -> [Part] {
    zero.enumerated().map { index, zero in
      var part = zero
      part.numerator += sums[index * 2]
      if let known = part.denominator { part.denominator = known + sums[index * 2 + 1] }
      return part
    }
  }

  private mutating func name(_ kind: KindIntake, _ folded: [String]) {
    kind.counts.forEachGroup { unit, subject, places in
      guard subject > 0, map.number(ofEntry: unit) != nil else { return }
      names.add(subject, count: places.reduce(0) { $0 + kind.counts[$1].count })
    }
    names.name(kind.subjects, folded: folded)
  }
}

/// Chooses for every field of administration the spelling that most rows use.
private struct SubjectNames {
  /// Rows by the number of their spelling.
  private var counts: [Int: Int] = [:]
  /// Folded spelling to the one that is printed.
  private(set) var chosen: [String: String] = [:]

  mutating func add(_ subject: Int, count: Int) {
    counts[subject, default: 0] += count
  }

  /// Chooses among the spellings, whose numbers count from 1; of those that are used equally often
  /// the first in the order of code points.
  mutating func name(_ spellings: [String], folded: [String]) {
    var best: [String: (count: Int, name: String)] = [:]
    for (number, count) in counts {
      let name = spellings[number - 1]
      let key = folded[number - 1]
      if let other = best[key], (other.count, name) >= (count, other.name) { continue }
      best[key] = (count, name)
    }
    chosen = best.mapValues(\.name)
  }
}
