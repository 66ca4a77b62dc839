internal import Administration
internal import DelimitedText

/// Puts the chunks of all files of one kind together in their order: every key once, every
/// distinct text once.
struct KindMerge {
  /// Two rows of one dossier, the later one kept, that differ in what never changes.
  private struct Conflict {
    var loser: KeptRows.Row
    var winner: KeptRows.Row
    var key: UInt64
  }

  private let catalogue: UnitCatalogue
  private var keys = KeyInterner()
  private var subjects = ByteInterner()
  private var procedures = ByteInterner()
  private var kept: KeptRows
  private var places = RowPlaces()
  private var differingTotals: [WarnedText] = []
  private var warned: [String: Int] = [:]
  /// Rows of the present file since its last heading or total.
  private var rowsSinceMark = 0
  private var intake: KindIntake
  /// The numbers of the rows of units that were split.
  private var splitRows: [UInt32] = []
  private var lateRows: [LateRows.Seen] = []
  /// Whether any file tells the units that received rows.
  private var hasReceivers = false

  /// Whether the rows that count are wanted one by one.
  private let keepsRows: Bool
  /// What is asked about the procedures of units, where it is.
  private let procedureMarks: ProcedureMarks?

  init(
    kind: SourceKind, catalogue: UnitCatalogue, keepsRows: Bool, procedureMarks: ProcedureMarks?
  ) {
    self.catalogue = catalogue
    self.keepsRows = keepsRows
    self.procedureMarks = procedureMarks
    kept = KeptRows(units: catalogue.entries.count)
    intake = KindIntake(kind: kind)
  }

  /// Begins the next file; its rows win over those before it.
  mutating func begin(_ file: OpenFile) {
    intake.ledgers.append(file.ledger)
    intake.rejected.append(RejectedRows(kind: intake.kind, text: file.text))
    intake.heads.append(file.heads)
    places.begin(
      RowPlaces.File(
        name: file.name, codesArePersonal: file.profile.personal.contains("code")))
    rowsSinceMark = 0
    hasReceivers = hasReceivers || file.header.columns.hasReceivers
  }

  /// Adds the next chunk of the present file.
  mutating func add(_ chunk: consuming ChunkResult) throws(IntakeError) {
    let file = intake.ledgers.count - 1
    let linesBefore = intake.ledgers[file].lines
    intake.rejected[file].append(chunk.rejected, of: chunk.chunk, linesBefore: linesBefore)
    check(chunk, rowsBefore: intake.ledgers[file].rows, linesBefore: linesBefore)
    intake.ledgers[file].add(chunk.ledger)
    for warning in chunk.warnings { add(warning, linesBefore: linesBefore) }
    guard keys.fits, kept.count + chunk.rows.keys.count < UInt32.max,
      subjects.count < CountKey.mostSubjects,
      RowFacts.fit(
        matters: kept.matters.count + chunk.matters.count, units: catalogue.entries.count)
    else {
      throw IntakeError(file: intake.ledgers[file].file, problem: .tooManyCodes)
    }
    places.append(chunk.rowLines, linesBefore: linesBefore)
    let rowsBefore = UInt32(truncatingIfNeeded: kept.count)
    splitRows += chunk.splitRows.map { $0 + rowsBefore }
    for var late in chunk.lateRows {
      late.row += rowsBefore
      lateRows.append(late)
    }
    renumber(&chunk)
    kept.put(chunk.rows)
  }

  /// Tells the numbers that a chunk gave to texts as the whole kind numbers them.
  private mutating func renumber(_ chunk: inout ChunkResult) {
    let renumbering = keys.adopt(chunk.keys)
    let matterNumbers = kept.matters.adopt(
      chunk.matters, subjects: [0] + subjects.adopt(chunk.subjects).map { $0 + 1 },
      procedures: [0] + procedures.adopt(chunk.procedures).map { $0 + 1 })
    let kind = intake.kind
    // New columns, because they are kept and have no room to spare.
    chunk.rows.keys = chunk.rows.keys.map { renumbering.key($0, of: kind) }
    chunk.rows.facts = chunk.rows.facts.map {
      $0.renumbered(matterNumbers, units: kept.units)
    }
  }

  /// Holds the totals that a chunk prints against the rows of the file.
  private mutating func check(_ chunk: ChunkResult, rowsBefore: Int, linesBefore: Int) {
    for total in chunk.totals {
      let counted = rowsBefore + total.rowsAbove
      let inGroup = total.rowsSinceMark ?? rowsSinceMark + total.rowsAbove
      guard total.value != counted, total.value != inGroup else { continue }
      differingTotals.append(
        WarnedText(
          warning: .totalDiffers, field: "",
          text: "\(total.text); đếm được \(inGroup == 0 ? counted : inGroup) dòng", count: 1,
          file: intake.ledgers.last?.file ?? "", line: linesBefore + total.line))
    }
    rowsSinceMark = chunk.rowsSinceMark ?? rowsSinceMark + chunk.ledger.rows
  }

  private mutating func add(_ warning: WarnedText, linesBefore: Int) {
    let key = "\(warning.warning.rawValue)\u{0}\(warning.field)\u{0}\(warning.text)"
    if let known = warned[key] {
      intake.warnings[known].count += warning.count
    } else {
      warned[key] = intake.warnings.count
      var warning = warning
      warning.line += linesBefore
      intake.warnings.append(warning)
    }
  }

