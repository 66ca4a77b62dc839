internal import Administration
internal import DelimitedText

/// Takes the rows below the header, one after another.
struct RowIntake {
  let profile: SourceProfile
  private let facts: DateFacts
  let columns: ColumnMap
  private let leastCells: Int
  /// Whether the whole file is sound UTF-8; else every row is looked at.
  private let isSound: Bool
  let file: String
  /// For every way of writing dates its fast form, where it has one.
  private let dateForms: [FixedDateForm?]

  private let code: Int
  private let firstDay: Int
  private let dueDay: Int?
  private let finishDay: Int?
  private let unitCode: Int?
  private let unitName: Int?
  private let subject: Int?
  let amount: (index: Int, field: String, charged: Signature)?
  var status: WordColumn?
  var words: [WordColumn] = []
  /// For every column of ``words`` where it stands and its bits in a signature.
  private var wordPlaces: [(index: Int, shift: UInt32)] = []
  var amountFaults: [String: (count: Int, line: Int)] = [:]

  private var finder: UnitFinder
  /// Whether the lines now are those below a table.
  var isBelowTable = false
  private var scratch: [UInt8] = []
  var result: ChunkResult

  init(
    file: OpenFile, chunk: Chunk, catalogue: UnitCatalogue, facts: DateFacts, isSound: Bool
  ) {
    let profile = file.profile
    self.profile = profile
    self.file = file.name
    dateForms = profile.dates.map(\.fixed)
    self.facts = facts
    self.isSound = isSound
    columns = file.header.columns
    leastCells = columns.leastCells
    code = columns.index(of: .code) ?? 0
    firstDay = columns.index(of: .firstDay) ?? 0
    dueDay = columns.index(of: .dueDay)
    finishDay = columns.index(of: .finishDay)
    unitCode = columns.index(of: .unitCode)
    unitName = columns.index(of: .unitName)
    subject = columns.index(of: .subject)
    finder = UnitFinder(catalogue: catalogue)
    var amount: (index: Int, field: String, charged: Signature)?
    let layout = FactLayout(of: profile.kind)
    for column in columns.columns {
      let name = column.field.name
      switch column.field.role {
      case .choice:
        let words = WordColumn(
          field: name, index: column.index, meanings: profile.words[name] ?? [:])
        if let slot = layout.slot(name) {
          self.words.append(words)
          wordPlaces.append((column.index, slot.shift))
        } else {
          status = words
        }
      case .amount:
        if let slot = layout.slot(name) { amount = (column.index, name, slot.signature(1)) }
      default: break
      }
    }
    self.amount = amount
    isBelowTable = chunk.isBelowTable
    result = ChunkResult(
      chunk: chunk,
      ledger: FileLedger(kind: profile.kind, file: file.name, encoding: "", delimiter: ""))
    // Rows of exports have some hundreds of bytes.
    let expectedRows = (chunk.end - chunk.start) / 256
    result.rowKeys.reserveCapacity(expectedRows)
    result.rowCounts.reserveCapacity(expectedRows)
    result.rowLines.reserveCapacity(expectedRows)
  }

  /// Takes one row: it is accepted, rejected, blank, or a line below the table.
  mutating func take(_ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) {
    guard !row.hasBrokenQuote else {
      count(row)
      reject(row, .brokenQuote)
      return
    }
    let codeRange = range(code, row, batch, bytes)
    let dayRange = range(firstDay, row, batch, bytes)
    let first = day(dayRange, bytes)
    if codeRange.isEmpty || first == nil {
      guard !isOutsideTable(row, batch, bytes, hasDay: first != nil) else { return }
    } else {
      isBelowTable = false
    }
    count(row)
    guard isSound || isSoundRow(row, batch, bytes) else {
      reject(row, .badEncoding)
      return
    }
    guard row.cellCount >= leastCells, hasNothingBeyond(row, batch, bytes) else {
      reject(row, .wrongColumnCount)
      return
    }
    guard !codeRange.isEmpty else {
      reject(row, .missingCode, field: code)
      return
    }
    guard let first else {
      reject(row, dayRange.isEmpty ? .missingDate : .badDate, field: firstDay, dayRange, bytes)
      return
    }
    accept(row, batch, bytes, code: codeRange, first: first)
  }

