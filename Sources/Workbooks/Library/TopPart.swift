/// One thing that stands above a list: rows are written from the top down there, and a row is gone
/// from memory as soon as the next begins.
enum TopPart {
  /// A row whose height is set, which must be before its cells.
  case height(row: Int, points: Double)
  case blank(CellPlace, format: Int)
  /// By its place in ``SheetLayout/cells``.
  case cell(Int, row: Int, format: Int)
  /// By its place in ``SheetLayout/links``.
  case link(Int, row: Int, format: Int)

  /// Everything above the list, row by row.
  static func inOrder(of sheet: SheetLayout, plan: SheetPlan) -> [TopPart] {
    var parts = sheet.rowHeights.map { TopPart.height(row: $0.key, points: $0.value) }
    parts += plan.blanks.map { .blank($0.place, format: $0.format) }
    for (index, format) in plan.cells.enumerated() where format >= 0 {
      parts.append(.cell(index, row: sheet.cells[index].row, format: format))
    }
    for (index, format) in plan.links.enumerated() {
      parts.append(.link(index, row: sheet.links[index].row, format: format))
    }
    return parts.sorted { $0.order < $1.order }
  }

  /// By row; within one, the height first.
  private var order: Int {
    switch self {
    case .height(let row, _): 2 * row
    case .blank(let place, _): 2 * place.row + 1
    case .cell(_, let row, _), .link(_, let row, _): 2 * row + 1
    }
  }

  func write(
    in sheet: SheetLayout, to handle: borrowing SheetHandle, formats: [FormatHandle]
  ) throws(WorkbookError) {
    switch self {
    case .height(let row, let points):
      try handle.setHeight(points, ofRow: row)
    case .blank(let place, let format):
      try handle.write(.blank, at: place, format: formats[format])
    case .cell(let index, _, let format):
      try handle.write(
        sheet.cells[index].content, at: sheet.cells[index].place, format: formats[format])
    case .link(let index, _, let format):
      try handle.write(sheet.links[index], format: formats[format])
    }
  }
}
