internal import DelimitedText

/// Puts the chunks of all files of one kind together in their order: every key once, every
/// distinct text once.
struct KindMerge {
  private var keys = KeyInterner()
  private var subjects = ByteInterner()
  private var kept = KeyTable()
  /// The first ordinal of every file.
  private var fileStarts: [UInt32] = []
  private var ordinals: UInt32 = 0
  private var warned: [String: Int] = [:]
  private var intake: KindIntake

  init(kind: SourceKind) {
    intake = KindIntake(kind: kind)
  }

  /// Begins the next file; its rows win over those before it.
  mutating func begin(_ file: OpenFile) {
    intake.ledgers.append(file.ledger)
    intake.rejected.append([])
    fileStarts.append(ordinals)
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
    guard keys.fits, UInt64(ordinals) + UInt64(chunk.rowKeys.count) < UInt32.max else {
      throw IntakeError(file: intake.ledgers[file].file, problem: .tooManyCodes)
    }
    let rowKeys = renumbering.keys(chunk.rowKeys, of: intake.kind)
    let rowCounts = chunk.rowCounts.map { CountKey.renumbered($0, subjects: subjectNumbers) }
    var losers: [UInt32] = []
    kept.put(rowKeys, rowCounts, firstOrdinal: ordinals) { loser, _, _ in
      losers.append(loser.ordinal)
    }
    ordinals += UInt32(rowKeys.count)
    for loser in losers {
      let file = (fileStarts.lastIndex { $0 <= loser }) ?? 0
      intake.ledgers[file].accepted -= 1
      intake.ledgers[file].duplicates += 1
    }
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
    result.subjects = (0..<subjects.count).map { subjects.text(of: $0) }
    return result
  }
}
