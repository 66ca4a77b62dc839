import DelimitedText
import FoundationEssentials

@testable import Intake

/// One row of a file, spelled out so that two readings can be compared.
struct RowSpelling: Equatable {
  private var line: Int
  private var lineCount: Int
  private var hasBrokenQuote: Bool
  private var cells: [Range<Int>]

  /// All rows of a file, its title and header too.
  static func all(of file: OpenFile, blockSize: Int) -> [RowSpelling] {
    let bytes = file.text.data.span
    var reader = RowReader(
      delimiter: file.header.delimiter, startingAt: file.text.textStart, blockSize: blockSize)
    var batch = RowBatch()
    var rows: [RowSpelling] = []
    while true {
      reader.read(256, from: bytes, into: &batch)
      guard !batch.rows.isEmpty else { return rows }
      rows += batch.rows.map { row in
        RowSpelling(
          line: row.line, lineCount: row.lineCount, hasBrokenQuote: row.hasBrokenQuote,
          cells: (0..<row.cellCount).compactMap { column in
            batch.cell(column, of: row).map(batch.range)
          })
      }
    }
  }

  /// The physical lines of a file, counted byte by byte.
  static func lines(of file: OpenFile) -> Int {
    let bytes = file.text.data.span
    var lines = 0
    var last = Byte.lineFeed
    for index in file.text.textStart..<bytes.count {
      let byte = bytes[index]
      // A line begins behind a line end; LF behind CR is still the same line end.
      let beginsLine =
        last == Byte.lineFeed || last == Byte.carriageReturn && byte != Byte.lineFeed
      if beginsLine { lines += 1 }
      last = byte
    }
    return lines
  }
}
