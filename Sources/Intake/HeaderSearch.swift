internal import DelimitedText

/// The header of a file: where it stands, how the file is cut, and what its columns mean.
struct FoundHeader: Sendable {
  /// Exports carry title lines above the header, but not more than so many lines.
  static let lastLine = 50

  var delimiter: UInt8
  var columns: ColumnMap
  /// Physical lines above the header that hold something.
  var titleLines: Int
  /// Blank physical lines above the header.
  var blankLines: Int
  /// Physical lines of the header itself, with a row of column numbers below it.
  var headerLines: Int
  /// A reader that stands on the first row below the header.
  var reader: RowReader

  /// Finds the row that means the most fields, with the delimiter that shows most of them.
  ///
  /// `nil` where no row within the first ``lastLine`` lines holds every field that must be there.
  init?(in bytes: Span<UInt8>, from start: Int, profile: SourceProfile) {
    var best: FoundHeader?
    for delimiter in profile.delimiters {
      guard let found = FoundHeader(in: bytes, from: start, delimiter: delimiter, profile: profile)
      else { continue }
      if found.columns.columns.count > best?.columns.columns.count ?? 0 { best = found }
    }
    guard let best else { return nil }
    self = best
  }

  private init?(
    in bytes: Span<UInt8>, from start: Int, delimiter: UInt8, profile: SourceProfile
  ) {
    var reader = RowReader(delimiter: delimiter, startingAt: start)
    var batch = RowBatch()
    var found: FoundHeader?
    var titleLines = 0
    var blankLines = 0
    while reader.line <= Self.lastLine {
      reader.read(1, from: bytes, into: &batch)
      guard let row = batch.rows.first else { break }
      let texts = Self.texts(of: row, batch, bytes)
      if let columns = ColumnMap(headers: texts, profile: profile),
        columns.columns.count > found?.columns.columns.count ?? 0
      {
        found = FoundHeader(
          delimiter: delimiter, columns: columns, titleLines: titleLines, blankLines: blankLines,
          headerLines: row.lineCount, reader: reader)
      }
      if texts.allSatisfy(\.isEmpty) {
        blankLines += row.lineCount
      } else {
        titleLines += row.lineCount
      }
    }
    guard var found else { return nil }
    found.passNumberRow(bytes)
    self = found
  }

  private init(
    delimiter: UInt8, columns: ColumnMap, titleLines: Int, blankLines: Int, headerLines: Int,
    reader: RowReader
  ) {
    self.delimiter = delimiter
    self.columns = columns
    self.titleLines = titleLines
    self.blankLines = blankLines
    self.headerLines = headerLines
    self.reader = reader
  }

  /// Steps over a row such as `(1),(2),(3)` right below the header.
  private mutating func passNumberRow(_ bytes: Span<UInt8>) {
    var next = reader
    var batch = RowBatch()
    next.read(1, from: bytes, into: &batch)
    guard let row = batch.rows.first else { return }
    let texts = Self.texts(of: row, batch, bytes).filter { !$0.isEmpty }
    let numbers = texts.map { $0.prefix { $0 != "=" }.filter { !"()[] ".contains($0) } }
    guard numbers.count >= 3, numbers == (1...numbers.count).map(String.init) else { return }
    headerLines += row.lineCount
    reader = next
  }

  private static func texts(of row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) -> [String] {
    (0..<row.cellCount).map { column in
      guard let cell = batch.cell(column, of: row) else { return "" }
      let trimmed = CellBytes.trimmed(batch.range(of: cell), of: bytes)
      var copy: [UInt8] = []
      batch.copyBytes(of: cell, in: bytes, to: &copy)
      return trimmed.isEmpty ? "" : String(decoding: copy, as: UTF8.self)
    }
  }
}
