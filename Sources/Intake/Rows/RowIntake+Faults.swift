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
    // A code that cannot be read is not the code of any dossier.
    let isTold =
      !profile.personal.contains("code")
      && (fault != .badEncoding || CellBytes.isSoundUTF8(known.code, of: bytes))
    let isDoubled = { (column: Int?) in
      column.flatMap { batch.cell($0, of: known.row)?.hasDoubledQuotes } ?? false
    }
    add(
      known.row, fault, unit: unit, field: column,
      text: RejectedRows.Text(range: text, hasDoubledQuotes: isDoubled(column)),
      code: RejectedRows.Text(
        range: isTold ? known.code : 0..<0, hasDoubledQuotes: isDoubled(columns.index(of: .code))),
      of: bytes)
  }

  /// Rejects a row of which nothing is shown.
  mutating func reject(_ row: Row, _ fault: RowFault, unit: Int? = nil, of bytes: Span<UInt8>) {
    add(row, fault, unit: unit, field: nil, text: .none, code: .none, of: bytes)
  }

  private mutating func add(
    _ row: Row, _ fault: RowFault, unit: Int?, field column: Int?, text: RejectedRows.Text,
    code: RejectedRows.Text, of bytes: Span<UInt8>
  ) {
    let name = column.flatMap { index in
      columns.columns.first { $0.index == index }?.field.name
    }
    let isPersonal = name.map(profile.personal.contains) ?? false
    result.rejected.append(
      line: row.line, fault: fault,
      field: name.flatMap { name in profile.kind.fields.firstIndex { $0.name == name } },
      unit: unit, text: isPersonal ? .none : text, code: code, of: bytes)
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
    for (text, seen) in amountFaults {
      result.warnings.append(
        WarnedText(
          warning: .badNumber, field: amount?.field ?? "", text: text, count: seen.count,
          file: file, line: seen.line))
    }
    result.warnings.sort { ($0.line, $0.field, $0.text) < ($1.line, $1.field, $1.text) }
    return result
  }
}
