/// Puts a sheet together row by row.
struct SheetBuilder {
  private(set) var layout: SheetLayout
  /// The row that is next, from 0.
  private(set) var row = 0

  init(name: String, columnWidths: [Double], print: PrintLayout) {
    layout = SheetLayout(name: name, columnWidths: columnWidths, print: print, showsGrid: false)
  }

  /// The number of columns.
  var width: Int { layout.columnWidths.count }

  /// Puts a cell into the present row.
  mutating func put(_ content: CellContent, at column: Int, _ style: CellStyle) {
    layout.cells.append(
      PlacedCell(row: row, column: column, content: content, style: style))
  }

  /// Puts a cell that covers several rows and columns from the present row on.
  mutating func put(
    _ content: CellContent, rows: Int = 1, columns: ClosedRange<Int>, _ style: CellStyle
  ) {
    put(content, at: columns.lowerBound, style)
    guard rows > 1 || columns.count > 1 else { return }
    layout.merges.append(
      CellRange(
        firstRow: row, firstColumn: columns.lowerBound, lastRow: row + rows - 1,
        lastColumn: columns.upperBound))
  }

  /// Goes to the next row; the present one gets a height in points where the reader could not
  /// find it by itself.
  mutating func next(height: Double? = nil) {
    if let height { layout.rowHeights[row] = height }
    row += 1
  }

  /// Adds a link to the sheet.
  mutating func addLink(_ link: CellLink) { layout.links.append(link) }

  /// Everything above the present row stays in sight and is repeated on every printed page.
  mutating func endHead(firstRow: Int) {
    layout.frozenRows = row
    layout.print.repeatedRows = firstRow...(row - 1)
  }

  /// Lines that a text needs in so many characters of width.
  static func lines(_ text: String, width: Double) -> Int {
    var lines = 1
    var used = 0.0
    for word in text.split(separator: " ") {
      let length = Double(word.count) + (used > 0 ? 1 : 0)
      if used + length > width, used > 0 {
        lines += 1
        used = Double(word.count)
      } else {
        used += length
      }
    }
    return lines
  }
}
