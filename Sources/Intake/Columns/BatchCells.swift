internal import CScan
internal import DelimitedText

/// The rows of a batch for loops over one column of all of them.
///
/// The pointers belong to the caller, who keeps them alive for as long as this value. From every
/// cell on ``ShortText/mostBytes`` bytes can be read.
@unsafe struct BatchCells {
  let rows: UnsafePointer<Row>
  /// Cells as they were found: another module's properties are not inlined.
  let cells: UnsafePointer<scan_cell>
  /// How many rows there are.
  let count: Int
  /// Where the starts of cells count from, and its offset in the bytes.
  let text: UnsafeRawPointer
  let base: Int

  /// The cell of a row in a column; empty where the row ends before it.
  @inline(__always)
  func cell(_ column: Int, _ row: Int) -> scan_cell {
    let firstCell = unsafe rows[row].firstCell
    return unsafe column < rows[row].cellCount
      ? cells[firstCell + column] : scan_cell(start: 0, packed: 0)
  }

  /// Where a cell begins.
  @inline(__always)
  func start(of cell: scan_cell) -> UnsafeRawPointer { unsafe text + Int(cell.start) }

  /// The offset in the bytes of what stands somewhere in the text.
  func offset(of place: UnsafeRawPointer) -> Int { unsafe base + (place - text) }

  /// The range of a cell in the bytes, trimmed.
  func trimmed(_ cell: scan_cell, of bytes: Span<UInt8>) -> Range<Int> {
    let start = unsafe base + Int(cell.start)
    return CellBytes.trimmed(start..<(start + Int(cell.length)), of: bytes)
  }
}

extension scan_cell {
  /// Number of bytes.
  @inline(__always)
  var length: UInt32 { packed & ~SCAN_DOUBLED }

  /// Whether doubled quotes stand in it.
  @inline(__always)
  var hasDoubledQuotes: Bool { packed & SCAN_DOUBLED != 0 }
}
