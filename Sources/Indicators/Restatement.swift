package import Administration
package import Intake

/// A figure of a closed period that would come out otherwise today.
package struct RestatedFigure: Sendable {
  package var key: FigureKey
  package var indicator: Indicator
  package var old: Part?
  package var new: Part?
  /// The rows that make the difference; empty where it was typed.
  package var rows: [RestatedRow]
}

/// A row that a closed figure counts and today's does not, or the other way round.
package struct RestatedRow: Hashable, Sendable {
  package var row: ClosedRow
  /// Whether today counts it and the closed figure did not.
  package var isNew: Bool

  /// Key of the unit that it counts for in an indicator.
  package func unit(in indicator: Indicator) -> String { row.unit(at: indicator.countedAt) }
}

extension ClosedRow {
  /// Key of the unit that it counts for.
  func unit(at place: Indicator.CountedAt) -> String {
    place == .receiving ? receiver ?? unit : unit
  }
}

/// What changed since a period was closed.
package struct Restatement: Sendable {
  /// In the order of the units' codes, scopes and indicators.
  package let figures: [RestatedFigure]

  /// Compares the figures that stand with those of today, and the rows behind them.
  package init(
    closed: PastFigures, rows: [ClosedRow], figures: FigureSet, today: [ClosedRow],
    map: UnitMap
  ) {
    var new: [FigureKey: Part] = [:]
    for (key, part) in figures.keyed { new[key] = part }
    var indicators: [String: Indicator] = [:]
    for indicator in figures.indicators { indicators[indicator.id] = indicator }
    let changed = RowChanges(before: rows, after: today, map: map)
    let keys = Set(closed.parts.keys).union(new.keys).sorted {
      ($0.unit, $0.scope.text, $0.indicator) < ($1.unit, $1.scope.text, $1.indicator)
    }
    self.figures = keys.compactMap { key in
      guard closed.parts[key] != new[key], let indicator = indicators[key.indicator],
        let unit = figures.table.tree.number(of: key.unit)
      else { return nil }
      let area = Set(figures.table.units(key.scope, of: unit))
      return RestatedFigure(
        key: key, indicator: indicator, old: closed.parts[key], new: new[key],
        rows: changed.rows(behind: indicator, in: area))
    }
  }

  package var isEmpty: Bool { figures.isEmpty }
}

/// The rows that differ between two readings of a period.
private struct RowChanges {
  private struct Change {
    var row: RestatedRow
    /// Numbers in the tree of the units that it counts for.
    var units: [Indicator.CountedAt: Int]
  }

  private var changes: [Change] = []

  init(before: [ClosedRow], after: [ClosedRow], map: UnitMap) {
    var balance: [Identity: Int] = [:]
    for row in before { balance[Identity(row), default: 0] += 1 }
    for row in after { balance[Identity(row), default: 0] -= 1 }
    for (rows, isNew) in [(before, false), (after, true)] {
      for row in rows {
        let identity = Identity(row)
        let left = balance[identity] ?? 0
        guard isNew ? left < 0 : left > 0 else { continue }
        balance[identity] = left + (isNew ? 1 : -1)
        var units: [Indicator.CountedAt: Int] = [:]
        for place in Indicator.CountedAt.allCases {
          units[place] = map.number(ofCode: row.unit(at: place))
        }
        changes.append(Change(row: RestatedRow(row: row, isNew: isNew), units: units))
      }
    }
  }

  /// What of a row decides what it counts in; where it stands does not.
  private struct Identity: Hashable {
    var kind: SourceKind
    var unit: String
    var receiver: String
    var signature: Signature
    var code: String

    init(_ row: ClosedRow) {
      kind = row.kind
      unit = row.unit
      receiver = row.unit(at: .receiving)
      signature = row.signature
      code = row.place.code
    }
  }

  /// The changed rows that change an indicator for some units.
  func rows(behind indicator: Indicator, in units: Set<Int>) -> [RestatedRow] {
    guard let kind = indicator.source else { return [] }
    let touching = changes.filter { change in
      guard change.row.row.kind == kind, let unit = change.units[indicator.countedAt],
        units.contains(unit)
      else { return false }
      let counts = SignatureWeights.counts(indicator.content, change.row.row.signature)
      return counts.numerator || counts.denominator
    }
    // A dossier that counts before and after in the same way changes nothing here.
    var balance: [Effect: Int] = [:]
    for change in touching {
      balance[Effect(change.row, indicator), default: 0] += change.row.isNew ? 1 : -1
    }
    return touching.map(\.row).filter { row in
      let left = balance[Effect(row, indicator)] ?? 0
      guard row.isNew ? left > 0 : left < 0 else { return false }
      balance[Effect(row, indicator)] = left + (row.isNew ? -1 : 1)
      return true
    }
  }

  /// What a row adds to an indicator.
  private struct Effect: Hashable {
    var code: String
    var inNumerator: Bool
    var inDenominator: Bool

    init(_ row: RestatedRow, _ indicator: Indicator) {
      code = row.row.place.code
      (inNumerator, inDenominator) = SignatureWeights.counts(
        indicator.content, row.row.signature)
    }
  }
}
