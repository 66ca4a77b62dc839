internal import Administration
internal import DelimitedText

/// What is known of a row before it is accepted or rejected.
struct KnownCells {
  var row: Row
  /// The trimmed range of its code; empty where it has none.
  var code: Range<Int>
  /// `nil` where it cannot be read.
  var first: CalendarDay?
}

/// Takes the rows below the header, one after another.
struct RowIntake {
  let profile: SourceProfile
  let facts: DateFacts
  let columns: ColumnMap
  let leastCells: Int
  /// Whether the rows now are sound UTF-8; else every one is looked at.
  var isSound = false
  let file: String
  let printed: PrintedLines
  /// For every column of a field its place among the fields of the kind plus 1, and whether its
  /// text never leaves the reader.
  let faultFields: [Int: (number: UInt8, isPersonal: Bool)]
  let codesArePersonal: Bool
  let numbersArePersonal: Bool
  /// Last day of the period.
  let lastDay: CalendarDay

  let codeColumn: Int
  var firstDay: DateColumn
  var dueDay: DateColumn?
  var finishDay: DateColumn?
  /// The column that tells the procedure of a dossier.
  let procedure: Int?
  let unitCode: Int?
  let unitName: Int?
  let receiverCode: Int?
  let receiverName: Int?
  let hasReceivers: Bool
  /// For every entry of the catalogue whether its unit was split.
  let isSplit: [Bool]
  let subject: Int?
  /// The column of numbers, where the kind has one.
  var number: NumberColumn?
  var status: WordColumn?
  /// The column of the causes of delay, where there is one.
  var cause: WordColumn?
  /// Whether late dossiers are kept.
  var keepsLateRows = false
  var words: [WordColumn] = []
  /// For every column of ``words`` where it stands and its bits in a signature.
  var wordPlaces: [(index: Int, shift: UInt32)] = []

  var finder: UnitFinder
  /// The columns that tell the unit, the code's first.
  let unitColumns: [UnitColumn]
  let room = ColumnRoom()
  let prefixes = TextMemo()
  let procedureTexts = TextMemo()
  let subjectTexts = TextMemo()
  /// Whether the lines now are those below a table.
  var isBelowTable = false
  /// Whether rows are taken column by column where they can be.
  var takesColumns = true
  /// Batches still to be taken row by row, because most rows of one before were odd.
  var oddBatches = 0
  var scratch: [UInt8] = []
  var result: ChunkResult

