/// One row of a file: its cells and the physical lines that it covers.
package struct Row: Hashable, Sendable {
  /// Index of the first cell in ``RowBatch/cells``.
  package var firstCell: Int
  /// At least 1: an empty line is one empty cell.
  package var cellCount: Int
  /// First physical line, from 1, as an editor counts.
  package var line: Int
  /// Physical lines covered; more than 1 where a quoted cell holds line breaks.
  package var lineCount: Int
  /// Whether a quote was opened and not closed as it should be; the row is then
  /// its first physical line alone and its cells are of no use.
  package var hasBrokenQuote: Bool
}

/// Rows read in one go, as places in the bytes and never as copies of them.
///
/// It is made to be used again and again, so that reading a file allocates nothing per row.
package struct RowBatch: Sendable {
  /// Offset in the file from which ``Cell/start`` is counted.
  package internal(set) var base = 0
  /// The rows in the order of the file.
  package internal(set) var rows: [Row] = []
  /// Room for the cells of all rows, one row after another; what lies behind them is old.
  package internal(set) var cells: [Cell] = []
  /// Room for the places of the signs that structure a block.
  var places: [UInt32] = []
  /// Room for the number of cells up to the end of every row of a block.
  var rowEnds: [UInt32] = []

  package init() {}

  /// The cell in a column of a row, counted from 0; `nil` where the row ends before it.
  @inlinable package func cell(_ column: Int, of row: Row) -> Cell? {
    column < row.cellCount ? cells[row.firstCell + column] : nil
  }

  /// The range of a cell in the bytes of the file.
  @inlinable package func range(of cell: Cell) -> Range<Int> {
    let start = base + Int(cell.start)
    return start..<(start + Int(cell.length))
  }

  /// The text of a cell with doubled quotes halved; bytes that are not UTF-8 become U+FFFD.
  package func text(of cell: Cell, in bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copyBytes(of: cell, in: bytes, to: &copy)
    return String(decoding: copy, as: UTF8.self)
  }

  /// Replaces the content of an array by the bytes of a cell, with doubled quotes halved.
  package func copyBytes(of cell: Cell, in bytes: Span<UInt8>, to copy: inout [UInt8]) {
    copy.removeAll(keepingCapacity: true)
    var index = base + Int(cell.start)
    let end = index + Int(cell.length)
    while index < end {
      let byte = bytes[index]
      copy.append(byte)
      let isDoubled = cell.hasDoubledQuotes && byte == Byte.quote
      index += isDoubled ? 2 : 1
    }
  }

  mutating func removeAll(base: Int) {
    self.base = base
    rows.removeAll(keepingCapacity: true)
  }
}
