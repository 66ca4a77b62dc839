internal import Administration
internal import DelimitedText

/// What is wrong with rows and texts, kept for the lists of a run.
extension RowIntake {
  mutating func reject(
    _ row: Row, _ fault: RowFault, field column: Int, _ cell: Range<Int>, _ bytes: Span<UInt8>
  ) {
    let name = fieldName(column)
    let text = profile.personal.contains(name) ? "" : CellBytes.text(cell, of: bytes)
    append(RejectedRow(line: row.line, fault: fault, field: name, text: text))
  }

  mutating func reject(
    _ row: Row, _ fault: RowFault, field column: Int? = nil
  ) {
    append(
      RejectedRow(
        line: row.line, fault: fault, field: column.map(fieldName) ?? "", text: ""))
  }

  private mutating func append(_ row: RejectedRow) {
    result.rejected.append(row)
    result.ledger.rejected += 1
  }

  private func fieldName(_ column: Int) -> String {
    columns.columns.first { $0.index == column }?.field.name ?? ""
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
