internal import DelimitedText
internal import Administration

/// Lines that are no rows of the table.
extension RowIntake {
  /// A line with so many cells that say something is nothing that anybody printed: its texts are not
  /// looked at, of which a damaged file may hold millions.
  private static let mostPrinted = 1000

  /// Counts a line without code or day that is blank or no row of the table.
  mutating func isOutsideTable(
    _ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>, code: Range<Int>, day: Range<Int>,
    _ first: CalendarDay?
  ) -> Bool {
    guard first == nil else { return false }
    // A row of the table that has a fault, as far as can be told without looking at its texts.
    if !code.isEmpty, day.count >= 5, bytes[day.lowerBound] &- 0x30 < 10 { return false }
    var filled = 0
    var firstByte: UInt8 = 0
    for column in 0..<row.cellCount {
      let cell = range(column, row, batch, bytes)
      guard !cell.isEmpty else { continue }
      if filled == 0 { firstByte = bytes[cell.lowerBound] }
      filled += 1
    }
    guard filled > 0 else {
      result.ledger.blankLines += row.lineCount
      return true
    }
    guard filled <= Self.mostPrinted else { return false }
    // Of lines with so many cells only totals and what pages repeat are none of the table.
    if filled > 3, day.isEmpty, !printed.mayBegin(with: firstByte) { return false }
    return isPrinted(row, RowTexts.all(of: row, batch, bytes))
  }

  /// Counts a line that a printout puts between the rows.
  private mutating func isPrinted(_ row: Row, _ texts: [String]) -> Bool {
    guard let kind = printed.kind(of: texts, isBelowTable: isBelowTable) else { return false }
    isBelowTable = kind == .footer
    switch kind {
    case .title:
      result.ledger.titleLines += row.lineCount
      result.rowsSinceMark = 0
    case .header:
      result.ledger.headerLines += row.lineCount
    case .footer:
      result.ledger.footerLines += row.lineCount
      if let total = PrintedTotal.stated(in: texts, except: number.map { [$0.index] } ?? []) {
        result.totals.append(
          PrintedTotal(
            line: row.line, text: total.text, value: total.value,
            rowsAbove: result.ledger.rows, rowsSinceMark: result.rowsSinceMark))
        result.rowsSinceMark = 0
      }
    }
    return true
  }
}
