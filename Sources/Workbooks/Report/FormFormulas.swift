internal import Reporting

/// The formulas of a form's cells.
struct FormFormulas {
  let definition: FormDefinition
  let rows: [FormRow]
  /// The sheet's row, from 0, of the first of ``rows``.
  let firstRow: Int

  /// What the cell of a row (its place in ``rows``) and a column holds.
  func content(row: Int, column: FormColumn) -> CellContent {
    guard let value = rows[row].values[column.number - 1] else { return .blank }
    let cached = FormulaValue.number(Double(value))
    if case .sum(let others) = column.content {
      let terms = others.map { address(row: row, column: $0) }
      return .formula("=" + terms.joined(separator: "+"), cached)
    }
    switch rows[row].role {
    case .item:
      return .integer(value)
    case .group:
      let items = rows[(row + 1)...].prefix { $0.role == .item }.count
      guard items > 0 else { return .integer(value) }
      return .formula(sum(rows: (row + 1)...(row + items), column: column.number), cached)
    case .total:
      let groups = rows.indices.filter { rows[$0].role == .group }
      guard groups.isEmpty else {
        let terms = groups.map { address(row: $0, column: column.number) }
        return .formula("=" + terms.joined(separator: "+"), cached)
      }
      guard row > 0 else { return .integer(value) }
      return .formula(sum(rows: 0...(row - 1), column: column.number), cached)
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
