extension PrintLayout {
  /// The first thing that no printer or reader could follow; `nil` for none.
  var problem: WorkbookProblem? {
    if let rows = repeatedRows {
      for row in [rows.lowerBound, rows.upperBound] where !SheetLimits.rows.contains(row) {
        return .rowOutOfRange(row)
      }
    }
    for margin in [margins.left, margins.right, margins.top, margins.bottom]
    where !(margin >= 0 && margin.isFinite) {
      return .marginOutOfRange(margin)
    }
    if footer.excelLength > SheetLimits.footerLength { return .footerTooLong(footer.excelLength) }
    if header.excelLength > SheetLimits.footerLength { return .headerTooLong(header.excelLength) }
    // The library frees such a text and then writes it.
    if Self.hasPicture(footer) { return .footerWithPicture }
    if Self.hasPicture(header) { return .headerWithPicture }
    if let firstPage, !SheetLimits.pages.contains(firstPage) {
      return .firstPageOutOfRange(firstPage)
    }
    if let scale, !SheetLimits.scales.contains(scale) { return .scaleOutOfRange(scale) }
    return area?.problem ?? breaksProblem
  }

  private var breaksProblem: WorkbookProblem? {
    // The library ends the list at a 0 and drops what is too much.
    for row in breaks where row == 0 || !SheetLimits.rows.contains(row) {
      return .breakOutOfRange(row)
    }
    if breaks.count > SheetLimits.breaks { return .tooManyBreaks(breaks.count) }
    return onOnePage && !breaks.isEmpty ? .breaksOnOnePage : nil
  }

  private static func hasPicture(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "&"))
      && (text.utf8.contains("&G".utf8) || text.utf8.contains("&[Picture]".utf8))
  }
}
