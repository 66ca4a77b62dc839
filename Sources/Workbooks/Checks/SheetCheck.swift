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
    var styles = FormatNumbers()
    for index in sheet.cells.indices {
      let place = sheet.cells[index].place
      try refuse(place.problem ?? sheet.cells[index].content.problem, at: place)
      let known = styles.keys.count
      _ = styles.number(of: sheet.cells[index].style, column: place.column)
      if styles.keys.count > known { try refuse(sheet.cells[index].style.problem, at: place) }
    }
  }

  private func checkLinks() throws(WorkbookError) {
    for link in sheet.links {
      try refuse(
        link.place.problem ?? link.problem(sheetNames: sheetNames), at: link.place)
    }
  }

  private func checkPlacesAreTakenOnce() throws(WorkbookError) {
    let columns = SheetLimits.columns.upperBound
    var places = sheet.cells.indices.map {
      sheet.cells[$0].row * columns + sheet.cells[$0].column
    }
    places += sheet.links.map { $0.row * columns + $0.column }
    places.sort()
    for (place, next) in zip(places, places.dropFirst()) where place == next {
      let (row, column) = place.quotientAndRemainder(dividingBy: columns)
      throw WorkbookError(
        .placeTakenTwice, sheet: sheet.name, cell: CellPlace(row: row, column: column))
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
