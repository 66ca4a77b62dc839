/// What is wrong at one place of a file that people edit.
package enum DataFileProblem: Error, Hashable, Sendable {
  case missingFile
  /// Not YAML; what the parser says of it.
  case syntax(String)
  /// A key that nobody reads, and the nearest one that somebody does.
  case unknownKey(String, nearest: String?)
  case missingKey(String)
  /// Something else than was expected stands here.
  case expected(Expected)
  /// A word outside a closed list, the nearest of the list, and the list.
  case unknownWord(String, nearest: String?, allowed: [String])
  /// The same name a second time.
  case repeated(String)
  /// More different ones of a key than can be held, and how many can.
  case tooMany(String, most: Int)
  /// A unit that does not go with the others of its catalogue.
  case unit(UnitProblem)

  /// What a place should hold.
  package enum Expected: Hashable, Sendable {
    case text, list, mapping, wholeNumber, decimal, day, datePattern, percentage
    /// Small letters without accents, digits and hyphens.
    case identifier
  }
}

/// A fault in a file that people edit, with its place.
package struct DataFileError: Error, Hashable, Sendable {
  package var file: String
  /// From 1; `nil` where the whole file is meant.
  package var line: Int?
  /// From 1; `nil` where the whole line is meant.
  package var column: Int?
  package var problem: DataFileProblem

  package init(file: String, line: Int? = nil, column: Int? = nil, problem: DataFileProblem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}

/// Everything that is wrong with a file that people edit, at least one fault, in the order of its
/// lines.
package struct DataFileFaults: Error, Hashable, Sendable {
  package var faults: [DataFileError]

  package init(_ faults: [DataFileError]) { self.faults = faults }
}
