/// One sheet of a workbook as a plain value.
package struct SheetLayout: Hashable, Sendable {
  /// From 1 to 31 UTF-16 units, without `[ ] : * ? / \`, with no apostrophe
  /// at either end; unique in the book whatever the case.
  package var name: String
  /// In any order; each place at most once.
  package var cells: [PlacedCell]
  /// At least two cells each, none overlapping another.
  ///
  /// Content and style come from the cell placed at the top left (a blank one
  /// where there is none) and the border goes round the whole range; other cells
  /// of the range must be blank.
  package var merges: [CellRange]
  /// In characters, column 0 first; above 0 and up to 255.
  package var columnWidths: [Double]
  /// Points above 0 and up to 409, by row from 0; the reader decides on the others.
  package var rowHeights: [Int: Double]
  /// How many rows at the top do not scroll.
  package var frozenRows: Int
  /// How many columns at the left do not scroll.
  package var frozenColumns: Int
  package var print: PrintLayout
  /// The header row and the rows under it that can be filtered; `nil` for none.
  package var filter: CellRange?
  /// Cells that are links; a place that is in ``cells`` too is refused.
  package var links: [CellLink]
  /// On screen; gridlines are never printed.
  package var showsGrid: Bool
  package var conditions: [ConditionalFormat]
  package var charts: [ChartLayout]
  /// Of the sheet's tab, as `0xRRGGBB`; `nil` for none.
  package var tabColor: UInt32?
  /// Percent at which the sheet is first shown, from 10 to 400; `nil` for 100.
  package var zoom: Int?

  package init(
    name: String,
    cells: [PlacedCell] = [],
    merges: [CellRange] = [],
    columnWidths: [Double] = [],
    rowHeights: [Int: Double] = [:],
    frozenRows: Int = 0,
    frozenColumns: Int = 0,
    print: PrintLayout = PrintLayout(),
    filter: CellRange? = nil,
    links: [CellLink] = [],
    showsGrid: Bool = true,
    conditions: [ConditionalFormat] = [],
    charts: [ChartLayout] = [],
    tabColor: UInt32? = nil,
    zoom: Int? = nil
  ) {
    self.name = name
    self.cells = cells
    self.merges = merges
    self.columnWidths = columnWidths
    self.rowHeights = rowHeights
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
    self.print = print
    self.filter = filter
    self.links = links
    self.showsGrid = showsGrid
    self.conditions = conditions
    self.charts = charts
    self.tabColor = tabColor
    self.zoom = zoom
  }
}
