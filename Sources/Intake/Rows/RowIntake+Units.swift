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
      finder.note(name, .name, in: bytes, on: day, line: known.row.line)
      reject(known, .unknownUnit, batch, bytes, field: unitName, text: name)
    } else if let unitCode {
      let code = range(unitCode, known.row, batch, bytes)
      finder.note(code, .code, in: bytes, on: day, line: known.row.line)
      reject(known, .unknownUnit, batch, bytes, field: unitCode, text: code)
    }
  }

  /// The unit that received the row, by its code, else by its name; `nil` where the row names none
  /// or the text does not mean one.
  mutating func receiver(
    of row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>, on day: CalendarDay
  ) -> Int? {
    let code = receiverCode.map { range($0, row, batch, bytes) } ?? 0..<0
    if !code.isEmpty, case .entry(let unit) = finder.unit(code: code, of: bytes, on: day) {
      return unit
    }
    let name = receiverName.map { range($0, row, batch, bytes) } ?? 0..<0
    if !name.isEmpty, case .entry(let unit) = finder.unit(name: name, of: bytes, on: day) {
      return unit
    }
    finder.note(
      name.isEmpty ? code : name, name.isEmpty ? .code : .name, in: bytes, on: day,
      line: row.line, isReceiver: true)
    return nil
  }

  /// Says of every text that means no unit, or several, between which it leaves the choice.
  mutating func warnOfUnclearUnits() {
    for (unclear, seen) in finder.unclear {
      let roles: (SourceField.Role, SourceField.Role) =
        unclear.isReceiver ? (.receiverCode, .receiverName) : (.unitCode, .unitName)
      let role = unclear.column == .code ? roles.0 : roles.1
      guard let column = columns.columns.first(where: { $0.field.role == role }) else { continue }
      let choice = finder.alternatives(of: unclear).map { " – có thể là " + $0 }
      result.warnings.append(
        WarnedText(
          warning: unclear.isReceiver ? .unknownReceiver : .ambiguousUnit,
          field: column.field.name,
          text: column.isPersonal ? "" : finder.text(of: unclear) + (choice ?? ""),
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
