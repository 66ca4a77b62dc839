internal import Administration
internal import DelimitedText
internal import FoundationEssentials
internal import Synchronization

/// A file that is open and whose header is found, ready to be read in chunks.
struct OpenFile: Sendable {
  /// The path that people know it by.
  let name: String
  let text: TextFile
  let header: FoundHeader
  let profile: SourceProfile
  /// The columns of dates, by the role of their field.
  let dates: [SourceField.Role: DateColumn]

  /// `guessedFrom` is the size from which on a file's encoding is told while it is read.
  init(
    _ file: Source.File, profile: SourceProfile, guessedFrom: Int = .max
  ) throws(IntakeError) {
    name = file.name
    self.profile = profile
    do {
      text = try TextFile(path: file.path, encoding: profile.encoding, guessedFrom: guessedFrom)
    } catch {
      throw IntakeError(file: file.name, problem: .file(error))
    }
    let bytes = text.data.span
    guard let header = FoundHeader(in: bytes, from: text.textStart, profile: profile) else {
      let mustHave = profile.kind.fields.filter(\.isRequired).map(\.name)
      throw IntakeError(
        file: file.name, problem: .noHeader(mustHave + ["agencyCode/agencyName"]))
    }
    self.header = header
    let survey = DateSurvey(bytes, header: header, profile: profile)
    if let shifted = survey.shiftedColumn() {
      throw IntakeError(
        file: file.name,
        problem: .shiftedBody(
          heads: header.columns.width, cells: shifted.cells, column: shifted.head))
    }
    do {
      dates = try survey.columns(bytes)
    } catch {
      throw IntakeError(file: file.name, problem: error)
    }
  }

