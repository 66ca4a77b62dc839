internal import Administration
internal import DelimitedText

/// Puts the chunks of all files of one kind together in their order: every key once, every
/// distinct text once.
struct KindMerge {
  /// Two rows of one dossier, the later one kept, that differ in what never changes.
  private struct Conflict {
    var loser: KeyTable.Row
    var winner: KeyTable.Row
    var key: UInt64
  }

  private let catalogue: UnitCatalogue
  private var keys = KeyInterner()
  private var subjects = ByteInterner()
  private var procedures = ByteInterner()
  private var kept = KeyTable()
  private var places = RowPlaces()
  private var losses: [SupersededRows.Loss] = []
  /// How many of the losses stand in the ledgers.
  private var counted = 0
  private var conflicts: [Conflict] = []
  private var differingTotals: [WarnedText] = []
  private var warned: [String: Int] = [:]
  /// Rows of the present file since its last heading or total.
  private var rowsSinceMark = 0
  private var intake: KindIntake

  init(kind: SourceKind, catalogue: UnitCatalogue) {
    self.catalogue = catalogue
    intake = KindIntake(kind: kind)
  }

  /// Begins the next file; its rows win over those before it.
  mutating func begin(_ file: OpenFile) {
    intake.ledgers.append(file.ledger)
    intake.rejected.append(RejectedRows(kind: intake.kind))
    intake.heads.append(file.heads)
    places.begin(
      RowPlaces.File(
        name: file.name, codesArePersonal: file.profile.personal.contains("code")))
    rowsSinceMark = 0
  }

  /// Adds the next chunk of the present file.
  mutating func add(_ chunk: ChunkResult) throws(IntakeError) {
    let file = intake.ledgers.count - 1
    let linesBefore = intake.ledgers[file].lines
    intake.rejected[file].append(chunk.rejected, linesBefore: linesBefore)
    check(chunk, rowsBefore: intake.ledgers[file].rows, linesBefore: linesBefore)
    intake.ledgers[file].add(chunk.ledger)
    for warning in chunk.warnings { add(warning, linesBefore: linesBefore) }
    let renumbering = keys.adopt(chunk.keys)
    let subjectNumbers = subjects.adopt(chunk.subjects).map { UInt64($0 + 1) }
    let procedureNumbers = procedures.adopt(chunk.procedures).map { $0 + 1 }
    guard keys.fits, places.count + chunk.rowKeys.count < UInt32.max else {
      throw IntakeError(file: intake.ledgers[file].file, problem: .tooManyCodes)
    }
    put(
      renumbering.keys(chunk.rowKeys, of: intake.kind),
      chunk.rowCounts.map { CountKey.renumbered($0, subjects: [0] + subjectNumbers) },
      chunk.rowFixed.map { $0.renumbered([0] + procedureNumbers) })
    places.append(chunk.rowLines, linesBefore: linesBefore)
  }

  private mutating func put(_ keys: [UInt64], _ counts: [UInt64], _ fixed: [FixedFacts]) {
    let isDossiers = intake.kind == .dossiers
    kept.put(keys, counts, fixed, firstOrdinal: UInt32(places.count)) { loser, winner, key in
      losses.append(
        SupersededRows.Loss(loser: loser.ordinal, winner: winner.ordinal, key: key))
      let isSame =
        loser.fixed == winner.fixed
        && CountKey(packed: loser.count).unit == CountKey(packed: winner.count).unit
      if isDossiers, !isSame {
        conflicts.append(Conflict(loser: loser, winner: winner, key: key))
      }
    }
    for loss in losses[counted...] {
      let file = places.fileNumber(of: loss.loser)
      intake.ledgers[file].accepted -= 1
      intake.ledgers[file].duplicates += 1
    }
    counted = losses.count
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
  func result() throws(IntakeError) -> KindIntake {
    for ledger in intake.ledgers where !ledger.closes {
      throw IntakeError(file: ledger.file, problem: .ledgerOpen)
    }
    // Rows that are in no figure of the period need no count.
    var counts: [UInt64] = []
    kept.forEachCount { count in
      if CountKey(packed: count).signature != 0 { counts.append(count) }
    }
    counts.sort()
    var result = intake
    for count in counts {
      let key = CountKey(packed: count)
      if result.counts.last?.key == key {
        result.counts[result.counts.count - 1].count += 1
      } else {
        result.counts.append((key: key, count: 1))
      }
    }
    result.superseded = SupersededRows(
      losses: losses.sorted { $0.loser < $1.loser }, keys: keys, places: places,
      kind: intake.kind)
    result.subjects = (0..<subjects.count).map { subjects.text(of: $0) }
    result.warnings += differingTotals + conflicts.flatMap(warnings)
    return result
  }

  /// One for every fact that two rows of a dossier say differently.
  private func warnings(of conflict: Conflict) -> [WarnedText] {
    let loser = places.place(of: conflict.loser.ordinal)
    let winner = places.place(of: conflict.winner.ordinal)
    let code = loser.file.codesArePersonal ? "" : keys.code(of: conflict.key, intake.kind) + ": "
    var differences: [(field: String, of: (KeyTable.Row) -> String)] = []
    if conflict.loser.fixed.procedure != conflict.winner.fixed.procedure {
      differences.append(("procedure", { procedureText($0.fixed.procedure) }))
    }
    if conflict.loser.fixed.day != conflict.winner.fixed.day {
      differences.append(("receivedAt", { $0.fixed.day.iso }))
    }
    if CountKey(packed: conflict.loser.count).unit != CountKey(packed: conflict.winner.count).unit {
      differences.append(("agencyCode", { catalogue.codes[CountKey(packed: $0.count).unit] }))
    }
    return differences.map { difference in
      WarnedText(
        warning: .conflictingFact, field: difference.field,
        text: "\(code)\(difference.of(conflict.loser)) ≠ \(difference.of(conflict.winner)) "
          + "(\(winner.file.name):\(winner.line))",
        count: 1, file: loser.file.name, line: loser.line)
    }
  }

  private func procedureText(_ number: UInt16) -> String {
    number == 0 ? "trống" : procedures.text(of: Int(number) - 1)
  }
}
