internal import Administration
internal import DelimitedText

/// The header of a file: where it stands, how the file is cut, and what its columns mean.
struct FoundHeader: Sendable {
  /// Exports carry title lines above the header, but not more than so many lines.
  static let lastLine = 50
  /// Bytes that it and the lines above it take at most: a file of one endless line is no table,
  /// and is not taken apart to see that.
  private static let mostBytes = 1 << 20
  /// Rows that one header has at most.
  private static let mostRows = 4

  var delimiter: UInt8
  var columns: ColumnMap
  /// Physical lines above the header that hold something.
  var titleLines: Int
  /// Blank physical lines above the header.
  var blankLines: Int
  /// Physical lines of the header itself, with a row of column numbers below it.
  var headerLines: Int
  /// The rows above the body, which printouts repeat on every page.
  var repeated: RepeatedRows
  /// A reader that stands on the first row below the header.
  var reader: RowReader

  /// Finds the rows that mean the most fields, with the delimiter that shows most of them.
  ///
  /// `nil` where no rows within the first ``lastLine`` lines hold every field that must be there.
  init?(in bytes: Span<UInt8>, from start: Int, profile: SourceProfile) {
    var best: FoundHeader?
    let top = bytes.extracting(first: Self.mostBytes)
    for delimiter in profile.delimiters {
      guard let found = FoundHeader(in: top, from: start, delimiter: delimiter, profile: profile)
      else { continue }
      if found.columns.columns.count > best?.columns.columns.count ?? 0 { best = found }
    }
    guard let best else { return nil }
    self = best
  }

  private init?(
    in bytes: Span<UInt8>, from start: Int, delimiter: UInt8, profile: SourceProfile
  ) {
    let rows = TopRow.read(bytes, from: start, delimiter: delimiter)
    // A row with a date is one of the body, and one with a single text a title.
    let isBody = rows.map { $0.hasDate(of: profile) }
    let isNoPart = zip(rows, isBody).map { $0.filled < 2 || $1 }
    // Folded when they are first asked for: most rows are none of a header.
    var foldedRows = [[String]?](repeating: nil, count: rows.count)
    var best: (first: Int, count: Int, columns: ColumnMap)?
    for first in rows.indices where rows[first].line <= Self.lastLine && !rows[first].isBlank {
      for count in 1...Self.mostRows where first + count <= rows.count {
        let header = rows[first..<(first + count)]
        // Code, day and unit are three columns; most rows of another delimiter have fewer.
        if count == 1, rows[first].filled < 3 || isBody[first] { continue }
        if count > 1, isNoPart[header.indices].contains(true) { break }
        let folded = header.indices.map { number in
          let folded = foldedRows[number] ?? rows[number].texts.map(FoldedText.of)
          foldedRows[number] = folded
          return folded
        }
        guard let columns = ColumnMap(rows: header.map(\.texts), folded: folded, profile: profile)
        else { continue }
        // Of two that mean as much the one of fewer rows.
        let gain = columns.columns.count - (best?.columns.columns.count ?? 0)
        if gain > 0 || gain == 0 && count < best?.count ?? 0 { best = (first, count, columns) }
      }
    }
    guard let best else { return nil }
    var end = best.first + best.count
    if end < rows.count, rows[end].isNumberRow { end += 1 }
    self.delimiter = delimiter
    columns = best.columns
    let above = rows[..<best.first]
    titleLines = above.filter { !$0.isBlank }.reduce(0) { $0 + $1.lineCount }
    blankLines = above.filter(\.isBlank).reduce(0) { $0 + $1.lineCount }
    headerLines = rows[best.first..<end].reduce(0) { $0 + $1.lineCount }
    repeated = RepeatedRows(
      titles: above.map(\.texts), headers: rows[best.first..<end].map(\.texts))
    reader = rows[end - 1].reader
  }

  /// What stands over a column, for a message.
  func head(_ index: Int) -> String { columns.heads[index] }
}

/// A row at the top of a file: a title, a part of the header, or already the body.
private struct TopRow {
  var texts: [String]
  /// First physical line, from 1.
  var line: Int
  var lineCount: Int
  /// A reader that stands on the row below.
  var reader: RowReader

  /// The rows up to the last line on which a header may begin, and those that it may still have.
  static func read(_ bytes: Span<UInt8>, from start: Int, delimiter: UInt8) -> [TopRow] {
    // Row by row, each search no longer than a row usually is.
    var reader = RowReader(delimiter: delimiter, startingAt: start, blockSize: 1 << 12)
    var batch = RowBatch()
    var rows: [TopRow] = []
    var furtherRows = 5
    while reader.line <= FoundHeader.lastLine || furtherRows > 0 {
      if reader.line > FoundHeader.lastLine { furtherRows -= 1 }
      reader.read(1, from: bytes, into: &batch)
      guard let row = batch.rows.first else { break }
      rows.append(
        TopRow(
          texts: RowTexts.all(of: row, batch, bytes), line: row.line, lineCount: row.lineCount,
          reader: reader))
    }
    return rows
  }

  /// How many cells hold something.
  var filled: Int { texts.count { !$0.isEmpty } }
  var isBlank: Bool { filled == 0 }

  /// Whether a cell is a day as the profile's patterns write it.
  func hasDate(of profile: SourceProfile) -> Bool {
    texts.contains { text in
      let bytes = Array(text.utf8)
      return profile.dates.contains {
        $0 != .serial && $0.day(in: 0..<bytes.count, of: bytes.span) != nil
      }
    }
  }

  /// Whether it numbers the columns: `(1),(2),(3)`, also `A,B,1,2` and `(3)=(4)+(5)`.
  var isNumberRow: Bool {
    let marks = texts.filter { !$0.isEmpty }.map { text in
      text.prefix { $0 != "=" }.filter { !"()[]. ".contains($0) }
    }
    let letters = marks.enumerated().prefix { $0.element == String(Self.letter($0.offset)) }.count
    let numbers = marks.dropFirst(letters)
    return marks.count >= 3 && numbers.count >= 2
      && numbers.elementsEqual((1..<(numbers.count + 1)).map(String.init))
  }

  private static func letter(_ number: Int) -> Character {
    Character(UnicodeScalar(UInt8(truncatingIfNeeded: 0x41 + number % 26)))
  }
}
