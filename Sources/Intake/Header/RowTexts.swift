internal import DelimitedText

/// The texts of a row, for the few rows that are looked at as text.
enum RowTexts {
  /// Every cell without white space at its ends; empty where it holds nothing.
  static func all(of row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) -> [String] {
    (0..<row.cellCount).map { column in
      guard let cell = batch.cell(column, of: row) else { return "" }
      guard cell.hasDoubledQuotes else {
        return CellBytes.text(CellBytes.trimmed(batch.range(of: cell), of: bytes), of: bytes)
      }
      var copy: [UInt8] = []
      batch.copyBytes(of: cell, in: bytes, to: &copy)
      return CellBytes.text(CellBytes.trimmed(0..<copy.count, of: copy.span), of: copy.span)
    }
  }
}