  init(
    file: OpenFile, chunk: Chunk, catalogue: UnitCatalogue, facts: DateFacts
  ) {
    let profile = file.profile
    self.profile = profile
    self.file = file.name
    self.facts = facts
    lastDay = facts.days.last
    columns = file.header.columns
    printed = PrintedLines(repeated: file.header.repeated, catalogue: catalogue)
    leastCells = columns.leastCells
    let names = profile.kind.fields.map(\.name)
    faultFields = Dictionary(
      columns.columns.map { column in
        let number = (names.firstIndex(of: column.field.name) ?? 0) + 1
        return (
          column.index,
          (UInt8(truncatingIfNeeded: number), column.isPersonal)
        )
      }, uniquingKeysWith: { first, _ in first })
    codesArePersonal = profile.personal.contains("code")
    numbersArePersonal = columns.columns.contains {
      [.amount, .number].contains($0.field.role) && profile.personal.contains($0.field.name)
    }
    codeColumn = columns.index(of: .code) ?? 0
    firstDay = file.dates[.firstDay] ?? DateColumn(index: 0, writings: [])
    dueDay = file.dates[.dueDay]
    finishDay = file.dates[.finishDay]
    let procedureNames = ["procedure", "procedureName"].filter { !profile.personal.contains($0) }
    procedure =
      profile.kind == .dossiers
      ? procedureNames.lazy.compactMap(file.header.columns.index).first : nil
    unitCode = columns.index(of: .unitCode)
    unitName = columns.index(of: .unitName)
    receiverCode = columns.index(of: .receiverCode)
    receiverName = columns.index(of: .receiverName)
    hasReceivers = columns.hasReceivers
    subject = columns.index(of: .subject)
    finder = UnitFinder(catalogue: catalogue)
    isSplit = catalogue.entries.map(\.isSplit)
    unitColumns =
      (unitCode.map { [UnitColumn(index: $0, kind: .code)] } ?? [])
      + (unitName.map { [UnitColumn(index: $0, kind: .name)] } ?? [])
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
      case .lateChoice:
        cause = WordColumn(field: name, index: column.index, meanings: profile.words[name] ?? [:])
      default:
        number = NumberColumn(column.field, index: column.index, layout: layout) ?? number
      }
    }
    isBelowTable = chunk.isBelowTable
    result = ChunkResult(
      chunk: chunk,
      ledger: FileLedger(kind: profile.kind, file: file.name, encoding: "", delimiter: ""))
    // Rows of exports have some hundreds of bytes.
    let expectedRows = max(chunk.boundary - chunk.start, 0) / 256
    result.rows.reserveCapacity(expectedRows)
    result.rowLines.reserveCapacity(expectedRows)
  }

  /// Takes one row: it is accepted, rejected, blank, or a line that is none of the table.
  mutating func take(_ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) {
    guard !row.hasBrokenQuote else {
      count(row)
      reject(row, .brokenQuote)
      return
    }
    let codeRange = range(codeColumn, row, batch, bytes)
    let dayRange = range(firstDay.index, row, batch, bytes)
    let first = firstDay.day(dayRange, bytes)
    if codeRange.isEmpty || first == nil {
      guard !isOutsideTable(row, batch, bytes, code: codeRange, day: dayRange, first) else {
        return
      }
    } else {
      isBelowTable = false
    }
    count(row)
    let known = KnownCells(row: row, code: codeRange, first: first)
    guard isSound || isSoundRow(row, batch, bytes) else {
      reject(known, .badEncoding, batch, bytes)
      return
    }
    guard row.cellCount >= leastCells, hasNothingBeyond(row, batch, bytes) else {
      // The cells may stand under other heads than theirs: none of them is shown.
      let cells = KnownCells(row: row, code: 0..<0, first: first)
      reject(row, .wrongColumnCount, unit: rejectedUnit(cells, batch, bytes))
      return
    }
    guard !codeRange.isEmpty else {
      reject(known, .missingCode, batch, bytes, field: codeColumn)
      return
    }
    guard let first else {
      let fault: RowFault = dayRange.isEmpty ? .missingDate : .badDate
      reject(known, fault, batch, bytes, field: firstDay.index, text: dayRange)
      return
    }
    accept(known, batch, bytes, first: first)
  }

  private mutating func accept(
    _ known: KnownCells, _ batch: RowBatch, _ bytes: Span<UInt8>, first: CalendarDay
  ) {
    let row = known.row
    var days = DateFacts.RowDays(first: first)
    if let column = dueDay?.index {
      let cell = range(column, row, batch, bytes)
      if !cell.isEmpty {
        days.due = dueDay?.day(cell, bytes)
        guard days.due != nil else {
          reject(known, .badDate, batch, bytes, field: column, text: cell)
          return
        }
      }
    }
    if let column = finishDay?.index {
      let cell = range(column, row, batch, bytes)
      if !cell.isEmpty {
        days.finish = finishDay?.day(cell, bytes)
        guard let finish = days.finish else {
          reject(known, .badDate, batch, bytes, field: column, text: cell)
          return
        }
        guard finish >= first else {
          reject(known, .finishedBeforeReceived, batch, bytes, field: column, text: cell)
          return
        }
      }
    }
    guard case .entry(let unit) = unit(of: known, batch, bytes, on: first) else {
      rejectUnknownUnit(known, batch, bytes)
      return
    }
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
      if isSplit[unit] {
        result.splitRows.append(UInt32(truncatingIfNeeded: result.rows.keys.count))
      }
    }
    if keepsLateRows || cause != nil, facts.isLate(signature) {
      let cell = cause.map { range($0.index, row, batch, bytes) } ?? 0..<0
      keepLate(days, signature, cause: cell, of: bytes, line: row.line)
    }
    result.rows.keys.append(key(of: known, batch, bytes, unit: unit, first: first))
    let matter = Matter(subject: field, procedure: procedureNumber(row, batch, bytes))
    result.rows.facts.append(
      RowFacts(
        unit: unit, of: isSplit.count, matter: result.matters.number(of: matter),
        signature: signature, day: first))
    if hasReceivers {
      let receiver = receiver(of: row, batch, bytes, on: first) ?? unit
      result.rows.receivers.append(UInt16(truncatingIfNeeded: receiver))
    }
    result.rowLines.append(UInt32(truncatingIfNeeded: row.line))
    result.ledger.accepted += 1
  }

  /// Reads why the row that is accepted next is late, and keeps that it is where late rows are
  /// wanted.
  mutating func keepLate(
    _ days: DateFacts.RowDays, _ signature: Signature, cause cell: Range<Int>,
    of bytes: Span<UInt8>, line: Int
  ) {
    let word = cause?.word(cell, of: bytes, line: line) ?? 0
    guard keepsLateRows else { return }
    result.lateRows.append(
      LateRows.Seen(
        row: UInt32(truncatingIfNeeded: result.rows.keys.count),
        due: days.due?.number ?? LateRows.Seen.noDay,
        finish: days.finish?.number ?? LateRows.Seen.noDay,
        cause: UInt8(truncatingIfNeeded: word),
        isPending: facts.isPending(signature)))
  }

  /// The key of a row; a code reads the same with its quotes doubled or not.
  private mutating func key(
    of known: KnownCells, _ batch: RowBatch, _ bytes: Span<UInt8>, unit: Int, first: CalendarDay
  ) -> UInt64 {
    if let cell = batch.cell(codeColumn, of: known.row), cell.hasDoubledQuotes {
      batch.copyBytes(of: cell, in: bytes, to: &scratch)
      let copy = scratch
      let code = CellBytes.trimmed(0..<copy.count, of: copy.span)
      return key(of: code, copy.span, unit: unit, first: first)
    }
    return key(of: known.code, bytes, unit: unit, first: first)
  }

  private mutating func key(
    of code: Range<Int>, _ bytes: Span<UInt8>, unit: Int, first: CalendarDay
  ) -> UInt64 {
    profile.kind == .dossiers
      ? result.keys.dossier(code, of: bytes)
      : result.keys.row(code: code, of: bytes, unit: unit, day: first)
  }

  private mutating func count(_ row: Row) {
    result.ledger.dataLines += row.lineCount
    result.ledger.rows += 1
    if let rows = result.rowsSinceMark { result.rowsSinceMark = rows + 1 }
  }
}
