internal import CScan

/// Cuts the bytes of a file into rows of cells.
///
/// The rules are those of RFC 4180 with any delimiter and any line end (LF, CRLF, CR): a quote
/// opens a quoted cell only as the cell's first byte, a doubled quote stands for one, and the
/// closing quote is followed by the delimiter or the end of the row. Where that does not hold,
/// the row is its first line alone, marked ``Row/hasBrokenQuote``, and reading goes on with the
/// next line, so that a forgotten quote costs one line.
///
/// Rows without anything rare are made many bytes at a step, as far as a block has them. Elsewhere
/// a block is first searched for the signs that structure it, and `RowMaker` makes rows of the
/// places found, one sign after another: what it makes is what the rules mean.
package struct RowReader: Sendable {
  /// A quoted cell that is still open after so many lines is a forgotten quote: no export seen
  /// holds a cell of more than a few lines, and the bound keeps a forgotten quote cheap.
  package static let longestQuotedCell = 200

  /// Bytes that are searched at a time: few enough to stay in the nearest cache with what is
  /// made of them.
  package static let usualBlockSize = 1 << 16

  let delimiter: UInt8
  let blockSize: Int
  private let findsPlainRows: Bool
  /// Offset of the next row in the bytes.
  package internal(set) var offset: Int
  /// Physical line of the next row, from 1.
  package internal(set) var line: Int

  /// Without `findsPlainRows` every row is made sign by sign, which gives the same rows.
  package init(
    delimiter: UInt8, startingAt offset: Int = 0, line: Int = 1, blockSize: Int = usualBlockSize,
    findsPlainRows: Bool = true
  ) {
    self.delimiter = delimiter
    self.blockSize = blockSize
    self.findsPlainRows = findsPlainRows
    self.offset = offset
    self.line = line
  }

  /// Reads the rows of the next block, at most `limit`, into the batch, whose former content
  /// goes; none are left when the batch comes back without rows.
  ///
  /// With a `boundary` only rows that begin before that offset are read.
  package mutating func read(
    _ limit: Int, from bytes: Span<UInt8>, before boundary: Int = .max,
    into batch: inout RowBatch
  ) {
    batch.removeAll(base: offset)
    guard offset < min(bytes.count, boundary) else { return }
    if findsPlainRows, readPlain(limit, from: bytes, before: boundary, into: &batch) { return }
    var size = blockSize
    while batch.rows.isEmpty {
      let block = bytes.extracting(offset..<min(offset + size, bytes.count))
      let isLast = offset + block.count == bytes.count
      let found = Self.search(block, for: delimiter, places: &batch.places)
      if batch.cells.count < found + 1 {
        batch.cells = [Cell](repeating: Cell(start: 0, length: 0), count: found * 2 + 64)
      }
      unsafe batch.places.withUnsafeBufferPointer { places in
        unsafe batch.cells.withUnsafeMutableBufferPointer { cells in
          unsafe bytes.withUnsafeBufferPointer { whole in
            var maker = unsafe RowMaker(
              bytes: whole, base: offset, end: offset + block.count, isLast: isLast,
              delimiter: delimiter, places: places[..<found], cells: cells)
            while batch.rows.count < limit, unsafe maker.offset < boundary,
              let row = unsafe maker.next(line: line)
            {
              batch.rows.append(row)
              line += row.lineCount
            }
            unsafe offset = maker.offset
          }
        }
      }
      // A row that is longer than the block.
      size *= 4
    }
  }

  /// Finds the delimiters, quotes and line ends of a block; gives their number.
  private static func search(
    _ block: Span<UInt8>, for delimiter: UInt8, places: inout [UInt32]
  ) -> Int {
    // The search writes up to eight numbers behind the last.
    if places.count < block.count + 8 {
      places = [UInt32](repeating: 0, count: block.count + 8)
    }
    return unsafe block.withUnsafeBufferPointer { bytes in
      unsafe places.withUnsafeMutableBufferPointer { places in
        unsafe scan_structure(bytes.baseAddress, bytes.count, delimiter, places.baseAddress)
      }
    }
  }
}
