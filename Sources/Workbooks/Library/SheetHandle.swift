internal import CXlsxWriter

/// A sheet of a workbook that is being filled; belongs to the workbook.
///
/// Takes what ``BookLayout/check()`` has let through; rows and columns are
/// converted exactly all the same.
@safe struct SheetHandle: ~Copyable {
  let raw: UnsafeMutablePointer<lxw_worksheet>

  /// Writes a content, replacing what an earlier call put there.
  func write(
    _ content: CellContent, at place: CellPlace, format: FormatHandle
  ) throws(WorkbookError) {
    let at = try CellAddress(place)
    switch content {
    case .blank:
      try check(unsafe worksheet_write_blank(raw, at.row, at.column, format.raw))
    case .text(let text):
      // With a format, the library writes an empty text as a blank cell.
      // The text as it lies in memory: an argument would be copied first.
      let status = unsafe CarriedText.cell(text).withCString {
        unsafe worksheet_write_string(raw, at.row, at.column, $0, format.raw)
      }
      try check(status)
    case .integer(let number):
      try check(
        unsafe worksheet_write_number(raw, at.row, at.column, Double(number), format.raw))
    case .number(let number):
      try check(
        unsafe worksheet_write_number(
          raw, at.row, at.column, number.withoutNegativeZero, format.raw))
    case .formula(let formula, let value):
      try write(CarriedText.plain(formula), value: value, at: at, format: format)
    case .day(let year, let month, let day):
      var date = lxw_datetime()
      (date.year, date.month, date.day) = (Int32(year), Int32(month), Int32(day))
      try check(
        unsafe worksheet_write_datetime(raw, at.row, at.column, &date, format.raw))
    }
  }

  private func write(
    _ formula: String, value: FormulaValue, at: CellAddress, format: FormatHandle
  ) throws(WorkbookError) {
    switch value {
    case .number(let number):
      try check(
        unsafe worksheet_write_formula_num(
          raw, at.row, at.column, formula, format.raw, number.withoutNegativeZero))
    case .text(let text):
      try check(
        unsafe worksheet_write_formula_str(
          raw, at.row, at.column, formula, format.raw, CarriedText.cell(text)))
    }
  }

  func write(_ link: CellLink, format: FormatHandle) throws(WorkbookError) {
    let at = try CellAddress(link.place)
    try check(
      unsafe worksheet_write_url_opt(
        raw, at.row, at.column, link.target, format.raw, CarriedText.cell(link.text), nil))
  }

  /// Joins the cells, and writes none of them.
  func merge(_ range: CellRange) throws(WorkbookError) {
    let (first, last) = (try CellAddress(range.topLeft), try CellAddress(range.bottomRight))
    try check(
      unsafe baocao_add_merge(raw, first.row, first.column, last.row, last.column))
  }
}
