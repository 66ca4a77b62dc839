internal import Administration

/// Finds the unit of a row by its code, else by its name (contract, 5).
struct UnitLookup {
  let catalogue: UnitCatalogue

  /// The code of the one unit that a code or a name means; `nil` where there is none or several.
  ///
  /// Among several, and always where `days` matter to the row, it is the one that lives then.
  func code(
    code: String, name: String, during days: DaySpan, evenIfGone: Bool = false
  ) -> String? {
    for entries in [catalogue.entries(forCode: code), catalogue.entries(forName: name)] {
      if let unit = single(entries, during: days) { return unit }
      if evenIfGone, let unit = single(entries, during: nil) { return unit }
    }
    return nil
  }

  private func single(_ entries: [Int], during days: DaySpan?) -> String? {
    let units = entries.map { catalogue.entries[$0] }
      .filter { unit in days.map(unit.isAlive(during:)) ?? true }
    let codes = Set(units.map(\.code))
    return codes.count == 1 ? codes.first : nil
  }

  /// The unit of a row with `agencyCode` or `agencyName`.
  func unit(
    of row: RegisterRow, during days: DaySpan, evenIfGone: Bool = false
  ) throws(RegisterFault) -> String {
    let code = row["agencyCode"]
    let name = row["agencyName"]
    guard !code.isEmpty || !name.isEmpty else { throw row.fault("agencyCode", .missing) }
    guard
      let unit = self.code(code: code, name: name, during: days, evenIfGone: evenIfGone)
    else {
      throw row.fault(
        code.isEmpty ? "agencyName" : "agencyCode", .unknownUnit(code.isEmpty ? name : code))
    }
    return unit
  }
}
