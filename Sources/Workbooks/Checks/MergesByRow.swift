/// The merges of a sheet, for cells that mostly come row by row.
struct MergesByRow {
  private var merges: [Int: [CellRange]] = [:]
  /// The row that was asked for last; -1 before the first.
  private var row = -1
  private var mergesOfRow: [CellRange] = []

  init(_ merges: [CellRange]) {
    for merge in merges {
      for row in merge.firstRow...merge.lastRow { self.merges[row, default: []].append(merge) }
    }
  }

  /// Whether a merge hides the cell: it lies under one and is not its first.
  mutating func hides(row: Int, column: Int) -> Bool {
    if merges.isEmpty { return false }
    if row != self.row {
      self.row = row
      mergesOfRow = merges[row] ?? []
    }
    return mergesOfRow.contains { merge in
      merge.firstColumn <= column && column <= merge.lastColumn
        && (merge.firstRow != row || merge.firstColumn != column)
    }
  }
}
