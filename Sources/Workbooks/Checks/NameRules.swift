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
      let first = name.utf8.first, isLetter(first) || first == UInt8(ascii: "_"),
      name.utf8.allSatisfy({
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      })
    else { return false }
    let lowercased = name.lowercased()
    // `_xlnm.` marks the names that Excel makes.
    return !lowercased.hasPrefix("_xlnm.")
      && !isRowAndColumn(lowercased) && !isCellReference(lowercased)
  }

  /// Whether a name in lower case is a cell in Excel's other way: `r2c3`, or only `r`, `c3`.
  private static func isRowAndColumn(_ name: String) -> Bool {
    var rest = name.utf8[...]
    for letter in "rc".utf8 where rest.first == letter {
      rest = rest.dropFirst().drop(while: isDigit)
    }
    return rest.isEmpty
  }

  /// Whether a name in lower case reads as a cell, from `a1` to `xfd1048576`.
  private static func isCellReference(_ name: String) -> Bool {
    let letters = name.utf8.prefix(while: isLetter)
    let digits = name.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), !digits.isEmpty, digits.allSatisfy(isDigit),
      let row = Int(String(decoding: digits, as: UTF8.self))
    else { return false }
    let column = letters.reduce(0) { $0 * 26 + Int($1) - 96 }
    return column <= SheetLimits.columns.upperBound && SheetLimits.rows.contains(row - 1)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
