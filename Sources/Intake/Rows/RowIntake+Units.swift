internal import Administration
internal import DelimitedText

/// Which unit a row belongs to.
extension RowIntake {
  /// What the row says of its unit, on a day: its code, else its name, else where it has neither
  /// the agency that its dossier code begins with.
  mutating func unit(
    of known: KnownCells, _ batch: RowBatch, _ bytes: Span<UInt8>, on day: CalendarDay
  ) -> UnitFinding {
    let code = unitCode.map { range($0, known.row, batch, bytes) } ?? 0..<0
    var finding = UnitFinding.unknown
    if !code.isEmpty {
      finding = finder.unit(code: code, of: bytes, on: day)
      if case .entry = finding { return finding }
    }
    let name = unitName.map { range($0, known.row, batch, bytes) } ?? 0..<0
    if !name.isEmpty {
      let byName = finder.unit(name: name, of: bytes, on: day)
      return byName == .unknown ? finding : byName
    }
    guard code.isEmpty, profile.kind == .dossiers, !known.code.isEmpty,
      let agency = KeyInterner.agency(ofDossier: known.code, in: bytes)
    else { return finding }
    return finder.unit(code: agency, of: bytes, on: day)
  }

  mutating func rejectUnknownUnit(
    _ known: KnownCells, _ batch: RowBatch, _ bytes: Span<UInt8>
  ) {
    let name = unitName.map { range($0, known.row, batch, bytes) } ?? 0..<0
    let day = known.first ?? lastDay
    if let unitName, !name.isEmpty || unitCode == nil {
      finder.noteAmbiguity(of: name, .name, in: bytes, on: day, line: known.row.line)
      reject(known, .unknownUnit, batch, bytes, field: unitName, text: name)
    } else if let unitCode {
      let code = range(unitCode, known.row, batch, bytes)
      finder.noteAmbiguity(of: code, .code, in: bytes, on: day, line: known.row.line)
      reject(known, .unknownUnit, batch, bytes, field: unitCode, text: code)
    }
  }

  /// Says of every text that rows were rejected for between which units it leaves the choice.
  mutating func warnOfAmbiguousUnits() {
    for (ambiguity, seen) in finder.ambiguities {
      let field = ambiguity.column == .code ? "agencyCode" : "agencyName"
      let text = finder.text(of: ambiguity)
      let choice = finder.alternatives(of: ambiguity)
      result.warnings.append(
        WarnedText(
          warning: .ambiguousUnit, field: field,
          text: profile.personal.contains(field) ? "" : "\(text) – có thể là \(choice)",
          count: seen.count, file: file, line: seen.line))
    }
  }

  /// The unit that shall mend a rejected row: on the row's day, else on the last day of the period.
  mutating func rejectedUnit(
    _ known: KnownCells, _ batch: RowBatch, _ bytes: Span<UInt8>
  ) -> Int? {
    let finding = unit(of: known, batch, bytes, on: known.first ?? lastDay)
    return if case .entry(let unit) = finding { unit } else { nil }
  }
}
