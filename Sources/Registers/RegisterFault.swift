package import DelimitedText

/// What is wrong with a hand-kept table or with one cell of it.
package enum RegisterProblem: Hashable, Sendable {
  case file(TextFileProblem)
  /// No row within the first lines holds the columns that must be there; their titles.
  case noHeader([String])
  case brokenQuote
  case badEncoding
  /// A cell beyond the last column of the header.
  case tooManyCells
  case missing
  /// Not a number as Vietnamese papers write it, with at most so many decimals.
  case notANumber(String, decimals: Int)
  case notWhole(String)
  case notAPeriod(String)
  case notAYear(String)
  case notADay(String)
  case unknownUnit(String)
  /// The same key with another content; where it stood before.
  case repeated(file: String, line: Int)
  /// No indicator of the catalogue has the id; the nearest that has.
  case unknownIndicator(String, nearest: String?)
  /// The program makes the indicator from a source; how messages call the source.
  case computedIndicator(String, source: String)
  /// The indicator is added up from the units, so both parts must be given.
  case missingParts
  /// The value that the parts make, as it should be written.
  case valueIsNotQuotient(String, made: String)
  case partAboveWhole
  /// The indicator is not for units of this level; for whom it is.
  case wrongLevel(String, allowed: String)
  case unknownGrade(String, nearest: String?, allowed: [String])
}

/// A fault of a hand-kept table with its place.
package struct RegisterFault: Error, Hashable, Sendable {
  package var file: String
  /// From 1; `nil` where the whole file is meant.
  package var line: Int?
  /// The title of the column; empty where the whole row is meant.
  package var column: String
  package var problem: RegisterProblem

  package init(file: String, line: Int? = nil, column: String = "", problem: RegisterProblem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}

/// Everything that is wrong with the hand-kept tables of a project, at least one fault.
package struct RegisterFaults: Error, Hashable, Sendable {
  package var faults: [RegisterFault]

  package init(_ faults: [RegisterFault]) { self.faults = faults }
}
