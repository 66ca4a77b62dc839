internal import Administration

/// A row of a hand-kept table, read.
protocol RegisterEntry: Equatable {
  /// What makes the row what it is; a second row of one key must say the same.
  associatedtype Key: Hashable

  var key: Key { get }
  var place: RegisterPlace { get }

  init(_ row: RegisterRow, context: RegisterContext) throws(RegisterFault)

  /// Whether another row of the same key says the same.
  func says(_ other: Self) -> Bool
}

extension RegisterEntry {
  /// The place apart, everything must be equal.
  func says(_ other: Self) -> Bool { self == other }
}

/// What rows are read with.
struct RegisterContext {
  let units: UnitLookup
  let calendar: ReportingCalendar
  /// The days of the run.
  let days: DaySpan
}
