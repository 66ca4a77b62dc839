/// Puts a sheet together row by row; rows become as high as their texts need.
struct SheetBuilder {
  private(set) var layout: SheetLayout
  /// The row that is next, from 0.
  private(set) var row = 0
  /// The height in points that the cells of the present row need so far.
  private var needed = 0.0

  init(name: String, columnWidths: [Double], print: PrintLayout) {
    layout = SheetLayout(name: name, columnWidths: columnWidths, print: print, showsGrid: false)
  }

  /// The last column, from 0.
  var lastColumn: Int { layout.columnWidths.count - 1 }

  /// Puts a cell into the present row.
  mutating func put(_ content: CellContent, at column: Int, _ style: CellStyle) {
    put(content, columns: column...column, style)
  }

  /// Puts a cell that covers several rows and columns from the present row on.
  mutating func put(
    _ content: CellContent, rows: Int = 1, columns: ClosedRange<Int>, _ style: CellStyle
  ) {
    let content = content.cutToFit
    layout.cells.append(
      PlacedCell(row: row, column: columns.lowerBound, content: content, style: style))
    if rows == 1 { needed = max(needed, height(of: content, columns, style)) }
    guard rows > 1 || columns.count > 1 else { return }
    layout.merges.append(
      CellRange(
        firstRow: row, firstColumn: columns.lowerBound, lastRow: row + rows - 1,
        lastColumn: columns.upperBound))
  }

  /// Puts a text over the whole width and goes to the next row.
  mutating func line(_ text: String, _ style: CellStyle, atLeast least: Double = 0) {
    put(text.isEmpty ? .blank : .text(text), columns: 0...lastColumn, style)
    next(atLeast: least)
  }

  /// Goes to the next row; the present one becomes as high as its cells need, and at least so many
  /// points.
  mutating func next(atLeast least: Double = 0) {
    layout.rowHeights[row] = max(needed, least, Self.plainHeight)
    needed = 0
    row += 1
  }

  /// Puts a link to another sheet into the present row.
  mutating func link(
    to sheet: String, cell: String = "A1", text: String, at column: Int, _ style: CellStyle
  ) {
    layout.links.append(
      CellLink(
        row: row, column: column, target: "internal:'\(sheet)'!\(cell)", text: text, style: style))
    needed = max(needed, height(of: .text(text), column...column, style))
  }

  mutating func add(_ condition: ConditionalFormat) { layout.conditions.append(condition) }

  mutating func add(_ chart: ChartLayout) { layout.charts.append(chart) }

  /// The rows from the header row on, up to the present one, can be filtered.
  mutating func filter(from head: Int) {
    guard row - 1 > head else { return }
    layout.filter = CellRange(rows: head...(row - 1), columns: 0...lastColumn)
  }

  /// Everything above the present row stays in sight and is repeated on every printed page.
  mutating func endHead(firstRow: Int) {
    layout.frozenRows = row
    layout.print.repeatedRows = firstRow...(row - 1)
  }

  /// Repeats rows on every printed page from the one on that they stand on.
  mutating func repeatOnPages(_ rows: ClosedRange<Int>) { layout.print.repeatedRows = rows }

  /// Puts everything on one page.
  mutating func fitPage() { layout.print.onOnePage = true }

  /// Keeps the rows from `foot` on on one page with the last rows of the table.
  mutating func keepTogether(from foot: Int) {
    let room = PageRoom(layout)
    if room.scaleOfOnePage >= PageRoom.leastScale {
      layout.print.onOnePage = true
      return
    }
    let breaks = room.breaks(keepingTogether: foot)
    guard !breaks.isEmpty else { return }
    layout.print.breaks = breaks
    layout.print.scale = Int(room.scaleOfWidth * 100)
  }

  private static let plainHeight = TextMetrics.rowHeight(lines: 1, size: 11)

  private func height(
    of content: CellContent, _ columns: ClosedRange<Int>, _ style: CellStyle
  ) -> Double {
    guard case .text(let text) = content else {
      return TextMetrics.rowHeight(lines: 1, size: style.size)
    }
    return height(of: text, columns, style)
  }

  /// The points that a text needs in some columns.
  func height(of text: String, _ columns: ClosedRange<Int>, _ style: CellStyle) -> Double {
    guard style.wrap else { return TextMetrics.rowHeight(lines: 1, size: style.size) }
    let width = TextMetrics.mergedWidth(layout.columnWidths[columns])
    let lines = TextMetrics.lines(
      text, columnWidth: width, size: style.size, bold: style.bold)
    return TextMetrics.rowHeight(lines: lines, size: style.size)
  }
}
