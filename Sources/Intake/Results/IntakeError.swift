package import DelimitedText

/// What is wrong with a source, so that the run cannot go on.
package enum IntakeProblem: Error, Hashable, Sendable {
  case file(TextFileProblem)
  /// No row within the first lines holds the fields that must be there; their names.
  case noHeader([String])
  /// The rows have fewer cells than the header, and dates stand in a column that means something
  /// else.
  case shiftedBody(heads: Int, cells: Int, column: String)
  /// Every date of a column could be read with the day or with the month first, and the profile
  /// allows both.
  case ambiguousDates(column: String)
  /// The dates of a column show another order of day and month than the profile names.
  case otherDateOrder(column: String, example: String)
  /// More distinct codes, or fields and procedures, than can be told apart.
  case tooManyCodes
  /// Lines and rows do not add up: a fault of the program, never of the file.
  case ledgerOpen
}

/// A source that could not be read, and where.
package struct IntakeError: Error, Hashable, Sendable {
  package var file: String
  package var problem: IntakeProblem
}
