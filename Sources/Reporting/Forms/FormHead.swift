/// A cell of a form's head, over one or several rows and columns.
package struct FormHeadCell: Hashable, Sendable {
  package var text: String
  /// From 0, the top row of the head.
  package var row: Int
  /// From 0, the first column of the form.
  package var column: Int
  package var rowSpan: Int
  package var columnSpan: Int
}

/// The head of a form.
package struct FormHead: Hashable, Sendable {
  /// Its rows, without the row of column numbers.
  package let rows: Int
  /// Its cells, row by row: neighbours under the same heads share a cell, and a column without
  /// deeper heads reaches down to the last row.
  package let cells: [FormHeadCell]

  init(of columns: [FormColumn]) {
    let rows = columns.map(\.heads.count).max() ?? 0
    self.rows = rows
    cells = (0..<rows).flatMap { Self.cells(of: columns, in: $0, among: rows) }
  }

  private static func cells(
    of columns: [FormColumn], in row: Int, among headRows: Int
  ) -> [FormHeadCell] {
    var cells: [FormHeadCell] = []
    var column = 0
    while column < columns.count {
      let heads = columns[column].heads
      guard row < heads.count else {
        column += 1
        continue
      }
      let path = heads[...row]
      let isLast = row == heads.count - 1
      let end =
        columns[column...].firstIndex { other in
          !other.heads.starts(with: path) || other.heads.count == path.count
        } ?? columns.count
      cells.append(
        FormHeadCell(
          text: heads[row], row: row, column: column, rowSpan: isLast ? headRows - row : 1,
          columnSpan: isLast ? 1 : end - column))
      column = isLast ? column + 1 : end
    }
    return cells
  }
}
