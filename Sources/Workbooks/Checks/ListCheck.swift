extension ListBook {
  /// Refuses what would give a damaged or a wrong file, without asking for a row.
  package func check() throws(WorkbookError) {
    try BookLayout(properties: properties, sheets: sheets.map(\.setUp)).check()
    for sheet in sheets {
      if let problem = sheet.problem { throw WorkbookError(problem, sheet: sheet.top.name) }
    }
  }
}

extension ListSheet {
  /// The sheet as it is set up before its rows are written.
  var setUp: SheetLayout {
    var sheet = top
    sheet.filter = nil
    // Above the list there must be a row to filter by.
    if filters, firstRow > 0, !styles.isEmpty {
      sheet.filter = CellRange(
        rows: (firstRow - 1)...max(firstRow, firstRow + shown - 1), columns: 0...(styles.count - 1))
    }
    return sheet
  }

  fileprivate var problem: WorkbookProblem? {
    if !(3...SheetLimits.rows.upperBound).contains(rowLimit) { return .rowOutOfRange(rowLimit) }
    if firstRow + 2 > rowLimit { return .rowOutOfRange(firstRow) }
    if count < 0 { return .listCountNegative(count) }
    if styles.isEmpty || styles.count > SheetLimits.columns.upperBound {
      return .listColumnCount(styles.count)
    }
    // A chart is placed by heights that are no longer in memory.
    if !top.charts.isEmpty { return .chart(.onAList) }
    if let row = top.rowHeights.keys.max(), row >= firstRow { return .rowOutOfRange(row) }
    return styles.lazy.compactMap(\.problem).first
  }
}
