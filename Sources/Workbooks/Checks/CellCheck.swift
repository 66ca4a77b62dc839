extension CellPlace {
  /// Whether the sheet ends before this place; `nil` if not.
  var problem: WorkbookProblem? {
    if !SheetLimits.rows.contains(row) { return .rowOutOfRange(row) }
    if !SheetLimits.columns.contains(column) { return .columnOutOfRange(column) }
    return nil
  }
}

extension CellContent {
  /// Whether the cell shows nothing.
  var isBlank: Bool { self == .blank || self == .text("") }

  /// What is wrong with the content taken alone; `nil` for nothing.
  var problem: WorkbookProblem? {
    switch self {
    case .blank:
      nil
    case .text(let text):
      Self.problem(ofText: text, limit: SheetLimits.textLength)
    case .integer(let number):
      number.magnitude > SheetLimits.exactInteger ? .integerNotExact(number) : nil
    case .number(let number):
      number.isFinite ? nil : .numberNotFinite
    case .formula(let formula, let value):
      Self.problem(ofFormula: formula) ?? value.problem
    case .day(let year, let month, let day):
      Self.isDay(year: year, month: month, day: day)
        ? nil : .notADay(year: year, month: month, day: day)
    }
  }

  /// Too many UTF-16 units as they will be written; `nil` if not.
  static func problem(ofText text: String, limit: Int) -> WorkbookProblem? {
    // No text has more UTF-16 units than UTF-8 bytes, which are cheap to count,
    // and escaping makes at most seven of one.
    if text.utf8.count * 7 <= limit { return nil }
    let length = CarriedText.cell(text).excelLength
    return length > limit ? .textTooLong(length) : nil
  }

  private static func problem(ofFormula formula: String) -> WorkbookProblem? {
    if !formula.hasPrefix("=") || formula == "=" { return .formulaWithoutEquals(formula) }
    let length = formula.excelLength
    return length > SheetLimits.formulaLength ? .formulaTooLong(length) : nil
  }

  private static func isDay(year: Int, month: Int, day: Int) -> Bool {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
    let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }
}

extension FormulaValue {
  /// What is wrong with the value; `nil` for nothing.
  var problem: WorkbookProblem? {
    switch self {
    case .number(let number): number.isFinite ? nil : .numberNotFinite
    case .text(let text): CellContent.problem(ofText: text, limit: SheetLimits.textLength)
    }
  }
}

extension CellStyle {
  /// The first field whose value Excel does not know; `nil` for none.
  var problem: WorkbookProblem? {
    if !(size >= 1 && size <= SheetLimits.points) { return .styleOutOfRange(.size) }
    if let format = numberFormat,
      format.isEmpty || format.utf8.count > SheetLimits.shortTextBytes
        || CarriedText.plain(format) != format
    {
      return .styleOutOfRange(.numberFormat)
    }
    if let fill, fill > 0xFF_FFFF { return .styleOutOfRange(.fill) }
    if let color, color > 0xFF_FFFF { return .styleOutOfRange(.color) }
    if !(0...250).contains(indent) { return .styleOutOfRange(.indent) }
    if !(-90...90).contains(rotation) && rotation != 270 { return .styleOutOfRange(.rotation) }
    return nil
  }
}