  /// What stands over the column of each field.
  var heads: [String: String] {
    Dictionary(
      header.columns.columns.map { ($0.field.name, header.head($0.index)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The ledger of the file without the lines below its header.
  var ledger: FileLedger {
    let delimiter =
      header.delimiter == Byte.tab ? "tab" : String(UnicodeScalar(header.delimiter))
    var ledger = FileLedger(
      kind: profile.kind, file: name, encoding: text.encoding.rawValue, delimiter: delimiter)
    ledger.titleLines = header.titleLines
    ledger.headerLines = header.headerLines
    ledger.blankLines = header.blankLines
    ledger.lines = header.reader.line - 1
    return ledger
  }

  /// The file cut into chunks of so many bytes, wherever that is: the rows of a chunk begin with
  /// the first line behind the cut, which is looked for when it is read.
  ///
  /// Where a quoted cell goes over a cut, or a forgotten quote stands before it, that line is not
  /// where the chunk before ended; ``OrderedMerge`` sees that and has the chunk read again.
  func chunks(of size: Int) -> [Chunk] {
    let count = text.data.count
    var chunks: [Chunk] = []
    var start = header.reader.offset
    repeat {
      let boundary = min(start + size, count)
      chunks.append(Chunk(start: start, boundary: boundary, isBelowTable: false))
      start = boundary
    } while start < count
    return chunks
  }

  /// The offset of the first line that begins at or behind a place and before a limit; where none
  /// does, the limit, or the place behind it.
  ///
  /// With the limit a line that is as long as the file is not gone through from every place in it.
  static func firstLine(behind place: Int, before limit: Int, in bytes: Span<UInt8>) -> Int {
    let end = min(limit, bytes.count)
    var index = place
    while index < end {
      let last = bytes[index - 1]
      let isPair = last == Byte.carriageReturn && bytes[index] == Byte.lineFeed
      if last == Byte.lineFeed || last == Byte.carriageReturn && !isPair { return index }
      index += 1
    }
    return index
  }
}

/// A part of a file: the rows from the first line on that begins at `start` or behind it, as far as
/// they begin before `boundary`.
struct Chunk: Hashable, Sendable {
  var start: Int
  var boundary: Int
  /// Whether the rows before it were lines below a table.
  var isBelowTable: Bool
}

/// What one chunk gave; lines count from 1 at its beginning.
struct ChunkResult: Sendable {
  /// The chunk, which starts where its first line does; at its boundary where none begins before.
  var chunk: Chunk
  /// Where the next row begins, and whether the last were lines below a table.
  var end = 0
  var isBelowTable = false
  /// What its bytes say of the file's encoding, where that is a guess.
  var counts = ByteCounts()
  /// Only the counts of lines and rows.
  var ledger: FileLedger
  /// The accepted rows, as ``keys`` and ``matters`` number what they say.
  var rows = RowColumns()
  /// For every accepted row its first line.
  var rowLines: [UInt32] = []
  /// The accepted rows, by their numbers from 0, that count for a unit that was split.
  var splitRows: [UInt32] = []
  /// The accepted rows that are late, by their numbers from 0; none unless they were asked for.
  var lateRows: [LateRows.Seen] = []
  var keys = KeyInterner()
  var matters = MatterInterner()
  var subjects = ByteInterner()
  var procedures = ByteInterner()
  var rejected: [RejectedEntry] = []
  var totals: [PrintedTotal] = []
  /// Rows since the last heading or total; `nil` where the chunk has neither.
  var rowsSinceMark: Int?
  var warnings: [WarnedText] = []
}

/// Reads one chunk of an open file.
struct ChunkIntake: Sendable {
  let file: OpenFile
  let catalogue: UnitCatalogue
  let facts: DateFacts
  let progress: ReadingProgress
  let keepsLateRows: Bool
  /// Whether rows are taken column by column where they can be, which gives the same result.
  var takesColumns = true

  /// Bytes that stay in memory before they are given back: few beside what is kept of their rows, many
  /// beside what asking the system costs.
  private static let releasedBytes = 1 << 20

  /// Rows that are read in one go: few enough for their places to stay in the cache.
  var batchRows = 1024

  func read(_ chunk: Chunk) throws(IntakeError) -> ChunkResult {
    let bytes = file.text.data.span
    var chunk = chunk
    chunk.start = OpenFile.firstLine(behind: chunk.start, before: chunk.boundary, in: bytes)
    let result = read(chunk, bytes)
    guard result.keys.fits, result.subjects.count < CountKey.mostSubjects,
      RowFacts.fit(matters: result.matters.count, units: catalogue.entries.count)
    else {
      throw IntakeError(file: file.name, problem: .tooManyCodes)
    }
    return result
  }

  /// Whether a byte of UTF-8 stands behind the first one of a letter.
  private static func isRestOfLetter(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private func read(_ chunk: Chunk, _ bytes: Span<UInt8>) -> ChunkResult {
    var rows = RowIntake(file: file, chunk: chunk, catalogue: catalogue, facts: facts)
    rows.takesColumns = takesColumns
    rows.keepsLateRows = keepsLateRows && file.profile.kind == .dossiers
    var reader = RowReader(delimiter: file.header.delimiter, startingAt: chunk.start)
    var batch = RowBatch()
    var counts = ByteCounts()
    var offset = chunk.start
    var released = chunk.start
    while true {
      reader.read(batchRows, from: bytes, before: chunk.boundary, into: &batch)
      guard !batch.rows.isEmpty else { break }
      // Where the file is not sound UTF-8, only the batches that are not are read row by row.
      if file.text.isSoundUTF8 {
        rows.isSound = true
      } else {
        var more = ByteCounts()
        more.count(offset..<reader.offset, of: bytes)
        // A letter cut off by the line end before makes the rest of one at the beginning look right.
        rows.isSound = more.isSoundUTF8 && !Self.isRestOfLetter(bytes[offset])
        counts.merge(more)
      }
      rows.take(batch, bytes)
      progress.bytes.add(reader.offset - offset, ordering: .relaxed)
      progress.rows.add(batch.rows.count, ordering: .relaxed)
      offset = reader.offset
      if offset - released >= Self.releasedBytes {
        file.text.release(released..<offset)
        released = offset
      }
    }
    file.text.release(released..<offset)
    var result = rows.finish(lines: reader.line - 1, end: reader.offset)
    result.counts = counts
    return result
  }
}