  /// What all files together gave.
  ///
  /// - Throws: an error where the lines or rows of a file do not add up.
  mutating func result() async throws(IntakeError) -> KindIntake {
    let losses = await kept.losses()
    let conflicts = intake.kind == .dossiers ? conflicts(among: losses) : []
    kept.remove(losses)
    let superseded = losses.map {
      SupersededRows.Entry(loss: $0, key: kept.key(of: Int($0.loser)))
    }
    for loss in losses {
      let file = places.fileNumber(of: loss.loser)
      intake.ledgers[file].accepted -= 1
      intake.ledgers[file].duplicates += 1
    }
    for ledger in intake.ledgers where !ledger.closes {
      throw IntakeError(file: ledger.file, problem: .ledgerOpen)
    }
    var result = intake
    let procedureTexts = (0..<procedures.count).map { procedures.text(of: $0) }
    if keepsRows {
      result.rows = CountedRows(
        kept: kept, keys: keys, places: places, kind: intake.kind,
        procedures: procedureTexts)
    }
    if let procedureMarks { result.procedures = procedureUse(procedureMarks) }
    let split = splitRows.compactMap { ordinal in
      kept.keptRow(Int(ordinal)).map { row, key in
        SplitRows.Entry(
          ordinal: ordinal, entry: UInt16(truncatingIfNeeded: row.unit), key: key)
      }
    }
    result.split = SplitRows(entries: split, keys: keys, places: places, kind: intake.kind)
    let late = lateRows.compactMap { seen in
      kept.keptRow(Int(seen.row)).map { LateRows.Entry(seen: seen, row: $0.row, key: $0.key) }
    }
    result.late = LateRows(
      entries: late, keys: keys, places: places, kind: intake.kind,
      procedures: procedureTexts)
    if hasReceivers { result.received = CountTable(sorted: kept.sortedReceiverCounts()) }
    result.counts = CountTable(sorted: kept.sortedCounts())
    result.superseded = SupersededRows(
      entries: superseded, keys: keys, places: places, kind: intake.kind)
    result.subjects = (0..<subjects.count).map { subjects.text(of: $0) }
    result.warnings += differingTotals + conflicts.flatMap(warnings)
    return result
  }

  private func procedureUse(_ marks: @escaping ProcedureMarks) -> ProcedureUse {
    var tally = ProcedureTally(
      units: catalogue.entries.count, procedures: procedures.count,
      layout: FactLayout(of: intake.kind), marks: marks)
    kept.forEachRow { row, _ in
      if row.signature != 0 { tally.add(row) }
    }
    let named = tally.rows.enumerated().map { number, rows in
      let place = rows.count > 0 ? places.place(of: rows.first) : nil
      return ProcedureUse.Named(
        text: procedures.text(of: number), count: rows.count, file: place?.file.name ?? "",
        line: place?.line ?? 0)
    }
    return ProcedureUse(entries: tally.entries, procedures: named)
  }

  /// The pairs of rows that differ in what never changes, in the order of the later ones.
  private func conflicts(among losses: [DuplicateSearch.Loss]) -> [Conflict] {
    let conflicts = losses.compactMap { loss -> Conflict? in
      let loser = kept.row(Int(loss.loser))
      let winner = kept.row(Int(loss.winner))
      let isSame =
        loser.matter.procedure == winner.matter.procedure && loser.day == winner.day
        && Self.isOneUnit(loser, winner, in: catalogue)
      let key = kept.key(of: Int(loss.loser))
      return isSame ? nil : Conflict(loser: loser, winner: winner, key: key)
    }
    return conflicts.sorted { $0.winner.ordinal < $1.winner.ordinal }
  }

  /// One for every fact that two rows of a dossier say differently.
  private func warnings(of conflict: Conflict) -> [WarnedText] {
    let loser = places.place(of: conflict.loser.ordinal)
    let winner = places.place(of: conflict.winner.ordinal)
    let shown = loser.file.code(of: conflict.key, in: keys, intake.kind)
    let code = shown.isEmpty ? "" : shown + ": "
    var differences: [(field: String, of: (KeptRows.Row) -> String)] = []
    if conflict.loser.matter.procedure != conflict.winner.matter.procedure {
      differences.append(("procedure", { procedureText($0.matter.procedure) }))
    }
    if conflict.loser.day != conflict.winner.day {
      differences.append(("receivedAt", { $0.day.iso }))
    }
    if !Self.isOneUnit(conflict.loser, conflict.winner, in: catalogue) {
      differences.append(
        ("agencyCode", { catalogue.entries[$0.unit].code }))
    }
    return differences.map { difference in
      WarnedText(
        warning: .conflictingFact, field: difference.field,
        text: "\(code)\(difference.of(conflict.loser)) ≠ \(difference.of(conflict.winner)) "
          + "(\(winner.file.name):\(winner.line))",
        count: 1, file: loser.file.name, line: loser.line)
    }
  }

  /// Whether two rows name one unit, be it under the name that it had before or has since.
  private static func isOneUnit(
    _ one: KeptRows.Row, _ other: KeptRows.Row, in catalogue: UnitCatalogue
  ) -> Bool {
    one.unit == other.unit
      || catalogue.isSameLine(one.unit, other.unit)
  }

  private func procedureText(_ number: Int) -> String {
    number == 0 ? "trống" : procedures.text(of: number - 1)
  }
}
