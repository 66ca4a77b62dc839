/// Refuses what one sheet cannot hold; says in which sheet and at which cell.
struct SheetCheck {
  let sheet: SheetLayout
  /// Of the whole book, in lower case: links may lead to them.
  let sheetNames: Set<String>

  func run() throws(WorkbookError) {
    try checkCells()
    try checkLinks()
    try checkPlacesAreTakenOnce()
    try MergeCheck(sheet: sheet).run()
    if let filter = sheet.filter { try refuse(filter.problem, at: filter.topLeft) }
    try checkSizes()
    try refuse(sheet.print.problem)
    try checkScreen()
    for condition in sheet.conditions {
      try refuse(condition.problem, at: condition.range.topLeft)
    }
  }

  private func checkCells() throws(WorkbookError) {
    for cell in sheet.cells {
      try refuse(
        cell.place.problem ?? cell.content.problem ?? cell.style.problem, at: cell.place)
    }
  }

  private func checkLinks() throws(WorkbookError) {
    for link in sheet.links {
      try refuse(
        link.place.problem ?? link.problem(sheetNames: sheetNames), at: link.place)
    }
  }

  private func checkPlacesAreTakenOnce() throws(WorkbookError) {
    var taken: Set<CellPlace> = []
    for place in sheet.cells.map(\.place) + sheet.links.map(\.place)
    where !taken.insert(place).inserted {
      throw WorkbookError(.placeTakenTwice, sheet: sheet.name, cell: place)
    }
  }

  private func checkSizes() throws(WorkbookError) {
    if sheet.columnWidths.count > SheetLimits.columns.upperBound {
      try refuse(.columnOutOfRange(sheet.columnWidths.count - 1))
    }
    for width in sheet.columnWidths where !(width > 0 && width <= SheetLimits.columnWidth) {
      try refuse(.columnWidthOutOfRange(width))
    }
    for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
      if !SheetLimits.rows.contains(row) { try refuse(.rowOutOfRange(row)) }
      if !(height > 0 && height <= SheetLimits.points) { try refuse(.rowHeightOutOfRange(height)) }
    }
    if !SheetLimits.rows.contains(sheet.frozenRows) {
      try refuse(.rowOutOfRange(sheet.frozenRows))
    }
    if !SheetLimits.columns.contains(sheet.frozenColumns) {
      try refuse(.columnOutOfRange(sheet.frozenColumns))
    }
  }

  private func checkScreen() throws(WorkbookError) {
    if let zoom = sheet.zoom, !SheetLimits.zoom.contains(zoom) {
      try refuse(.zoomOutOfRange(zoom))
    }
    if let color = sheet.tabColor, color > 0xFF_FFFF { try refuse(.tabColorOutOfRange(color)) }
  }

  /// Throws the problem, if there is one, with its place in this sheet.
  private func refuse(
    _ problem: WorkbookProblem?, at cell: CellPlace? = nil
  ) throws(WorkbookError) {
    if let problem { throw WorkbookError(problem, sheet: sheet.name, cell: cell) }
  }
}
