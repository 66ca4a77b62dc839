internal import Administration
internal import DelimitedText
internal import FoundationEssentials
internal import Synchronization

/// What one file gave.
struct FileResult: Sendable {
  var ledger: FileLedger
  /// Keys of the accepted rows in the order of the file, as ``keys`` numbers them.
  var rowKeys: [UInt64] = []
  /// For every accepted row the place in ``cells``.
  var rowCells: [UInt32] = []
  /// The distinct counts, as ``subjects`` numbers their fields.
  var cells: [CountKey] = []
  var keys = KeyInterner()
  var subjects = ByteInterner()
  var rejected: [RejectedRow] = []
  var warnings: [WarnedText] = []
}

/// Reads one file: finds the header, tells rows from other lines, and makes of every row a key
/// and a count.
struct FileIntake {
  /// Path to open, and the path that people know it by.
  let path: String
  let name: String
  let profile: SourceProfile
  let catalogue: UnitCatalogue
  let facts: DateFacts
  let progress: ReadingProgress

  /// Rows that are read in one go: few enough for their places to stay in the cache.
  private static let batchRows = 512

  func read() throws(IntakeError) -> FileResult {
    let file: TextFile
    do {
      file = try TextFile(path: path)
    } catch {
      throw IntakeError(file: name, problem: .file(error))
    }
    let bytes = file.data.span
    guard let header = FoundHeader(in: bytes, from: file.textStart, profile: profile) else {
      throw IntakeError(file: name, problem: .noHeader(mustHave))
    }
    var rows = RowIntake(
      header: header, profile: profile, catalogue: catalogue, facts: facts,
      isSound: CellBytes.isSoundUTF8(0..<bytes.count, of: bytes))
    rows.result.ledger.encoding = file.encoding.rawValue
    rows.result.ledger.file = name
    var reader = header.reader
    var batch = RowBatch()
    var offset = 0
    while true {
      reader.read(Self.batchRows, from: bytes, into: &batch)
      guard !batch.rows.isEmpty else { break }
      for row in batch.rows { rows.take(row, batch, bytes) }
      progress.bytes.add(reader.offset - offset, ordering: .relaxed)
      progress.rows.add(batch.rows.count, ordering: .relaxed)
      offset = reader.offset
    }
    guard rows.result.keys.fits, rows.result.subjects.count < 1 << 24 else {
      throw IntakeError(file: name, problem: .tooManyCodes)
    }
    rows.finish(lines: reader.line - 1, file: name)
    guard rows.result.ledger.closes else { throw IntakeError(file: name, problem: .ledgerOpen) }
    return rows.result
  }

  /// The fields without which no row is a header.
  private var mustHave: [String] {
    profile.kind.fields.filter(\.isRequired).map(\.name) + ["agencyCode/agencyName"]
  }
}
