internal import Administration
internal import DelimitedText
package import Indicators

extension OutputTables {
  /// `former-units.csv`: the figures of the period, and of those it is compared with, for the units
  /// that lived then; `nil` where all of them are units of the reports.
  ///
  /// Within the run's period the rows without a last day are those of the reports' units since they
  /// came to be, so that the own figures of all rows add up to the province's. `now` names the
  /// units that took a former one's place, the one that its rows are counted for first. Of earlier
  /// periods the units of levels that the reports no longer have are left out; the provinces' areas
  /// hold them.
  package static func formerUnits(_ set: FigureSet) -> [UInt8]? {
    var rows = FormerRows(present: set.table.tree, indicators: set.indicators.filter(\.isOfRows))
    if let former = set.former { rows.add(former, of: set.period) }
    for past in [set.previous, set.yearAgo] { rows.add(past) }
    return rows.isEmpty ? nil : rows.text.bytes
  }
}

/// The rows of `former-units.csv`.
private struct FormerRows {
  let present: UnitTree
  let indicators: [Indicator]
  private(set) var isEmpty = true
  private(set) var text = CSVText(header: [
    "period", "unit", "last_day", "name", "level", "scope", "indicator", "numerator",
    "denominator", "value", "now",
  ])

  init(present: UnitTree, indicators: [Indicator]) {
    self.present = present
    self.indicators = indicators
  }

  /// The former units of the run's period, and the units of the reports since.
  mutating func add(_ former: FormerFigures, of period: Period) {
    for scope in [Scope.own, .area] {
      for (number, unit) in former.units.units.enumerated() {
        let now = Self.text(former.units.heirs[number])
        for (indicator, part) in former.parts(of: number, scope) {
          append(period, unit, scope, indicator, part, now: now)
        }
      }
      for (number, unit) in present.units.enumerated() {
        for (indicator, part) in former.partsSince(of: number, scope) where part.hasCases {
          append(period, unit, isFormer: false, scope, indicator, part, now: unit.code)
        }
      }
    }
  }

  /// The former units of an earlier period, as far as the history knows them.
  mutating func add(_ past: PastFigures) {
    guard let period = past.period, let units = past.units else { return }
    for scope in [Scope.own, .area] {
      for (number, unit) in units.units.enumerated() where present.levels.contains(unit.level) {
        for indicator in indicators {
          let key = FigureKey(
            unit: units.map.tree.units[number].code, scope: scope, indicator: indicator.id)
          guard let part = past.former[key] else { continue }
          append(period, unit, scope, indicator, part, now: Self.text(units.heirs[number]))
        }
      }
    }
  }

  private mutating func append(
    _ period: Period, _ unit: Unit, isFormer: Bool = true, _ scope: Scope, _ indicator: Indicator,
    _ part: Part, now: String
  ) {
    isEmpty = false
    text.append([
      period.text, unit.code, isFormer ? unit.validTo?.iso ?? "" : "", unit.name,
      unit.level.rawValue, scope.text, indicator.id, "\(part.numerator)",
      part.denominator.map(String.init) ?? "", part.value.map(indicator.plain) ?? "", now,
    ])
  }

  private static func text(_ heirs: [FormerUnits.Heir]) -> String {
    heirs.map { $0.unit.code + ($0.isDoubtful ? "?" : "") }.joined(separator: "|")
  }
}
