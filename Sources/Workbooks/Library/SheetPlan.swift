/// What is to be written into a sheet, with the number of the format of each part.
struct SheetPlan {
  /// As many as the sheet has cells; -1 for a cell that a merge hides.
  private(set) var cells: [Int] = []
  /// As many as the sheet has links.
  private(set) var links: [Int] = []
  /// The cells under merges that hold no content of their own, with their formats.
  private(set) var blanks: [(place: CellPlace, format: Int)] = []

  /// Numbers the formats of the cells, of the links and of the merges, in this order, so that
  /// equal layouts give equal files.
  init(_ sheet: SheetLayout, formats: inout FormatNumbers) {
    var merges = MergesByRow(sheet.merges)
    var heads: [CellPlace: Int] = [:]
    for merge in sheet.merges { heads[merge.topLeft] = -1 }
    cells.reserveCapacity(sheet.cells.count)
    for index in sheet.cells.indices {
      let (row, column) = (sheet.cells[index].row, sheet.cells[index].column)
      let number = formats.number(
        of: sheet.cells[index].style, isDay: sheet.cells[index].content.isDay, column: column)
      guard !heads.isEmpty else {
        cells.append(number)
        continue
      }
      let isHidden = merges.hides(row: row, column: column)
      cells.append(isHidden ? -1 : number)
      let place = CellPlace(row: row, column: column)
      if !isHidden, heads[place] != nil {
        heads[place] = formats.number(of: sheet.cells[index].style, column: column)
      }
    }
    for link in sheet.links {
      let number = formats.number(of: link.style, column: link.column)
      links.append(number)
      if heads[link.place] != nil { heads[link.place] = number }
    }
    for merge in sheet.merges { addBlanks(of: merge, heads: heads, formats: &formats) }
  }

  /// The format of the whole range is that of its first cell.
  private mutating func addBlanks(
    of merge: CellRange, heads: [CellPlace: Int], formats: inout FormatNumbers
  ) {
    let head = heads[merge.topLeft] ?? -1
    let format =
      head >= 0 ? head : formats.number(of: CellStyle(), column: merge.firstColumn)
    for row in merge.firstRow...merge.lastRow {
      for column in merge.firstColumn...merge.lastColumn {
        let place = CellPlace(row: row, column: column)
        if place != merge.topLeft || head < 0 { blanks.append((place, format)) }
      }
    }
  }
}

extension CellContent {
  /// Whether the cell needs a number format to look like a day.
  var isDay: Bool {
    if case .day = self { true } else { false }
  }
}
