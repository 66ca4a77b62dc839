/// What stands in one cell.
package enum CellContent: Hashable, Sendable {
  /// Nothing but the style.
  case blank
  /// A text, never read as a formula, a number or an address; up to 32,767
  /// UTF-16 units. The empty text is written as a blank cell.
  ///
  /// Characters that XML 1.0 cannot carry (NUL, control characters other than
  /// tab and line end, U+FFFE, U+FFFF) are written as spaces; a carriage return,
  /// with or without a line feed after it, is written as one line feed.
  case text(String)
  /// A whole number; exact up to 2⁵³ on either side of 0, refused beyond.
  case integer(Int)
  /// A finite number.
  case number(Double)
  /// A formula that begins with `=`, in English and with commas, and the value
  /// that readers show until they calculate for themselves.
  case formula(String, FormulaValue)
  /// A day from 1900-01-01 to 9999-12-31, written as a date and not as a text.
  case day(year: Int, month: Int, day: Int)
}

/// The value of a formula as computed by the program.
package enum FormulaValue: Hashable, Sendable {
  /// A finite number.
  case number(Double)
  /// A text, under the rules of ``CellContent/text(_:)``.
  case text(String)
}
