/// Which names of sheets and of cells a workbook can have.
enum NameRules {
  /// What is wrong with a sheet's name taken alone; `nil` for nothing.
  static func problem(ofSheetName name: String) -> WorkbookProblem? {
    if name.isEmpty { return .emptySheetName }
    if name.excelLength > SheetLimits.nameLength { return .sheetNameTooLong(name.excelLength) }
    let forbidden = "[]:*?/\\\u{FFFE}\u{FFFF}".unicodeScalars
    let scalars = name.unicodeScalars
    // Excel keeps the name History for itself.
    if scalars.contains(where: { $0.value < 0x20 || forbidden.contains($0) })
      || scalars.first == "'" || scalars.last == "'" || name.lowercased() == "history"
    {
      return .illegalSheetName
    }
    return nil
  }

  /// Whether a name can stand for cells, as ``DefinedName/name`` says.
  static func isDefinedName(_ name: String) -> Bool {
    guard name.utf8.count <= SheetLimits.shortTextBytes,
      name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.]*/) != nil
    else { return false }
    let lowercased = name.lowercased()
    // `_xlnm.` marks the names that Excel makes, and `R2C3` is its other way to
    // write a cell.
    return !lowercased.hasPrefix("_xlnm.")
      && lowercased.wholeMatch(of: /r\d*(c\d*)?|c\d*/) == nil
      && !isCellReference(lowercased)
  }

  /// Whether a name in lower case reads as a cell, from `a1` to `xfd1048576`.
  private static func isCellReference(_ name: String) -> Bool {
    guard let match = name.wholeMatch(of: /([a-z]{1,3})(\d+)/) else { return false }
    let column = match.1.utf8.reduce(0) { $0 * 26 + Int($1) - 96 }
    guard let row = Int(match.2) else { return false }
    return column <= SheetLimits.columns.upperBound && SheetLimits.rows.contains(row - 1)
  }
}
