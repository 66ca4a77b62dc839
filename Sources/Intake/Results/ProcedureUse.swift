/// What the rows that are in a figure of the period say of each procedure.
package struct ProcedureUse: Sendable {
  /// A procedure of a unit, each pair once.
  package struct Entry: Hashable, Sendable {
    /// Place of the unit's code in `UnitCatalogue/codes`.
    package var unit: Int
    /// Place in ``ProcedureUse/procedures``.
    package var procedure: Int
    /// The marks of all its rows together; never 0.
    package var marks: UInt64
  }

  /// A procedure that rows name, as a code without what provinces add behind it, or as a name.
  package struct Named: Hashable, Sendable {
    package var text: String
    /// How many rows name it.
    package var count: Int
    /// Path of the file that names it first, and the line there.
    package var file: String
    package var line: Int
  }

  /// Sorted by unit, then procedure.
  package var entries: [Entry]
  /// In the order of first sight; those of rows that are in no figure have a count of 0.
  package var procedures: [Named]

  package init(entries: [Entry] = [], procedures: [Named] = []) {
    self.entries = entries
    self.procedures = procedures
  }
}

/// Which marks the rows of a signature give to the procedure of their unit, a bit for each.
package typealias ProcedureMarks = @Sendable (Signature) -> UInt64
