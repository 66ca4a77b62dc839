internal import Administration
internal import DelimitedText

/// What the cells of a row say.
extension RowIntake {
  /// The trimmed range of a cell; empty where the row ends before it.
  func range(
    _ column: Int, _ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>
  ) -> Range<Int> {
    guard let cell = batch.cell(column, of: row) else { return 0..<0 }
    return CellBytes.trimmed(batch.range(of: cell), of: bytes)
  }

  /// The number of the row's procedure, from 1; 0 where it names none.
  mutating func procedureNumber(
    _ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>
  ) -> Int {
    guard let procedure else { return 0 }
    return procedureNumber(range(procedure, row, batch, bytes), bytes)
  }

  /// The number of the procedure in a trimmed cell, from 1; 0 where it is empty.
  mutating func procedureNumber(_ cell: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    guard !cell.isEmpty else { return 0 }
    let national = ProcedureCode.national(cell, of: bytes)
    return result.procedures.intern(national, of: bytes) + 1
  }

  mutating func saidFacts(
    _ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>
  ) -> Signature {
    var signature: Signature = 0
    for number in wordPlaces.indices {
      let place = wordPlaces[number]
      let cell = range(place.index, row, batch, bytes)
      signature |= Signature(words[number].word(cell, of: bytes, line: row.line)) << place.shift
    }
    if let column = number?.index {
      let cell = range(column, row, batch, bytes)
      signature |=
        number?.signature(cell, of: bytes, line: row.line, isPersonal: numbersArePersonal) ?? 0
    }
    return signature
  }

  mutating func subjectNumber(
    _ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>
  ) -> Int {
    guard let subject, let cell = batch.cell(subject, of: row) else { return 0 }
    if cell.hasDoubledQuotes {
      batch.copyBytes(of: cell, in: bytes, to: &scratch)
      return result.subjects.intern(scratch) + 1
    }
    let trimmed = range(subject, row, batch, bytes)
    return trimmed.isEmpty ? 0 : result.subjects.intern(trimmed, of: bytes) + 1
  }
}
