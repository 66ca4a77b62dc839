/// A row, a unit or a typed value that a figure is made of.
package struct EvidenceRow: Hashable, Sendable {
  /// Path of the file; empty where the evidence is a unit without a row.
  package var file: String
  /// First physical line, from 1; 0 where there is none.
  package var line: Int
  /// Code of the dossier, document, task or unit; empty where codes are personal.
  package var code: String
  /// Code of the unit in the tree of the period that the row counts for.
  package var unit: String
  /// How much it adds: 1 for a row, the people of a one-stop shop, a typed number.
  package var weight: Int
}

/// What one figure is made of.
package struct FigureEvidence: Hashable, Sendable {
  /// What the numerator counts.
  package var numerator: [EvidenceRow] = []
  /// What the denominator counts beside it; all of it where the two count different things.
  package var rest: [EvidenceRow] = []
  /// Whether the rows of the numerator are among those of the denominator.
  package var isShare = true
  /// Whether rows count for the unit that received them, and not for the one that resolves them.
  package var isByReceiver = false

  /// Numerator and denominator as the rows make them.
  package var sums: (numerator: Int, denominator: Int) {
    let top = numerator.reduce(0) { $0 + $1.weight }
    let other = rest.reduce(0) { $0 + $1.weight }
    return (top, isShare ? top + other : other)
  }
}
