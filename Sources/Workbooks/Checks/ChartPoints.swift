/// What a chart draws for one cell.
enum ChartPoint: Hashable {
  case gap
  case number(Double)
  case text(String)
}

/// The points of a range, read from the layout.
///
/// The library would read them from the cells that it has, and take 0 for the value of a formula
/// and of a blank cell with a format.
struct ChartPoints {
  /// As many as the range has cells.
  private(set) var points: [ChartPoint]

  /// Reads the points; texts are names of categories, and refused where they are not allowed.
  ///
  /// - Throws: ``WorkbookProblem/chart(_:)``, with the sheet and the cell where one is meant.
  init(_ range: ChartRange, in book: BookLayout, allowsTexts: Bool) throws(WorkbookError) {
    guard let sheet = book.sheets.first(where: { $0.name == range.sheet }) else {
      throw WorkbookError(.chart(.missingSheet(range.sheet)))
    }
    let cells = range.cells
    if let problem = cells.problem {
      throw WorkbookError(problem, sheet: range.sheet, cell: cells.topLeft)
    }
    guard cells.firstRow == cells.lastRow || cells.firstColumn == cells.lastColumn,
      cells.length <= SheetLimits.chartPoints
    else {
      throw WorkbookError(
        .chart(.notOneRowOrColumn), sheet: range.sheet, cell: cells.topLeft)
    }
    points = Array(repeating: .gap, count: cells.length)
    for cell in sheet.cells where cells.contains(cell.place) {
      guard let point = cell.content.point, allowsTexts || !point.isText else {
        throw WorkbookError(.chart(.cellNotDrawn), sheet: range.sheet, cell: cell.place)
      }
      points[cell.row - cells.firstRow + cell.column - cells.firstColumn] = point
    }
    for link in sheet.links where cells.contains(link.place) {
      guard allowsTexts else {
        throw WorkbookError(.chart(.cellNotDrawn), sheet: range.sheet, cell: link.place)
      }
      points[link.row - cells.firstRow + link.column - cells.firstColumn] = .text(link.text)
    }
  }
}

extension CellContent {
  /// What a chart draws for the content; `nil` for a day, which needs an axis of its own.
  fileprivate var point: ChartPoint? {
    switch self {
    case .blank, .text(""): .gap
    case .text(let text): .text(text)
    case .integer(let number): .number(Double(number))
    case .number(let number), .formula(_, .number(let number)): .number(number)
    case .formula(_, .text(let text)): .text(text)
    case .day: nil
    }
  }
}

extension ChartPoint {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }
}

extension CellRange {
  func contains(_ place: CellPlace) -> Bool {
    place.row >= firstRow && place.row <= lastRow
      && place.column >= firstColumn && place.column <= lastColumn
  }

  /// The cells of a range that is a part of one row or of one column.
  fileprivate var length: Int { lastRow - firstRow + lastColumn - firstColumn + 1 }
}
