/// Cuts the bytes of a file into rows of cells.
///
/// The rules are those of RFC 4180 with any delimiter and any line end (LF, CRLF, CR): a quote
/// opens a quoted cell only as the cell's first byte, a doubled quote stands for one, and the
/// closing quote is followed by the delimiter or the end of the row. Where that does not hold,
/// the row is its first line alone, marked ``Row/hasBrokenQuote``, and reading goes on with the
/// next line, so that a forgotten quote costs one line.
package struct RowReader: Sendable {
  /// A quoted cell that is still open after so many lines is a forgotten quote: no export seen
  /// holds a cell of more than a few lines, and the bound keeps a forgotten quote cheap.
  package static let longestQuotedCell = 200

  private let delimiter: UInt8
  /// Offset of the next row in the bytes.
  package private(set) var offset: Int
  /// Physical line of the next row, from 1.
  package private(set) var line = 1

  package init(delimiter: UInt8, startingAt offset: Int = 0) {
    self.delimiter = delimiter
    self.offset = offset
  }

  /// Reads up to `limit` rows into the batch, whose former content goes; none are left when the
  /// batch comes back without rows.
  package mutating func read(
    _ limit: Int, from bytes: Span<UInt8>, into batch: inout RowBatch
  ) {
    batch.removeAll(base: offset)
    // Places in a batch are 32-bit: a batch ends early before they could overflow.
    let farthest = offset + Int(Int32.max)
    while batch.rows.count < limit, offset < bytes.count, offset < farthest {
      readRow(from: bytes, into: &batch)
    }
  }

  private mutating func readRow(from bytes: Span<UInt8>, into batch: inout RowBatch) {
    let firstCell = batch.cells.count
    let rowStart = offset
    let base = batch.base
    var index = rowStart
    var innerLines = 0
    while true {
      if index < bytes.count, bytes[index] == Byte.quote {
        guard let quoted = quotedCell(at: index, in: bytes) else {
          batch.cells.removeSubrange(firstCell...)
          finishBrokenRow(from: rowStart, in: bytes, into: &batch)
          return
        }
        batch.cells.append(
          Cell(
            start: UInt32(truncatingIfNeeded: index + 1 - base),
            length: UInt32(truncatingIfNeeded: quoted.close - index - 1),
            hasDoubledQuotes: quoted.hasDoubledQuotes))
        innerLines += quoted.lineBreaks
        index = quoted.close + 1
      } else {
        let cellStart = index
        index = endOfPlainCell(from: index, in: bytes)
        batch.cells.append(
          Cell(
            start: UInt32(truncatingIfNeeded: cellStart - base),
            length: UInt32(truncatingIfNeeded: index - cellStart)))
      }
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    batch.rows.append(
      Row(
        firstCell: firstCell, cellCount: batch.cells.count - firstCell, line: line,
        lineCount: innerLines + 1, hasBrokenQuote: false))
    offset = afterLineEnd(at: index, in: bytes)
    line += innerLines + 1
  }

  /// The first delimiter or line end from `start` on, or the end of the bytes.
  private func endOfPlainCell(from start: Int, in bytes: Span<UInt8>) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
      index += 1
    }
    return index
  }

  /// A quoted cell: the place of its closing quote and what stands inside.
  private struct QuotedCell {
    var close: Int
    var hasDoubledQuotes: Bool
    var lineBreaks: Int
  }

  /// The quoted cell that opens at `open`; `nil` where it is not closed as it should be.
  private func quotedCell(at open: Int, in bytes: Span<UInt8>) -> QuotedCell? {
    var index = open + 1
    var hasDoubledQuotes = false
    var lineBreaks = 0
    while index < bytes.count {
      switch bytes[index] {
      case Byte.quote:
        let next = index + 1
        guard next < bytes.count, bytes[next] == Byte.quote else {
          guard next == bytes.count || endsCell(bytes[next]) else { return nil }
          return QuotedCell(
            close: index, hasDoubledQuotes: hasDoubledQuotes, lineBreaks: lineBreaks)
        }
        hasDoubledQuotes = true
        index += 2
      case Byte.lineFeed, Byte.carriageReturn:
        lineBreaks += 1
        guard lineBreaks < Self.longestQuotedCell else { return nil }
        index = afterLineEnd(at: index, in: bytes)
      default:
        index += 1
      }
    }
    return nil
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  /// The offset after the line end that stands at `index`; `index` itself at the end of the bytes.
  private func afterLineEnd(at index: Int, in bytes: Span<UInt8>) -> Int {
    guard index < bytes.count else { return index }
    let isPair =
      bytes[index] == Byte.carriageReturn && index + 1 < bytes.count
      && bytes[index + 1] == Byte.lineFeed
    return index + (isPair ? 2 : 1)
  }

  private mutating func finishBrokenRow(
    from start: Int, in bytes: Span<UInt8>, into batch: inout RowBatch
  ) {
    var end = start
    while end < bytes.count, bytes[end] != Byte.lineFeed, bytes[end] != Byte.carriageReturn {
      end += 1
    }
    let firstCell = batch.cells.count
    // The whole line as one cell, for whoever has to look at it.
    batch.cells.append(
      Cell(
        start: UInt32(truncatingIfNeeded: start - batch.base),
        length: UInt32(truncatingIfNeeded: end - start)))
    batch.rows.append(
      Row(firstCell: firstCell, cellCount: 1, line: line, lineCount: 1, hasBrokenQuote: true))
    offset = afterLineEnd(at: end, in: bytes)
    line += 1
  }
}
