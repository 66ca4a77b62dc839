internal import CScan

extension RowReader {
  /// Reads the rows at the beginning of a block that have nothing rare, as `scan_rows` says;
  /// `false` where the first one has.
  mutating func readPlain(
    _ limit: Int, from bytes: Span<UInt8>, before boundary: Int, into batch: inout RowBatch
  ) -> Bool {
    let block = bytes.extracting(offset..<min(offset + blockSize, bytes.count))
    batch.reserve(block.count)
    let found = unsafe block.withUnsafeBufferPointer { bytes in
      unsafe batch.places.withUnsafeMutableBufferPointer { places in
        unsafe batch.rowEnds.withUnsafeMutableBufferPointer { ends in
          unsafe batch.cells.withUnsafeMutableBytes { cells in
            unsafe scan_rows(
              bytes.baseAddress, bytes.count, delimiter, places.baseAddress,
              cells.assumingMemoryBound(to: scan_cell.self).baseAddress, ends.baseAddress)
          }
        }
      }
    }
    var count = min(found.rows, limit)
    // Of the rows found only the last ones can begin behind the boundary.
    while count > 0, offset + batch.start(ofRow: count - 1) >= boundary { count -= 1 }
    guard count > 0 else { return false }
    batch.appendRows(count, line: line)
    line += count
    offset += count == found.rows ? found.end : batch.start(ofRow: count)
    return true
  }
}

extension RowBatch {
  /// Makes room for what a block of so many bytes can hold.
  fileprivate mutating func reserve(_ bytes: Int) {
    guard rowEnds.count < bytes + Int(SCAN_ROOM) else { return }
    places = [UInt32](repeating: 0, count: bytes + Int(SCAN_ROOM))
    rowEnds = places
    cells = [Cell](repeating: Cell(start: 0, length: 0), count: bytes + Int(SCAN_ROOM))
  }

  /// Where a row of the block begins, from the beginning of the block.
  fileprivate func start(ofRow row: Int) -> Int {
    row == 0 ? 0 : Int(places[Int(rowEnds[row - 1]) - 1] & ~Cell.doubled) + 1
  }

  /// Appends the first rows of the block, each of one line.
  fileprivate mutating func appendRows(_ count: Int, line: Int) {
    rows.reserveCapacity(count)
    var firstCell = 0
    for row in 0..<count {
      let end = Int(rowEnds[row])
      rows.append(
        Row(
          firstCell: firstCell, cellCount: end - firstCell, line: line + row, lineCount: 1,
          hasBrokenQuote: false))
      firstCell = end
    }
  }
}
