internal import DelimitedText

/// The texts of a row, for the few rows that are looked at as text.
enum RowTexts {
  /// Every cell without white space at its ends; empty where it holds nothing.
  static func all(of row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) -> [String] {
    (0..<row.cellCount).map { column in
      guard let cell = batch.cell(column, of: row) else { return "" }
      let trimmed = CellBytes.trimmed(batch.range(of: cell), of: bytes)
      guard !trimmed.isEmpty else { return "" }
      return cell.hasDoubledQuotes
        ? batch.text(of: cell, in: bytes) : CellBytes.text(trimmed, of: bytes)
    }
  }
}
