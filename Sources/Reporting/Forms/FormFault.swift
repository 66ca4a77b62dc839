/// A row of a form that does not add up, which is a fault of the program or of the form's file.
package struct FormFault: Error, Hashable, Sendable {
  package var form: String
  package var unit: String
  package var row: String
  /// From 1.
  package var column: Int
}

/// Holds the rows of a form against its checks and against each other.
struct FormCheckUp {
  let definition: FormDefinition
  let unit: String

  func run(_ rows: [FormRow]) throws(FormFault) {
    for row in rows where row.role != .heading {
      for check in definition.checks
      where number(row, check.column) != check.sum.reduce(0, { $0 + (number(row, $1) ?? 0) }) {
        throw fault(row, check.column)
      }
    }
    guard let total = rows.last(where: { $0.role == .total }) else { return }
    for role in [FormRow.Role.group, .item] {
      let parts = rows.filter { $0.role == role }
      guard !parts.isEmpty else { continue }
      for column in definition.columns where column.addsUp {
        guard let sum = number(total, column.number) else { continue }
        guard sum == parts.reduce(0, { $0 + (number($1, column.number) ?? 0) }) else {
          throw fault(total, column.number)
        }
      }
    }
  }

  /// The whole number in a column, counted from 1; `nil` where there is none.
  private func number(_ row: FormRow, _ column: Int) -> Int? {
    if case .whole(let number) = row.cells[column - 1] { number } else { nil }
  }

  private func fault(_ row: FormRow, _ column: Int) -> FormFault {
    let label = definition.columns.firstIndex { $0.content == .label } ?? 0
    return FormFault(
      form: definition.id, unit: unit, row: row.cells[label].text, column: column)
  }
}
