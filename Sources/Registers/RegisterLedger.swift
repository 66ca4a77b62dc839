/// Where every line and row of a hand-kept table went, as `quality.csv` lists it (contract, 7).
package struct RegisterLedger: Hashable, Sendable {
  package var kind: RegisterKind
  /// The path as the project file's pattern gives it.
  package var file: String
  package var encoding: String
  /// `,` `;` `tab` `|`.
  package var delimiter: String
  package var lines = 0
  package var titleLines = 0
  package var headerLines = 0
  package var blankLines = 0
  package var footerLines = 0
  package var dataLines = 0
  package var rows = 0
  /// Rows that say again what an earlier row said; a row with a fault ends the run.
  package var duplicates = 0

  package var accepted: Int { rows - duplicates }
}
