internal import Administration
internal import CScan
internal import DelimitedText

/// Takes the rows of a batch column by column, as far as nothing is odd about them.
///
/// What one column says of all rows is found before the next is looked at, so that a loop does one
/// thing and many of its rows are under way at a time. Rows with anything that needs a second look
/// go to ``RowIntake/take(_:_:_:)``, which decides of every row in the same way.
extension RowIntake {
  /// Takes the rows of a batch in their order.
  mutating func take(_ batch: RowBatch, _ bytes: Span<UInt8>) {
    guard isSound, takesColumns, oddBatches == 0 else {
      oddBatches = max(oddBatches - 1, 0)
      for row in batch.rows { take(row, batch, bytes) }
      return
    }
    var taken = 0
    unsafe bytes.withUnsafeBytes { text in
      unsafe batch.rows.withUnsafeBufferPointer { rows in
        unsafe batch.cells.withUnsafeBytes { cells in
          guard let text = text.baseAddress, let first = rows.baseAddress,
            let cells = unsafe cells.assumingMemoryBound(to: scan_cell.self).baseAddress
          else { return }
          let readable = bytes.count - batch.base - ShortText.mostBytes
          var count = rows.count
          while count > 0, unsafe Self.start(first[count - 1], cells) > readable { count -= 1 }
          let view = unsafe BatchCells(
            rows: first, cells: cells, count: count, text: text + batch.base, base: batch.base)
          unsafe take(view, batch, bytes)
          taken = count
        }
      }
    }
    for row in batch.rows[taken...] { take(row, batch, bytes) }
  }

  /// Where the last cell of a row begins, from the beginning of the batch.
  private static func start(_ row: Row, _ cells: UnsafePointer<scan_cell>) -> Int {
    unsafe Int(cells[row.firstCell + row.cellCount - 1].start)
  }

  private mutating func take(_ cells: BatchCells, _ batch: RowBatch, _ bytes: Span<UInt8>) {
    let numbers = unsafe room.numbers(cells.count)
    unsafe readColumns(cells, bytes, into: numbers)
    let isDossier = profile.kind == .dossiers
    var taken = 0
    var oddRows = 0
    for index in unsafe 0..<cells.count {
      let code = unsafe cells.cell(codeColumn, index)
      if unsafe numbers.odd[index] == 0,
        let key = unsafe isDossier
          ? dossierKey(code, cells, bytes) : rowKey(code, cells, bytes, numbers, index)
      {
        unsafe accept(index, cells, bytes, numbers, key: key)
        if hasReceivers { unsafe receive(batch.rows[index], numbers, index, batch, bytes) }
        taken += 1
      } else {
        count(taken)
        taken = 0
        oddRows += 1
        take(batch.rows[index], batch, bytes)
      }
    }
    count(taken)
    // Looking at the columns first is of no use where rows are odd throughout.
    if unsafe oddRows * 2 > cells.count { oddBatches = Self.batchesBetween }
  }

  /// Batches that are taken row by row before their columns are looked at again.
  private static let batchesBetween = 15

  /// Counts rows of one line each.
  private mutating func count(_ taken: Int) {
    guard taken > 0 else { return }
    result.ledger.dataLines += taken
    result.ledger.rows += taken
    result.ledger.accepted += taken
    if let rows = result.rowsSinceMark { result.rowsSinceMark = rows + taken }
    isBelowTable = false
  }

  private mutating func readColumns(
    _ cells: BatchCells, _ bytes: Span<UInt8>, into numbers: ColumnRoom.Numbers
  ) {
    let count = unsafe cells.count
    unsafe firstDay.read(cells, bytes, into: numbers.first, odd: numbers.odd)
    if unsafe dueDay?.read(cells, bytes, into: numbers.due, odd: numbers.odd) == nil {
      unsafe numbers.due.update(repeating: ColumnRoom.noDay, count: count)
    }
    if unsafe finishDay?.read(cells, bytes, into: numbers.finish, odd: numbers.odd) == nil {
      unsafe numbers.finish.update(repeating: ColumnRoom.noDay, count: count)
    }
    unsafe numbers.unit.update(repeating: -1, count: count)
    for column in unitColumns {
      unsafe column.read(cells, bytes, of: numbers, finder: &finder)
    }
    if unsafe status?.read(cells, bytes, into: numbers.status) == nil {
      unsafe numbers.status.update(repeating: 0, count: count)
    }
    for number in words.indices {
      unsafe words[number].read(cells, bytes, into: numbers.scratch)
      unsafe say(numbers, count, shift: wordPlaces[number].shift)
    }
    if unsafe self.number?.read(cells, bytes, into: numbers.scratch) != nil {
      unsafe say(numbers, count, shift: 0)
    }
    let width = columns.width
    for row in 0..<count {
      let cellCount = unsafe cells.rows[row].cellCount
      let (first, finish) = unsafe (numbers.first[row], numbers.finish[row])
      let isOdd =
        unsafe first == ColumnRoom.noDay || finish < first && finish != ColumnRoom.noDay
        || numbers.unit[row] < 0 || numbers.status[row] < 0 || cellCount < leastCells
        || cellCount > width || cells.rows[row].lineCount != 1 || cells.rows[row].hasBrokenQuote
      unsafe numbers.odd[row] |= isOdd ? 1 : 0
      if unsafe numbers.odd[row] == 0, unsafe isSplit[Int(numbers.unit[row])] {
        unsafe numbers.odd[row] = 1
      }
      if let subject, unsafe cells.cell(subject, row).hasDoubledQuotes {
        unsafe numbers.odd[row] = 1
      }
    }
  }

