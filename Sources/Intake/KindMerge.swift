internal import DelimitedText

/// Puts the chunks of all files of one kind together in their order: every key once, every
/// distinct text once.
struct KindMerge {
  /// A row, by its ordinal, and the row that took its place.
  private struct Loss {
    var loser: UInt32
    var winner: UInt32
    var key: UInt64
  }

  private var keys = KeyInterner()
  private var subjects = ByteInterner()
  private var kept = KeyTable()
  /// The first ordinal of every file.
  private var fileStarts: [UInt32] = []
  /// For every file whether its profile calls codes personal.
  private var codesArePersonal: [Bool] = []
  /// The first physical line of every accepted row, by its ordinal.
  private var lines: [UInt32] = []
  private var losses: [Loss] = []
  private var warned: [String: Int] = [:]
  private var intake: KindIntake

  init(kind: SourceKind) {
    intake = KindIntake(kind: kind)
  }

  /// Begins the next file; its rows win over those before it.
  mutating func begin(_ file: OpenFile) {
    intake.ledgers.append(file.ledger)
    intake.rejected.append([])
    codesArePersonal.append(file.profile.personal.contains("code"))
    fileStarts.append(UInt32(lines.count))
  }

  /// Adds the next chunk of the present file.
  mutating func add(_ chunk: ChunkResult) throws(IntakeError) {
    let file = intake.ledgers.count - 1
    let linesBefore = intake.ledgers[file].lines
    intake.ledgers[file].add(chunk.ledger)
    intake.rejected[file] += chunk.rejected.map { row in
      var row = row
      row.line += linesBefore
      return row
    }
    for warning in chunk.warnings { add(warning, linesBefore: linesBefore) }
    let renumbering = keys.adopt(chunk.keys)
    let subjectNumbers =
      [0]
      + (0..<chunk.subjects.count).map {
        UInt64(subjects.intern(Array(chunk.subjects.bytes(of: $0))) + 1)
      }
    guard keys.fits, lines.count + chunk.rowKeys.count < UInt32.max else {
      throw IntakeError(file: intake.ledgers[file].file, problem: .tooManyCodes)
    }
    let rowKeys = renumbering.keys(chunk.rowKeys, of: intake.kind)
    let rowCounts = chunk.rowCounts.map { CountKey.renumbered($0, subjects: subjectNumbers) }
    let firstLoss = losses.count
    kept.put(rowKeys, rowCounts, firstOrdinal: UInt32(lines.count)) { loser, winner, key in
      losses.append(Loss(loser: loser.ordinal, winner: winner.ordinal, key: key))
    }
    lines += chunk.rowLines.map { $0 + UInt32(linesBefore) }
    for loss in losses[firstLoss...] {
      let file = fileNumber(of: loss.loser)
      intake.ledgers[file].accepted -= 1
      intake.ledgers[file].duplicates += 1
    }
  }

  /// The file that a row, by its ordinal, stands in.
  private func fileNumber(of ordinal: UInt32) -> Int {
    // Empty files begin where the next one does.
    (fileStarts.lastIndex { $0 <= ordinal }) ?? 0
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
    result.superseded = losses.sorted { $0.loser < $1.loser }.map(supersededRow)
    result.subjects = (0..<subjects.count).map { subjects.text(of: $0) }
    return result
  }

  private func supersededRow(_ loss: Loss) -> SupersededRow {
    let file = fileNumber(of: loss.loser)
    return SupersededRow(
      file: intake.ledgers[file].file, line: Int(lines[Int(loss.loser)]),
      code: codesArePersonal[file] ? "" : keys.code(of: loss.key, intake.kind),
      winnerFile: intake.ledgers[fileNumber(of: loss.winner)].file,
      winnerLine: Int(lines[Int(loss.winner)]))
  }
}
