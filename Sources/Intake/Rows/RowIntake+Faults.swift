internal import Administration
internal import DelimitedText

/// What is wrong with rows and texts, kept for the lists of a run.
extension RowIntake {
  func isSoundRow(_ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) -> Bool {
    guard let first = batch.cell(0, of: row), let last = batch.cell(row.cellCount - 1, of: row)
    else { return true }
    let range = batch.range(of: first).lowerBound..<batch.range(of: last).upperBound
    return CellBytes.isSoundUTF8(range, of: bytes)
  }

  func hasNothingBeyond(_ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) -> Bool {
    guard row.cellCount > columns.width else { return true }
    return (columns.width..<row.cellCount).allSatisfy { range($0, row, batch, bytes).isEmpty }
  }

  /// Rejects a row whose code and unit are shown; `text` is what stands in the field at fault.
  mutating func reject(
    _ known: KnownCells, _ fault: RowFault, _ batch: RowBatch, _ bytes: Span<UInt8>,
    field column: Int? = nil, text: Range<Int> = 0..<0
  ) {
    let unit = rejectedUnit(known, batch, bytes)
    // A code that cannot be read is not the code of any dossier.
    let isTold =
      !codesArePersonal && (fault != .badEncoding || CellBytes.isSoundUTF8(known.code, of: bytes))
    let isDoubled = { (column: Int) in
      batch.cell(column, of: known.row)?.hasDoubledQuotes ?? false
    }
    let base = result.chunk.start
    let field = column.flatMap { faultFields[$0] }
    append(
      known.row, fault, unit: unit, day: known.first, field: field?.number ?? 0,
      text: RejectedEntry.Cell(
        field?.isPersonal ?? true ? 0..<0 : text, from: base,
        hasDoubledQuotes: column.map(isDoubled) ?? false),
      code: RejectedEntry.Cell(
        isTold ? known.code : 0..<0, from: base, hasDoubledQuotes: isDoubled(codeColumn)))
  }

  /// Rejects a row of which nothing is shown.
  mutating func reject(_ row: Row, _ fault: RowFault, unit: Int? = nil) {
    let none = RejectedEntry.Cell(0..<0, from: 0, hasDoubledQuotes: false)
    append(row, fault, unit: unit, day: nil, field: 0, text: none, code: none)
  }

  private mutating func append(
    _ row: Row, _ fault: RowFault, unit: Int?, day: CalendarDay?, field: UInt8,
    text: RejectedEntry.Cell, code: RejectedEntry.Cell
  ) {
    result.rejected.append(
      RejectedEntry(
        line: UInt32(truncatingIfNeeded: row.line), fault: fault, field: field,
        unit: unit.map { UInt16(truncatingIfNeeded: $0) } ?? RejectedEntry.noUnit,
        day: day?.number ?? RejectedEntry.noDay, text: text, code: code))
    result.ledger.rejected += 1
  }

  /// Closes the chunk: its lines are known now, where it ends, and the texts that no mapping
  /// knows.
  consuming func finish(lines: Int, end: Int) -> ChunkResult {
    result.ledger.lines = lines
    result.end = end
    result.isBelowTable = isBelowTable
    for column in words + [status, cause].compactMap(\.self) {
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
    warnOfUnclearUnits()
    result.warnings.sort { ($0.line, $0.field, $0.text) < ($1.line, $1.field, $1.text) }
    return result
  }
}
