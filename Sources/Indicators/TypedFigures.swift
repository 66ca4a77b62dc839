package import Administration
internal import DataFiles
internal import Intake
package import Registers

/// What was typed for the indicators of the catalogue, checked, for one period.
package struct TypedFigures: Sendable {
  /// The typed indicators of the catalogue, where the run reads such values at all.
  let indicators: [Indicator]
  /// By id of the indicator and number of the unit.
  private var own: [String: [Int: Part]] = [:]
  /// Where each was typed, likewise.
  private var places: [String: [Int: RegisterPlace]] = [:]

  /// A run without such values.
  package init() { indicators = [] }

  /// Checks every row, those of other periods too.
  ///
  /// - Throws: ``RegisterFaults`` with every row that the catalogue does not allow.
  package init(
    _ values: [TypedValue], catalogue: IndicatorCatalogue, units: UnitCatalogue, map: UnitMap,
    period: Period?
  ) throws(RegisterFaults) {
    indicators = catalogue.indicators.filter(\.isTyped)
    var latest: [String: Unit] = [:]
    for unit in units.entries { latest[unit.code] = unit }
    var faults: [RegisterFault] = []
    for row in values {
      do throws(RegisterFault) {
        let indicator = try Self.indicator(of: row, in: catalogue)
        guard let unit = latest[row.unit] else {
          throw row.fault(row.titles.unit, .unknownUnit(row.unit))
        }
        let part = try TypedPart(row: row, indicator: indicator, unit: unit).part()
        guard row.period == period, let place = map.number(ofCode: row.unit) else { continue }
        if var known = own[indicator.id]?[place] {
          // Two units that became one.
          known.merge(part)
          own[indicator.id]?[place] = known
        } else {
          own[indicator.id, default: [:]][place] = part
          self.places[indicator.id, default: [:]][place] = row.place
        }
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw RegisterFaults(faults) }
  }

  private static func indicator(
    of row: TypedValue, in catalogue: IndicatorCatalogue
  ) throws(RegisterFault) -> Indicator {
    guard let index = catalogue.index(of: row.indicator) else {
      let ids = catalogue.indicators.filter(\.isTyped).map(\.id)
      throw row.fault(
        row.titles.indicator,
        .unknownIndicator(row.indicator, nearest: NearestName.of(row.indicator, among: ids)))
    }
    let indicator = catalogue.indicators[index]
    guard indicator.isTyped else {
      let source = indicator.source?.name ?? "các nguồn khác"
      throw row.fault(
        row.titles.indicator, .computedIndicator(row.indicator, source: source))
    }
    return indicator
  }

  /// The part of an indicator for a unit in a scope that covers some units; `nil` where nothing
  /// was typed.
  func part(
    of indicator: Indicator, _ scope: Scope, unit: Int, units: [Int]
  ) -> Part? {
    guard let typed = own[indicator.id] else { return nil }
    guard indicator.rollUp != .none else { return scope == .area ? typed[unit] : nil }
    var sum: Part?
    for unit in units {
      guard let part = typed[unit] else { continue }
      sum?.merge(part)
      sum = sum ?? part
    }
    return sum
  }

  /// Whether anything was typed for the unit itself.
  func has(_ indicator: Indicator, unit: Int) -> Bool { own[indicator.id]?[unit] != nil }

  /// Whether anything was typed for one of some units.
  func hasAny(of units: [Int]) -> Bool {
    own.values.contains { typed in units.contains { typed[$0] != nil } }
  }

  /// Where the value of a unit was typed; `nil` where none was.
  package func place(of indicator: String, unit: Int) -> RegisterPlace? {
    places[indicator]?[unit]
  }
}