  /// Adds what a column of words or numbers says to the facts of the rows.
  private func say(_ numbers: ColumnRoom.Numbers, _ count: Int, shift: UInt32) {
    for row in 0..<count {
      let word = unsafe numbers.scratch[row]
      unsafe numbers.said[row] |= word << Int32(truncatingIfNeeded: shift)
      unsafe numbers.odd[row] |= word < 0 ? 1 : 0
    }
  }

  private mutating func accept(
    _ index: Int, _ cells: BatchCells, _ bytes: Span<UInt8>, _ numbers: ColumnRoom.Numbers,
    key: UInt64
  ) {
    let first = unsafe CalendarDay(number: numbers.first[index])
    var days = DateFacts.RowDays(first: first)
    let (due, finish) = unsafe (numbers.due[index], numbers.finish[index])
    if due != ColumnRoom.noDay { days.due = CalendarDay(number: due) }
    if finish != ColumnRoom.noDay { days.finish = CalendarDay(number: finish) }
    var signature = unsafe facts.signature(of: days, status: Int(numbers.status[index]))
    var field = 0
    if signature != 0 {
      signature |= unsafe Signature(bitPattern: numbers.said[index])
      field = unsafe subjectNumber(index, cells, bytes)
    }
    if keepsLateRows || cause != nil, facts.isLate(signature) {
      let cell = cause.map { unsafe cells.trimmed(cells.cell($0.index, index), of: bytes) }
      keepLate(
        days, signature, cause: cell ?? 0..<0, of: bytes, line: unsafe cells.rows[index].line)
    }
    result.rows.keys.append(key)
    let matter = Matter(
      subject: field, procedure: unsafe procedureNumber(index, cells, bytes))
    result.rows.facts.append(
      RowFacts(
        unit: unsafe Int(numbers.unit[index]), of: isSplit.count,
        matter: result.matters.number(of: matter), signature: signature, day: first))
    result.rowLines.append(unsafe UInt32(truncatingIfNeeded: cells.rows[index].line))
  }

  /// Keeps the unit that received the row accepted last.
  private mutating func receive(
    _ row: Row, _ numbers: ColumnRoom.Numbers, _ index: Int, _ batch: RowBatch,
    _ bytes: Span<UInt8>
  ) {
    let day = unsafe CalendarDay(number: numbers.first[index])
    let receiver = unsafe receiver(of: row, batch, bytes, on: day) ?? Int(numbers.unit[index])
    result.rows.receivers.append(UInt16(truncatingIfNeeded: receiver))
  }

  // MARK: - What identifies a row

  /// The key of a dossier; `nil` where its code has to be looked at again.
  @inline(__always)
  private mutating func dossierKey(
    _ code: scan_cell, _ cells: BatchCells, _ bytes: Span<UInt8>
  ) -> UInt64? {
    guard !code.hasDoubledQuotes else { return nil }
    let start = unsafe cells.start(of: code)
    if let code = unsafe DossierCode(at: start, count: Int(code.length)) {
      let prefix = unsafe prefixes.number(at: start, code.prefixCount) {
        let from = unsafe cells.offset(of: start)
        let range = from..<(from + code.prefixCount)
        return Int32(truncatingIfNeeded: result.keys.prefix(range, of: bytes))
      }
      return code.parts.key(prefix: Int(prefix))
    }
    let range = unsafe cells.trimmed(code, of: bytes)
    return range.isEmpty ? nil : result.keys.dossier(range, of: bytes)
  }

  private mutating func rowKey(
    _ code: scan_cell, _ cells: BatchCells, _ bytes: Span<UInt8>, _ numbers: ColumnRoom.Numbers,
    _ index: Int
  ) -> UInt64? {
    let range = unsafe cells.trimmed(code, of: bytes)
    guard !range.isEmpty, !code.hasDoubledQuotes else { return nil }
    return unsafe result.keys.row(
      code: range, of: bytes, unit: Int(numbers.unit[index]),
      day: CalendarDay(number: numbers.first[index]))
  }

  @inline(__always)
  private mutating func subjectNumber(
    _ index: Int, _ cells: BatchCells, _ bytes: Span<UInt8>
  ) -> Int {
    guard let subject else { return 0 }
    let cell = unsafe cells.cell(subject, index)
    return unsafe Int(
      subjectTexts.number(at: cells.start(of: cell), Int(cell.length)) {
        let range = unsafe cells.trimmed(cell, of: bytes)
        guard !range.isEmpty else { return 0 }
        return Int32(truncatingIfNeeded: result.subjects.intern(range, of: bytes) + 1)
      })
  }

  @inline(__always)
  private mutating func procedureNumber(
    _ index: Int, _ cells: BatchCells, _ bytes: Span<UInt8>
  ) -> Int {
    guard let procedure else { return 0 }
    let cell = unsafe cells.cell(procedure, index)
    return unsafe Int(
      procedureTexts.number(at: cells.start(of: cell), Int(cell.length)) {
        let range = unsafe cells.trimmed(cell, of: bytes)
        return Int32(truncatingIfNeeded: procedureNumber(range, bytes))
      })
  }
}
