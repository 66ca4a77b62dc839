/// A workbook of long lists, whose rows are asked for one by one as they are written and of which
/// one is in memory at a time.
package struct ListBook: Sendable {
  package var properties: BookProperties
  /// In the order of the tabs; at least one.
  package var sheets: [ListSheet]

  package init(properties: BookProperties, sheets: [ListSheet]) {
    self.properties = properties
    self.sheets = sheets
  }
}

/// A list with what stands above it.
package struct ListSheet: Sendable {
  /// The name, the cells above the list, the widths, the page.
  ///
  /// The list begins in the row below the last cell, link or merge. Charts, and heights of rows
  /// that are not above the list, are refused; ``SheetLayout/filter`` is left out.
  package var top: SheetLayout
  /// How the cells of each column look, column 0 first.
  package var styles: [CellStyle]
  /// Whether the list can be filtered, by the row above it.
  package var filters: Bool
  /// How many rows the list has.
  package var count: Int
  /// The contents of a row of the list, counted from 0.
  ///
  /// Column 0 comes first; there are at most as many as ``styles``, and the others are blank. Each
  /// row is asked for once, in order.
  package var row: @Sendable (Int) -> [CellContent]
  /// What the last row of the sheet says when not all rows have room: how many are shown, and how
  /// many there are.
  package var cutNote: @Sendable (_ shown: Int, _ count: Int) -> String
  /// The rows of the sheet that may be used, those above the list among them; from 3 to 1,048,576.
  package var rowLimit: Int

  package init(
    top: SheetLayout,
    styles: [CellStyle],
    filters: Bool = true,
    count: Int,
    row: @escaping @Sendable (Int) -> [CellContent],
    cutNote: @escaping @Sendable (_ shown: Int, _ count: Int) -> String,
    rowLimit: Int = 1_048_576
  ) {
    self.top = top
    self.styles = styles
    self.filters = filters
    self.count = count
    self.row = row
    self.cutNote = cutNote
    self.rowLimit = rowLimit
  }

  /// The first row of the list, from 0.
  package var firstRow: Int {
    let used =
      top.cells.map(\.row) + top.links.map(\.row) + top.merges.map(\.lastRow)
    return (used.max() ?? -1) + 1
  }

  /// The rows of the list that have room; one less where the note needs one.
  package var shown: Int {
    let room = rowLimit - firstRow
    return count <= room ? count : room - 1
  }
}
