/// One cell of a sheet: where it is, what stands in it and how it looks.
package struct PlacedCell: Hashable, Sendable {
  /// From 0 to 1,048,575.
  package var row: Int
  /// From 0 to 16,383.
  package var column: Int
  package var content: CellContent
  package var style: CellStyle

  package init(row: Int, column: Int, content: CellContent, style: CellStyle = CellStyle()) {
    self.row = row
    self.column = column
    self.content = content
    self.style = style
  }

  var place: CellPlace { CellPlace(row: row, column: column) }
}

/// A rectangle of cells; rows and columns count from 0, both ends included.
package struct CellRange: Hashable, Sendable {
  package var firstRow: Int
  package var firstColumn: Int
  package var lastRow: Int
  package var lastColumn: Int

  package init(firstRow: Int, firstColumn: Int, lastRow: Int, lastColumn: Int) {
    self.firstRow = firstRow
    self.firstColumn = firstColumn
    self.lastRow = lastRow
    self.lastColumn = lastColumn
  }

  /// The range that covers these rows and columns.
  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.init(
      firstRow: rows.lowerBound, firstColumn: columns.lowerBound,
      lastRow: rows.upperBound, lastColumn: columns.upperBound)
  }
}

/// A cell that leads somewhere when it is clicked.
package struct CellLink: Hashable, Sendable {
  /// From 0, as in ``PlacedCell/row``.
  package var row: Int
  /// From 0, as in ``PlacedCell/column``.
  package var column: Int
  /// `internal:'II.06a'!A1` for a place in the same file, or an address that
  /// begins with `https://`.
  package var target: String
  /// What the cell shows, under the rules of ``CellContent/text(_:)``; not empty.
  package var text: String
  package var style: CellStyle

  package init(
    row: Int, column: Int, target: String, text: String, style: CellStyle = CellStyle()
  ) {
    self.row = row
    self.column = column
    self.target = target
    self.text = text
    self.style = style
  }

  var place: CellPlace { CellPlace(row: row, column: column) }
}
