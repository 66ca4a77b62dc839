internal import Administration
internal import Intake
internal import Registers

/// Shares of procedures: those among some of the list that have a dossier of some kind.
///
/// A procedure counts once in every scope, however many units of it have such a dossier, so the
/// shares of units are not added up: their sets of procedures are put together.
struct ProcedureShares: Sendable {
  /// One indicator's sets, of the numbers of codes.
  private struct Share: Sendable {
    /// Place in the list of indicators.
    var indicator: Int
    /// The procedures that are cases, by the levels that settle them.
    var among: [Set<Level>: NumberSet]
    /// `having[unit]`.
    var having: [NumberSet]
  }

  private let shares: [Share]
  private let tree: UnitTree

  init(
    indicators: [Indicator], map: UnitMap, list: ProcedureList,
    use: ProcedureUse, conditions: [Condition]
  ) {
    tree = map.tree
    let codes = use.procedures.map { list.number(of: $0.text) }
    shares = indicators.enumerated().compactMap { index, indicator in
      guard case .procedures(let condition, let among) = indicator.content,
        let bit = conditions.firstIndex(of: condition)
      else { return nil }
      var share = Share(
        indicator: index, among: [:],
        having: [NumberSet](repeating: NumberSet(), count: map.tree.units.count))
      for row in list.rows where among.includes(row.procedure) {
        share.among[row.procedure.levels, default: NumberSet()].insert(row.code)
      }
      for entry in use.entries where entry.marks >> UInt64(bit) & 1 == 1 {
        guard let code = codes[entry.procedure], let unit = map.number(ofEntry: entry.unit)
        else { continue }
        share.having[unit].insert(code)
      }
      return share
    }
  }

  /// The levels whose procedures are cases of units.
  static func levels(of units: [Int], in tree: UnitTree) -> Set<Level> {
    // What no unit of the period settles is still one of the whole province.
    units.count == tree.units.count
      ? Set(Level.allCases) : Set(units.map { tree.units[$0].level })
  }

  /// Puts the parts of the shares for units together into the parts of all indicators.
  func put(of units: [Int], into parts: inout [Part]) {
    let covered = Self.levels(of: units, in: tree)
    for share in shares {
      var cases = NumberSet()
      for (levels, codes) in share.among where levels.isEmpty || !levels.isDisjoint(with: covered) {
        cases.formUnion(codes)
      }
      var having = NumberSet()
      for unit in units { having.formUnion(share.having[unit]) }
      parts[share.indicator].numerator = having.count(sharedWith: cases)
      parts[share.indicator].denominator = cases.count
    }
  }
}
