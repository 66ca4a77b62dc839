/// How much of a sheet a printed page holds.
struct PageRoom {
  private let sheet: SheetLayout

  init(_ sheet: SheetLayout) { self.sheet = sheet }

  /// Below it nothing can be read on paper: texts of 11 points would have less than 7.
  static let leastScale = 0.64

  /// Inches of an A4 page without its margins, and a little less, for printers that need more room
  /// at the edge.
  private var page: (width: Double, height: Double) {
    let (short, long) = (8.27, 11.69)
    let margins = sheet.print.margins
    let (width, height) = sheet.print.landscape ? (long, short) : (short, long)
    return (width - margins.left - margins.right, height - margins.top - margins.bottom - 0.1)
  }

  /// The width of all columns in inches.
  private var width: Double {
    Double(sheet.columnWidths.reduce(0) { $0 + TextMetrics.columnPixels($1) }) / 96
  }

  /// The height of some rows in inches.
  private func height(_ rows: some Sequence<Int>) -> Double {
    rows.reduce(0) { $0 + (sheet.rowHeights[$1] ?? 15) } / 72
  }

  private var lastRow: Int {
    let charts = sheet.charts.map { chart in
      chart.place.row + Int((Double(chart.height) / 20).rounded(.up))
    }
    return max(sheet.rowHeights.keys.max() ?? 0, charts.max() ?? 0)
  }

  /// The scale at which all columns are on one page, 1 at most; a little less, because readers
  /// without the typeface make columns wider.
  var scaleOfWidth: Double { min(1, page.width / width * 0.94) }

  /// The scale at which everything is on one page, 1 at most.
  var scaleOfOnePage: Double {
    min(scaleOfWidth, page.height / height(0...lastRow))
  }

  /// The rows that begin a new page so that those from `foot` on, a block that is not to stand
  /// alone, share their page with rows of the table.
  ///
  /// Empty where one page holds everything.
  func breaks(keepingTogether foot: Int) -> [Int] {
    let room = page.height / scaleOfWidth
    let head = sheet.print.repeatedRows.map { height($0) } ?? 0
    let block = height(foot...lastRow)
    var breaks: [Int] = []
    var used = height(0..<sheet.frozenRows)
    for row in sheet.frozenRows..<foot {
      let next = height(row...row)
      // The last rows of the table stay with the block below them.
      let rest = foot - row <= Self.rowsWithFoot ? height(row..<foot) + block : next
      let isKept = foot - row == Self.rowsWithFoot
      if used + (isKept ? rest : next) > room, row > sheet.frozenRows {
        breaks.append(row)
        used = head
      }
      used += next
    }
    return breaks
  }

  /// Rows of the table that share a page with the block below it.
  private static let rowsWithFoot = 3
}
