import Testing
import Workbooks

/// A layout, and the error that it must give.
struct Refusal: Sendable, CustomTestStringConvertible {
  var layout: BookLayout
  var error: WorkbookError

  var testDescription: String { "\(error.problem)" }

  /// A change to the sheet of an otherwise sound book.
  static func sheet(
    _ problem: WorkbookProblem, at cell: CellPlace? = nil, _ change: (inout SheetLayout) -> Void
  ) -> Refusal {
    var sheet = SheetLayout(name: "Biểu")
    change(&sheet)
    return Refusal(
      layout: book([sheet]), error: WorkbookError(problem, sheet: sheet.name, cell: cell))
  }

  /// A content in B3 of an otherwise sound book.
  static func content(_ content: CellContent, _ problem: WorkbookProblem) -> Refusal {
    sheet(problem, at: CellPlace(row: 2, column: 1)) {
      $0.cells = [PlacedCell(row: 2, column: 1, content: content)]
    }
  }

  static func style(_ field: StyleField, _ style: CellStyle) -> Refusal {
    sheet(.styleOutOfRange(field), at: CellPlace(row: 0, column: 0)) {
      $0.cells = [PlacedCell(row: 0, column: 0, content: .blank, style: style)]
    }
  }

  static func link(_ target: String, _ problem: WorkbookProblem, text: String = "x") -> Refusal {
    sheet(problem, at: CellPlace(row: 0, column: 0)) {
      $0.links = [CellLink(row: 0, column: 0, target: target, text: text)]
    }
  }

  static func name(
    _ name: String, _ problem: WorkbookProblem, formula: String = "=1"
  ) -> Refusal {
    let names = [DefinedName(name: name, formula: formula)]
    return Refusal(
      layout: book([SheetLayout(name: "1")], names: names), error: WorkbookError(problem))
  }

  static func created(_ seconds: Int) -> Refusal {
    var layout = book([SheetLayout(name: "1")])
    layout.properties.created = seconds
    return Refusal(layout: layout, error: WorkbookError(.creationTimeNotPositive(seconds)))
  }

  /// Cells and merges from `(first row, first column, last row, last column)`.
  static func merges(
    _ problem: WorkbookProblem, at cell: CellPlace, _ merges: [(Int, Int, Int, Int)],
    cells: [PlacedCell] = []
  ) -> Refusal {
    sheet(problem, at: cell) {
      $0.cells = cells
      $0.merges = merges.map {
        CellRange(firstRow: $0.0, firstColumn: $0.1, lastRow: $0.2, lastColumn: $0.3)
      }
    }
  }
}
