/// How a sheet is printed: on A4, one page wide and as many pages tall as it
/// takes, without gridlines.
package struct PrintLayout: Hashable, Sendable {
  package var landscape: Bool
  /// Rows, from 0, that stand at the top of every page; `nil` for none.
  package var repeatedRows: ClosedRange<Int>?
  package var margins: PageMargins
  /// Excel's footer codes, for example `&CTrang &P/&N`; empty for no footer, at
  /// most 255 UTF-16 units, and without pictures (`&G`).
  package var footer: String

  package init(
    landscape: Bool = false,
    repeatedRows: ClosedRange<Int>? = nil,
    margins: PageMargins = PageMargins(),
    footer: String = ""
  ) {
    self.landscape = landscape
    self.repeatedRows = repeatedRows
    self.margins = margins
    self.footer = footer
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
