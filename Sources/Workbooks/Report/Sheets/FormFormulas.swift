internal import Reporting

/// The formulas of a form's cells.
struct FormFormulas {
  let definition: FormDefinition
  let rows: [FormRow]
  /// The sheet's row, from 0, of the first of ``rows``.
  let firstRow: Int

  /// What the cell of a row (its place in ``rows``) and a column holds.
  func content(row: Int, column: FormColumn) -> CellContent {
    let cell = rows[row].cells[column.number - 1]
    switch (column.content, cell) {
    case (.rate(let one, let other), .hundredths(let hundredths)):
      let (one, other) = (address(row: row, column: one), address(row: row, column: other))
      return .formula("=ROUND(\(one)*100/\(other),2)", .number(Double(hundredths) / 100))
    case (.sum(let others), .whole(let value)):
      let terms = others.map { address(row: row, column: $0) }
      return .formula("=" + terms.joined(separator: "+"), .number(Double(value)))
    case (_, .whole(let value)) where column.addsUp:
      return sum(row: row, column: column.number).map { .formula($0, .number(Double(value))) }
        ?? .integer(value)
    default:
      return CellContent(cell)
    }
  }

  /// The formula of a group or total; `nil` for items, and for sums of no rows.
  private func sum(row: Int, column: Int) -> String? {
    switch rows[row].role {
    case .item, .heading: return nil
    case .group:
      let items = rows[(row + 1)...].prefix { $0.role == .item }.count
      return items > 0 ? sum(rows: (row + 1)...(row + items), column: column) : nil
    case .total:
      let groups = rows.indices.filter { rows[$0].role == .group }
      guard groups.isEmpty else {
        return "=" + groups.map { address(row: $0, column: column) }.joined(separator: "+")
      }
      return row > 0 ? sum(rows: 0...(row - 1), column: column) : nil
    }
  }

  private func sum(rows: ClosedRange<Int>, column: Int) -> String {
    let first = address(row: rows.lowerBound, column: column)
    let last = address(row: rows.upperBound, column: column)
    return "=SUM(\(first):\(last))"
  }

  /// The address of a cell: the row is a place in ``rows``, the column counts from 1.
  private func address(row: Int, column: Int) -> String {
    CellPlace(row: firstRow + row, column: column - 1).address
  }
}
