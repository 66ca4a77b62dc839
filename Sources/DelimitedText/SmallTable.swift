import FoundationEssentials

/// A small table held as texts: the CSV files that people keep beside the templates.
///
/// Its first row is the header; the delimiter is the one of `,` `;` and tab that the first line
/// holds most of, because a spreadsheet program saves with another than it was given.
package struct SmallTable: Sendable {
  /// One row: its physical line, from 1, and a text for every column of the header.
  package struct Line: Sendable {
    package var line: Int
    package var cells: [String]
  }

  package let header: [String]
  /// The rows below the header that are not blank.
  package let lines: [Line]

  package init(path: String) throws(TextFileProblem) {
    let file = try TextFile(path: path)
    let bytes = file.data.span
    let delimiter = Self.delimiter(of: bytes)
    var reader = RowReader(delimiter: delimiter, startingAt: file.textStart)
    var batch = RowBatch()
    var rows: [Line] = []
    repeat {
      reader.read(1024, from: bytes, into: &batch)
      for row in batch.rows {
        let cells = (0..<row.cellCount).compactMap { column in
          batch.cell(column, of: row).map { Self.trimmed(batch.text(of: $0, in: bytes)) }
        }
        guard cells.contains(where: { !$0.isEmpty }) else { continue }
        rows.append(Line(line: row.line, cells: cells))
      }
    } while !batch.rows.isEmpty
    let header = rows.first?.cells ?? []
    self.header = header
    lines = rows.dropFirst().map { row in
      let missing = max(0, header.count - row.cells.count)
      return Line(line: row.line, cells: row.cells + [String](repeating: "", count: missing))
    }
  }

  private static func delimiter(of bytes: Span<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == Byte.lineFeed { break }
      counts[byte, default: 0] += 1
    }
    let candidates = [Byte.comma, Byte.semicolon, Byte.tab]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? Byte.comma
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (character: Character) in character.isWhitespace }
    let end = text.lastIndex { !isSpace($0) }.map(text.index(after:)) ?? text.startIndex
    return String(text[..<end].drop(while: isSpace))
  }
}
