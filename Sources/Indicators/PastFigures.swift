package import Administration

/// Which figure: one indicator for one unit and scope.
package struct FigureKey: Hashable, Sendable {
  /// Code of the unit.
  package var unit: String
  package var scope: Scope
  package var indicator: String

  package init(unit: String, scope: Scope, indicator: String) {
    self.unit = unit
    self.scope = scope
    self.indicator = indicator
  }
}

/// The figures of an earlier period, as a finished run left them.
package struct PastFigures: Sendable {
  /// The period asked for; `nil` where the period has none before it.
  package var period: Period?
  /// The parts of its figures; empty where no run of that period is known.
  package var parts: [FigureKey: Part]
  /// Fingerprints of how its indicators were counted, by id; none in runs from before they were
  /// kept.
  package var definitions: [String: String]
  /// The day on which the run was made, where its period was not over by then.
  package var unfinishedOn: CalendarDay?
  /// The figures of units as they were then, whose places others have taken since; a unit is named
  /// by its key in the catalogue.
  package var former: [FigureKey: Part] = [:]
  /// What the units of the report's map were in the period; `nil` where nobody asked.
  package var units: FormerUnits?
  /// Figures that would have to be counted anew on the report's map.
  var uncounted: Set<FigureKey> = []

  package init(
    period: Period?, parts: [FigureKey: Part] = [:], definitions: [String: String] = [:],
    unfinishedOn: CalendarDay? = nil, former: [FigureKey: Part] = [:]
  ) {
    self.period = period
    self.parts = parts
    self.definitions = definitions
    self.unfinishedOn = unfinishedOn
    self.former = former
  }

  /// The value of a figure; `nil` where it is not known or has no cases.
  package func value(_ key: FigureKey) -> FigureValue? { parts[key]?.value }
}