  private mutating func accept(
    _ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>, code codeRange: Range<Int>,
    first: CalendarDay
  ) {
    var days = DateFacts.RowDays(first: first)
    for (column, isFinish) in [(dueDay, false), (finishDay, true)] {
      guard let column else { continue }
      let cell = range(column, row, batch, bytes)
      guard !cell.isEmpty else { continue }
      guard let day = day(cell, bytes) else {
        reject(row, .badDate, field: column, cell, bytes)
        return
      }
      if isFinish { days.finish = day } else { days.due = day }
    }
    if let finish = days.finish, finish < first, let finishDay {
      let cell = range(finishDay, row, batch, bytes)
      reject(row, .finishedBeforeReceived, field: finishDay, cell, bytes)
      return
    }
    guard let unit = unit(of: row, batch, bytes, on: first) else { return }
    var statusWord = 0
    if let column = status?.index {
      let cell = range(column, row, batch, bytes)
      statusWord = status?.word(cell, of: bytes, line: row.line) ?? 0
    }
    var signature = facts.signature(of: days, status: statusWord)
    let said = saidFacts(row, batch, bytes)
    var field = 0
    // A row that is in no figure of the period needs no more than to be known.
    if signature != 0 {
      signature |= said
      field = subjectNumber(row, batch, bytes)
    }
    result.rowKeys.append(
      profile.kind == .dossiers
        ? result.keys.dossier(codeRange, of: bytes)
        : result.keys.row(code: codeRange, of: bytes, unit: unit, day: first))
    result.rowCounts.append(
      CountKey(unit: unit, subject: field, signature: signature).packed)
    result.rowLines.append(UInt32(truncatingIfNeeded: row.line))
    result.ledger.accepted += 1
  }

  private mutating func count(_ row: Row) {
    result.ledger.dataLines += row.lineCount
    result.ledger.rows += 1
  }

  // MARK: - Cells

  /// The trimmed range of a cell; empty where the row ends before it.
  private func range(
    _ column: Int, _ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>
  ) -> Range<Int> {
    guard let cell = batch.cell(column, of: row) else { return 0..<0 }
    return CellBytes.trimmed(batch.range(of: cell), of: bytes)
  }

  private func day(_ range: Range<Int>, _ bytes: Span<UInt8>) -> CalendarDay? {
    guard !range.isEmpty else { return nil }
    for number in dateForms.indices {
      let day =
        if let form = dateForms[number] {
          form.day(in: range, of: bytes)
        } else {
          profile.dates[number].day(in: range, of: bytes)
        }
      if let day { return day }
    }
    return nil
  }

  private mutating func unit(
    of row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>, on day: CalendarDay
  ) -> Int? {
    let code = unitCode.map { range($0, row, batch, bytes) } ?? 0..<0
    if !code.isEmpty, let unit = finder.unit(code: code, of: bytes, on: day) { return unit }
    let name = unitName.map { range($0, row, batch, bytes) } ?? 0..<0
    if !name.isEmpty, let unit = finder.unit(name: name, of: bytes, on: day) { return unit }
    if let unitName, !name.isEmpty || unitCode == nil {
      reject(row, .unknownUnit, field: unitName, name, bytes)
    } else if let unitCode {
      reject(row, .unknownUnit, field: unitCode, code, bytes)
    }
    return nil
  }

  private mutating func saidFacts(
    _ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>
  ) -> Signature {
    var signature: Signature = 0
    for number in wordPlaces.indices {
      let place = wordPlaces[number]
      let cell = range(place.index, row, batch, bytes)
      signature |= Signature(words[number].word(cell, of: bytes, line: row.line)) << place.shift
    }
    if let amount {
      let cell = range(amount.index, row, batch, bytes)
      guard !cell.isEmpty else { return signature }
      guard let isCharged = Amount.isCharged(cell, of: bytes) else {
        let text = profile.personal.contains(amount.field) ? "" : CellBytes.text(cell, of: bytes)
        amountFaults[text, default: (0, row.line)].count += 1
        return signature
      }
      if isCharged { signature |= amount.charged }
    }
    return signature
  }

  private mutating func subjectNumber(
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

  // MARK: - Rows that are none

  /// Counts a row without code or day that is blank or stands below the table.
  private mutating func isOutsideTable(
    _ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>, hasDay: Bool
  ) -> Bool {
    var filled = 0
    var firstText = 0..<0
    for column in 0..<row.cellCount {
      let cell = range(column, row, batch, bytes)
      guard !cell.isEmpty else { continue }
      if filled == 0 { firstText = cell }
      filled += 1
    }
    guard filled > 0 else {
      result.ledger.blankLines += row.lineCount
      return true
    }
    guard !hasDay else { return false }
    // Below the first such line stand names and titles that no list knows; a row of the table
    // that lacks its day has more cells than they.
    let isMostlyEmpty = filled <= 3
    if FooterWords.begin(CellBytes.text(firstText, of: bytes)) || isBelowTable && isMostlyEmpty {
      isBelowTable = true
      result.ledger.footerLines += row.lineCount
      return true
    }
    return false
  }

  private func isSoundRow(_ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) -> Bool {
    guard let first = batch.cell(0, of: row), let last = batch.cell(row.cellCount - 1, of: row)
    else { return true }
    let range = batch.range(of: first).lowerBound..<batch.range(of: last).upperBound
    return CellBytes.isSoundUTF8(range, of: bytes)
  }

  private func hasNothingBeyond(_ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) -> Bool {
    guard row.cellCount > columns.width else { return true }
    return (columns.width..<row.cellCount).allSatisfy { range($0, row, batch, bytes).isEmpty }
  }
}
