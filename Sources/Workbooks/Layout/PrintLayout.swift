/// How a sheet is printed: on A4, one page wide and, unless it is to go on one page, as many
/// pages tall as it takes, or at a scale of its own; without gridlines.
package struct PrintLayout: Hashable, Sendable {
  package var landscape: Bool
  /// Rows, from 0, that stand at the top of every page; `nil` for none.
  package var repeatedRows: ClosedRange<Int>?
  package var margins: PageMargins
  /// Excel's footer codes, for example `&CTrang &P/&N`; empty for no footer, at
  /// most 255 UTF-16 units, and without pictures (`&G`).
  package var footer: String
  /// Excel's header codes, under the rules of ``footer``.
  package var header: String
  /// Percent at which it is printed, from 10 to 400; `nil` makes it as small as ``onOnePage`` or
  /// the width of a page asks for.
  ///
  /// Readers that fit a sheet to pages leave ``breaks`` out.
  package var scale: Int?
  /// Whether everything is made small enough for one page.
  package var onOnePage: Bool
  /// The only cells that are printed; `nil` for all.
  package var area: CellRange?
  /// Whether the cells stand in the middle between the left and the right margin.
  package var centersHorizontally: Bool
  /// Rows, from 1 up, that begin a new page; at most 1,023, and none with ``onOnePage``.
  package var breaks: [Int]
  /// The number of the first page, from 1 to 32,767; `nil` goes on from the sheet before.
  package var firstPage: Int?

  package init(
    landscape: Bool = false,
    repeatedRows: ClosedRange<Int>? = nil,
    margins: PageMargins = PageMargins(),
    footer: String = "",
    header: String = "",
    scale: Int? = nil,
    onOnePage: Bool = false,
    area: CellRange? = nil,
    centersHorizontally: Bool = false,
    breaks: [Int] = [],
    firstPage: Int? = nil
  ) {
    self.landscape = landscape
    self.repeatedRows = repeatedRows
    self.margins = margins
    self.footer = footer
    self.header = header
    self.scale = scale
    self.onOnePage = onOnePage
    self.area = area
    self.centersHorizontally = centersHorizontally
    self.breaks = breaks
    self.firstPage = firstPage
  }
}

/// The four margins of a printed page, in inches, 0 or more.
package struct PageMargins: Hashable, Sendable {
  package var left: Double
  package var right: Double
  package var top: Double
  package var bottom: Double

  package init(
    left: Double = 0.7, right: Double = 0.7, top: Double = 0.75, bottom: Double = 0.75
  ) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }
}
