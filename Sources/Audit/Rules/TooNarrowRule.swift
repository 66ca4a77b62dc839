internal import Workbooks

/// A number fits its column: Excel shows `####` where it does not, on screen and on paper.
struct TooNarrowRule: BookRule {
  /// Pixels of a digit of the typeface that Excel reckons column widths with, of 11 points.
  private static let pixelsOfDigit = 7.0
  /// Pixels of a cell that nothing is written on.
  private static let edges = 5.0

  func findings(in book: AuditedBook) -> [Finding] {
    book.sheets.flatMap { sheet in
      sheet.cells.compactMap { cell in
        guard case .number(let number) = cell.value else { return nil }
        let style = book.style(of: cell)
        let pieces = NumberDisplay.pieces(of: number, format: style.numberFormat)
        let needed = TextMetrics.width(
          pieces.map(\.text).joined(), size: style.font.size, bold: style.font.isBold)
        guard needed + Self.edges > width(of: cell, on: sheet) else { return nil }
        let shown = pieces.filter { !$0.isRoom }.map(\.text).joined()
        return Finding(
          .tooNarrow, sheet, cell.place, "cột quá hẹp cho số \(shown), Excel sẽ hiện ####")
      }
    }
  }

  /// Pixels of the cell's columns.
  private func width(of cell: AuditedCell, on sheet: AuditedSheet) -> Double {
    let columns =
      sheet.merge(from: cell.place)?.columns ?? cell.place.column...cell.place.column
    return columns.reduce(0) { $0 + (sheet.width(of: $1) * Self.pixelsOfDigit).rounded(.down) }
  }
}
