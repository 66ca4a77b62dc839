/// A form filled in for one unit.
package struct FormTable: Sendable {
  package var definition: FormDefinition
  package var rows: [FormRow]
  /// What stands below the table.
  package var notes: [String]

  package init(definition: FormDefinition, rows: [FormRow], notes: [String] = []) {
    self.definition = definition
    self.rows = rows
    self.notes = notes
  }
}

/// A row of a form.
package struct FormRow: Hashable, Sendable {
  /// What the row adds up.
  package enum Role: Hashable, Sendable {
    /// One field of administration, one unit, one line, one dossier.
    case item
    /// The items below it, up to the next group.
    case group
    /// All groups, or all items where there are no groups.
    case total
    /// Nothing: it names what stands below it.
    case heading
  }

  package var role: Role
  /// A cell for every column of the form.
  package var cells: [ReportTable.Cell]

  package init(role: Role, cells: [ReportTable.Cell]) {
    self.role = role
    self.cells = cells
  }
}
