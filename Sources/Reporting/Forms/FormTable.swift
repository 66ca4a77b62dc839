/// A form filled in for one unit.
package struct FormTable: Sendable {
  package var definition: FormDefinition
  package var rows: [FormRow]
}

/// A row of a form.
package struct FormRow: Sendable {
  /// What the row adds up.
  package enum Role: Hashable, Sendable {
    /// One field of administration or one unit.
    case item
    /// The items below it, up to the next group.
    case group
    /// All groups, or all items where there are no groups.
    case total
  }

  package var role: Role
  /// "I", "1", or empty.
  package var ordinal: String
  package var label: String
  /// A number for every column of the form; `nil` for the ordinal and the label.
  package var values: [Int?]
}
