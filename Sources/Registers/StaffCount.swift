internal import Administration

/// How many people work at the one-stop shop of a unit; a row of `staff`.
package struct StaffCount: Hashable, Sendable {
  /// Code of the unit.
  package var unit: String
  package var count: Int
  package var place: RegisterPlace
}

extension StaffCount: RegisterEntry {
  var key: String { unit }

  init(_ row: RegisterRow, context: RegisterContext) throws(RegisterFault) {
    _ = try row.required("count")
    // The table names no time: a unit that is gone hands its people to its successor.
    unit = try context.units.unit(of: row, during: context.days, evenIfGone: true)
    count = try row.whole("count") ?? 0
    place = RegisterPlace(file: row.file, line: row.line)
  }

  func says(_ other: StaffCount) -> Bool { count == other.count }
}
