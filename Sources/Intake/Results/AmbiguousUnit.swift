package import Administration

extension RejectedRow {
  /// The units between which its text leaves the choice, in words; `nil` where it was rejected for
  /// another reason, the text means no unit at all, or is personal.
  package func alternatives(_ units: UnitCatalogue) -> String? {
    guard fault == .unknownUnit, !text.isEmpty else { return nil }
    let entries =
      field == "agencyCode" ? units.entries(forAgency: text) : units.entries(forName: text)
    let meant = units.meant(entries, on: day)
    return meant.count > 1 ? units.alternatives(meant, on: day) : nil
  }
}
