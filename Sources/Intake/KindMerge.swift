internal import DelimitedText

/// Puts the files of one kind together: every key once, every distinct text once.
struct KindMerge {
  /// Where a kept row counts and which file it came from.
  private struct Kept {
    var cell: UInt32
    var file: UInt32
  }

  private var keys = KeyInterner()
  private var subjects = ByteInterner()
  private var kept = IntegerTable<Kept>(empty: Kept(cell: 0, file: 0))
  private var cells = IntegerTable<UInt32>(empty: 0)
  private var cellKeys: [CountKey] = []
  private var warned: [String: Int] = [:]
  private var intake: KindIntake

  init(kind: SourceKind) {
    intake = KindIntake(kind: kind)
  }

  /// Adds the next file; its rows win over those added before.
  mutating func add(_ file: FileResult) throws(IntakeError) {
    let number = intake.ledgers.count
    intake.ledgers.append(file.ledger)
    intake.rejected.append(file.rejected)
    for warning in file.warnings { add(warning) }
    let renumbering = keys.adopt(file.keys)
    let subjectNumbers = (0..<file.subjects.count).map {
      subjects.intern(Array(file.subjects.bytes(of: $0)))
    }
    guard keys.fits else {
      throw IntakeError(file: file.ledger.file, problem: .tooManyCodes)
    }
    let cellNumbers = file.cells.map { cell in
      var cell = cell
      if cell.subject > 0 { cell.subject = subjectNumbers[cell.subject - 1] + 1 }
      return cellNumber(of: cell)
    }
    let isDossier = intake.kind == .dossiers
    for (key, cell) in zip(file.rowKeys, file.rowCells) {
      let row = Kept(cell: cellNumbers[Int(cell)], file: UInt32(number))
      let known = isDossier ? renumbering.dossier(key) : renumbering.row(key)
      guard let loser = kept.replace(known, by: row) else { continue }
      intake.ledgers[Int(loser.file)].accepted -= 1
      intake.ledgers[Int(loser.file)].duplicates += 1
    }
  }

  private mutating func cellNumber(of key: CountKey) -> UInt32 {
    cells.value(of: key.packed) {
      cellKeys.append(key)
      return UInt32(cellKeys.count - 1)
    }
  }

  private mutating func add(_ warning: WarnedText) {
    let key = "\(warning.warning.rawValue)\u{0}\(warning.field)\u{0}\(warning.text)"
    if let known = warned[key] {
      intake.warnings[known].count += warning.count
    } else {
      warned[key] = intake.warnings.count
      intake.warnings.append(warning)
    }
  }

  /// What all files together gave.
  func result() -> KindIntake {
    var counts = [Int](repeating: 0, count: cellKeys.count)
    kept.forEachValue { counts[Int($0.cell)] += 1 }
    var result = intake
    result.counts = zip(cellKeys, counts).filter { $0.1 > 0 }.map { (key: $0.0, count: $0.1) }
    result.subjects = (0..<subjects.count).map { subjects.text(of: $0) }
    return result
  }
}
