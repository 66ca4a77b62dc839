/// Gathers what rows say of the procedures of their units, in a table of all pairs.
struct ProcedureTally {
  /// The marks of the pairs, unit by unit.
  private var marks: [UInt64]
  private let procedureCount: Int
  /// For every procedure its rows, and the number of the first of them.
  private(set) var rows: [(count: Int, first: UInt32)]
  private let marksOf: ProcedureMarks
  /// The marks of every signature met so far; all bits where it was not.
  private var known: [UInt64]

  init(units: Int, procedures: Int, layout: FactLayout, marks: @escaping ProcedureMarks) {
    procedureCount = procedures
    self.marks = [UInt64](repeating: 0, count: units * procedures)
    rows = [(count: Int, first: UInt32)](repeating: (0, .max), count: procedures)
    marksOf = marks
    known = [UInt64](repeating: .max, count: 1 << Int(layout.width))
  }

  /// Adds a row, unless it names no procedure.
  mutating func add(_ row: KeptRows.Row) {
    let procedure = row.matter.procedure - 1
    guard procedure >= 0 else { return }
    let signature = Int(row.signature)
    if known[signature] == .max { known[signature] = marksOf(row.signature) }
    marks[row.unit * procedureCount + procedure] |= known[signature]
    rows[procedure].first = min(rows[procedure].first, row.ordinal)
    rows[procedure].count += 1
  }

  /// The pairs with a mark, sorted by unit, then procedure.
  var entries: [ProcedureUse.Entry] {
    marks.indices.compactMap { index in
      guard marks[index] != 0 else { return nil }
      return ProcedureUse.Entry(
        unit: index / procedureCount, procedure: index % procedureCount, marks: marks[index])
    }
  }
}
