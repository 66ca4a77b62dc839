internal import Administration
internal import DelimitedText

/// What is wrong with rows and texts, kept for the lists of a run.
extension RowIntake {
  /// Rejects a row whose code and unit are shown; `text` is what stands in the field at fault.
  mutating func reject(
    _ known: KnownCells, _ fault: RowFault, _ batch: RowBatch, _ bytes: Span<UInt8>,
    field column: Int? = nil, text: Range<Int> = 0..<0
  ) {
    let unit = rejectedUnit(known, batch, bytes)
    reject(
      known.row, fault, unit: unit, field: column, text: text,
      code: codesArePersonal ? 0..<0 : known.code)
  }

  /// Rejects a row of which only what is given is shown.
  mutating func reject(
    _ row: Row, _ fault: RowFault, unit: Int? = nil, field column: Int? = nil,
    text: Range<Int> = 0..<0, code: Range<Int> = 0..<0
  ) {
    let field = column.flatMap { faultFields[$0] }
    let base = result.chunk.start
    result.rejected.append(
      RejectedEntry(
        line: UInt32(truncatingIfNeeded: row.line), fault: fault, field: field?.number ?? 0,
        unit: unit.map { UInt16(truncatingIfNeeded: $0) } ?? RejectedEntry.noUnit,
        text: RejectedEntry.Cell(field?.isPersonal ?? true ? 0..<0 : text, from: base),
        code: RejectedEntry.Cell(code, from: base)))
    result.ledger.rejected += 1
  }

  /// The unit that shall mend the row: on the row's day, else on the last day of the period.
  mutating func rejectedUnit(
    _ known: KnownCells, _ batch: RowBatch, _ bytes: Span<UInt8>
  ) -> Int? {
    unit(of: known.row, batch, bytes, on: known.first ?? lastDay)
  }

  /// Closes the chunk: its lines are known now, where it ends, and the texts that no mapping
  /// knows.
  consuming func finish(lines: Int, end: Int) -> ChunkResult {
    result.ledger.lines = lines
    result.end = end
    result.isBelowTable = isBelowTable
    for column in words + (status.map { [$0] } ?? []) {
      let isPersonal = profile.personal.contains(column.field)
      for (number, seen) in column.unknown {
        result.warnings.append(
          WarnedText(
            warning: .unknownValue, field: column.field,
            text: isPersonal ? "" : column.text(of: number), count: seen.count, file: file,
            line: seen.line))
      }
    }
    for (text, seen) in number?.faults ?? [:] {
      result.warnings.append(
        WarnedText(
          warning: .badNumber, field: number?.field ?? "", text: text, count: seen.count,
          file: file, line: seen.line))
    }
    result.warnings.sort { ($0.line, $0.field, $0.text) < ($1.line, $1.field, $1.text) }
    return result
  }
}
