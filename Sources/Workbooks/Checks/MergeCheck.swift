/// Refuses merges that overlap, leave the sheet or hide a content.
struct MergeCheck {
  let sheet: SheetLayout

  func run() throws(WorkbookError) {
    for merge in sheet.merges {
      if let problem = merge.problem { throw error(problem, at: merge.topLeft) }
      if merge.isOneCell { throw error(.mergeOfOneCell, at: merge.topLeft) }
    }
    let merges = sheet.merges.sorted { $0.firstRow < $1.firstRow }
    try checkOverlaps(merges)
    try checkHiddenContents()
  }

  /// Takes the merges from the top down.
  private func checkOverlaps(_ merges: [CellRange]) throws(WorkbookError) {
    for (index, merge) in merges.enumerated() {
      for other in merges[(index + 1)...] {
        if other.firstRow > merge.lastRow { break }
        if other.firstColumn <= merge.lastColumn && merge.firstColumn <= other.lastColumn {
          throw error(.mergesOverlap, at: other.topLeft)
        }
      }
    }
  }

  private func checkHiddenContents() throws(WorkbookError) {
    guard !sheet.merges.isEmpty else { return }
    var merges = MergesByRow(sheet.merges)
    for index in sheet.cells.indices {
      let (row, column) = (sheet.cells[index].row, sheet.cells[index].column)
      if merges.hides(row: row, column: column), !sheet.cells[index].content.isBlank {
        throw error(.cellUnderMerge, at: CellPlace(row: row, column: column))
      }
    }
    for link in sheet.links where merges.hides(row: link.row, column: link.column) {
      throw error(.cellUnderMerge, at: link.place)
    }
  }

  private func error(_ problem: WorkbookProblem, at place: CellPlace) -> WorkbookError {
    WorkbookError(problem, sheet: sheet.name, cell: place)
  }
}

extension CellRange {
  var topLeft: CellPlace { CellPlace(row: firstRow, column: firstColumn) }

  var bottomRight: CellPlace { CellPlace(row: lastRow, column: lastColumn) }

  var isOneCell: Bool { firstRow == lastRow && firstColumn == lastColumn }

  /// What is wrong with the range taken alone; `nil` for nothing.
  var problem: WorkbookProblem? {
    if let problem = topLeft.problem ?? bottomRight.problem {
      return problem
    }
    return lastRow < firstRow || lastColumn < firstColumn ? .rangeReversed : nil
  }
}
