package import Administration

/// What somebody typed for an indicator, a unit and a period; a row of `indicator-values`.
package struct TypedValue: Hashable, Sendable {
  /// Id of the indicator, as typed.
  package var indicator: String
  package var period: Period
  /// Code of the unit.
  package var unit: String
  package var numerator: Int?
  package var denominator: Int?
  /// As typed; empty where only the parts are.
  package var value: String
  package var note: String
  package var place: RegisterPlace
  /// What messages call the columns of the indicator, the unit and the value.
  package var titles: Titles

  /// The titles of columns that checks name.
  package struct Titles: Hashable, Sendable {
    package var indicator: String
    package var unit: String
    package var numerator: String
    package var value: String
  }

  /// The fault of this row in a column.
  package func fault(_ column: String, _ problem: RegisterProblem) -> RegisterFault {
    RegisterFault(file: place.file, line: place.line, column: column, problem: problem)
  }
}

extension TypedValue: RegisterEntry {
  struct Key: Hashable {
    var indicator: String
    var period: Period
    var unit: String
  }

  var key: Key { Key(indicator: indicator, period: period, unit: unit) }

  init(_ row: RegisterRow, context: RegisterContext) throws(RegisterFault) {
    indicator = try row.required("indicator")
    let text = try row.required("period")
    guard let period = Period(text) else { throw row.fault("period", .notAPeriod(text)) }
    self.period = period
    unit = try context.units.unit(of: row, during: context.calendar.days(of: period))
    numerator = try row.whole("numerator")
    denominator = try row.whole("denominator")
    value = row["value"]
    if value.isEmpty, numerator == nil { throw row.fault("value", .missing) }
    if denominator != nil, numerator == nil { throw row.fault("numerator", .missing) }
    if let numerator, let denominator, denominator == 0, numerator > 0 {
      throw row.fault("numerator", .partAboveWhole)
    }
    note = row["note"]
    place = RegisterPlace(file: row.file, line: row.line)
    titles = Titles(
      indicator: row.title("indicator"), unit: row.title("agencyCode"),
      numerator: row.title("numerator"), value: row.title("value"))
  }

  func says(_ other: TypedValue) -> Bool {
    (numerator, denominator, value) == (other.numerator, other.denominator, other.value)
  }
}
