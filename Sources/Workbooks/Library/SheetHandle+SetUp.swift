internal import CXlsxWriter

extension SheetHandle {
  /// Sets everything of the sheet that is not in its rows, on them or over them.
  func setUp(_ sheet: SheetLayout) throws(WorkbookError) {
    try set(sheet.print, showsGrid: sheet.showsGrid)
    for (column, width) in sheet.columnWidths.enumerated() {
      try setWidth(width, ofColumn: column)
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      try freeze(rows: sheet.frozenRows, columns: sheet.frozenColumns)
    }
    if let filter = sheet.filter { try self.filter(filter) }
    if let zoom = sheet.zoom { unsafe worksheet_set_zoom(raw, UInt16(zoom)) }
    if let color = sheet.tabColor { unsafe worksheet_set_tab_color(raw, FormatHandle.color(color)) }
  }

  private func filter(_ range: CellRange) throws(WorkbookError) {
    let (first, last) = (try CellAddress(range.topLeft), try CellAddress(range.bottomRight))
    try check(
      unsafe worksheet_autofilter(raw, first.row, first.column, last.row, last.column))
  }

  /// Sets a width in characters.
  private func setWidth(_ width: Double, ofColumn column: Int) throws(WorkbookError) {
    let at = try CellAddress(CellPlace(row: 0, column: column))
    try check(unsafe worksheet_set_column(raw, at.column, at.column, width, nil))
  }

  /// Sets a height in points.
  func setHeight(_ height: Double, ofRow row: Int) throws(WorkbookError) {
    let at = try CellAddress(CellPlace(row: row, column: 0))
    try check(unsafe worksheet_set_row(raw, at.row, height, nil))
  }

  /// Keeps so many rows and columns from scrolling; at least one of the two
  /// must be above 0, or the library writes an empty pane.
  private func freeze(rows: Int, columns: Int) throws(WorkbookError) {
    let at = try CellAddress(CellPlace(row: rows, column: columns))
    unsafe worksheet_freeze_panes(raw, at.row, at.column)
  }

  /// Sets up the page, and the gridlines of the screen with it, because the
  /// library has one switch for both kinds of gridlines.
  private func set(_ print: PrintLayout, showsGrid: Bool) throws(WorkbookError) {
    let a4: UInt8 = 9
    unsafe worksheet_set_paper(raw, a4)
    if print.landscape { unsafe worksheet_set_landscape(raw) }
    let margins = print.margins
    unsafe worksheet_set_margins(
      raw, margins.left, margins.right, margins.top, margins.bottom)
    if let scale = print.scale {
      unsafe worksheet_set_print_scale(raw, UInt16(scale))
    } else {
      unsafe worksheet_fit_to_pages(raw, 1, print.onOnePage ? 1 : 0)
    }
    if print.centersHorizontally { unsafe worksheet_center_horizontally(raw) }
    if let page = print.firstPage { unsafe worksheet_set_start_page(raw, UInt16(page)) }
    let grid = showsGrid ? LXW_SHOW_SCREEN_GRIDLINES : LXW_HIDE_ALL_GRIDLINES
    unsafe worksheet_gridlines(raw, UInt8(grid.rawValue))
    if let rows = print.repeatedRows {
      let first = try CellAddress(CellPlace(row: rows.lowerBound, column: 0))
      let last = try CellAddress(CellPlace(row: rows.upperBound, column: 0))
      try check(unsafe worksheet_repeat_rows(raw, first.row, last.row))
    }
    if !print.footer.isEmpty {
      try check(unsafe worksheet_set_footer(raw, CarriedText.plain(print.footer)))
    }
    if !print.header.isEmpty {
      try check(unsafe worksheet_set_header(raw, CarriedText.plain(print.header)))
    }
    if let area = print.area {
      let (first, last) = (try CellAddress(area.topLeft), try CellAddress(area.bottomRight))
      try check(
        unsafe worksheet_print_area(raw, first.row, first.column, last.row, last.column))
    }
    try setBreaks(print.breaks)
  }

  private func setBreaks(_ rows: [Int]) throws(WorkbookError) {
    guard !rows.isEmpty else { return }
    var breaks: [lxw_row_t] = []
    for row in Set(rows).sorted() {
      breaks.append(try CellAddress(CellPlace(row: row, column: 0)).row)
    }
    // A 0 ends the list.
    breaks.append(0)
    try check(unsafe worksheet_set_h_pagebreaks(raw, &breaks))
  }
}
