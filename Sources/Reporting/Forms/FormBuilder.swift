internal import Administration
package import Indicators

/// A row of a form that does not add up, which is a fault of the program or of the form's file.
package struct FormFault: Error, Hashable, Sendable {
  package var form: String
  package var unit: String
  package var row: String
  package var column: Int
}

/// Fills a form in from the figures.
package struct FormBuilder: Sendable {
  let definition: FormDefinition
  let table: FigureTable

  package init(definition: FormDefinition, table: FigureTable) {
    self.definition = definition
    self.table = table
  }

  /// The form of a unit: by field of administration, and where units stand below it by level.
  package func form(of unit: Int) throws(FormFault) -> FormTable {
    let area = table.tree.area(of: unit)
    let levels = table.tree.levels.filter { level in
      area.contains { table.tree.units[$0].level == level }
    }
    var rows: [FormRow] = []
    if levels.count < 2 {
      rows = items(of: area)
    } else {
      for (number, level) in levels.enumerated() {
        let units = area.filter { table.tree.units[$0].level == level }
        rows.append(
          row(
            .group, Self.roman[number], "TTHC thuộc thẩm quyền giải quyết của \(level.name)",
            table.parts(of: units)))
        rows += items(of: units)
      }
    }
    rows.append(row(.total, "", "Tổng cộng", table.parts(of: area)))
    try check(rows, unit: table.tree.units[unit].code)
    return FormTable(definition: definition, rows: rows)
  }

  private static let roman = ["I", "II", "III"]

  /// A row for every field of administration, in Vietnamese order; rows that name none come last.
  private func items(of units: [Int]) -> [FormRow] {
    let subjects = table.subjects(of: units)
      .filter { numbers(of: $0.parts).contains { $0 ?? 0 != 0 } }
    let named = subjects.filter { !$0.name.isEmpty }
      .sorted { VietnameseOrder.precedes($0.name, $1.name) }
    return (named + subjects.filter(\.name.isEmpty)).enumerated().map { index, subject in
      row(
        .item, "\(index + 1)", subject.name.isEmpty ? "Chưa ghi lĩnh vực" : subject.name,
        subject.parts)
    }
  }

  private func row(
    _ role: FormRow.Role, _ ordinal: String, _ label: String, _ parts: [Part]
  ) -> FormRow {
    FormRow(role: role, ordinal: ordinal, label: label, values: numbers(of: parts))
  }

  /// The number in every column; `nil` for the ordinal and the label.
  private func numbers(of parts: [Part]) -> [Int?] {
    var numbers: [Int?] = definition.columns.map { column in
      guard case .figures(let plus, let minus) = column.content else { return nil }
      return sum(of: plus, parts) - sum(of: minus, parts)
    }
    // A sum may be of sums that stand before or behind it.
    for _ in definition.columns {
      for column in definition.columns {
        guard case .sum(let others) = column.content else { continue }
        let known = others.compactMap { numbers[$0 - 1] }
        if known.count == others.count { numbers[column.number - 1] = known.reduce(0, +) }
      }
    }
    return numbers
  }

  private func sum(of ids: [String], _ parts: [Part]) -> Int {
    ids.compactMap { id in table.indicators.firstIndex { $0.id == id } }
      .reduce(0) { $0 + parts[$1].numerator }
  }

  private func check(_ rows: [FormRow], unit: String) throws(FormFault) {
    for row in rows {
      for check in definition.checks
      where row.values[check.column - 1] != check.sum.reduce(0, { $0 + (row.values[$1 - 1] ?? 0) })
      {
        throw FormFault(
          form: definition.id, unit: unit, row: row.label, column: check.column)
      }
    }
    let totals = rows.last?.values ?? []
    for role in [FormRow.Role.group, .item] {
      let parts = rows.filter { $0.role == role }
      guard !parts.isEmpty else { continue }
      for (column, total) in totals.enumerated()
      where total != nil && total != parts.reduce(0, { $0 + ($1.values[column] ?? 0) }) {
        throw FormFault(
          form: definition.id, unit: unit, row: rows.last?.label ?? "", column: column + 1)
      }
    }
  }
}
