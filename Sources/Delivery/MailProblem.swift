package import DataFiles

/// What is wrong with a list of messages, its contacts, or what they ask for.
package enum MailProblem: Error, Hashable, Sendable {
  /// What any file that people edit can have.
  case data(DataFileProblem)
  case notAnAddress(String)
  /// An address outside the domains that the list allows.
  case foreignDomain(String, allowed: [String])
  case notADomain(String)
  /// The name of a server that is none; the text is not shown, it may hold a password.
  case notAHost
  /// A size that is not written as `10 MB` or `500 KB`.
  case notASize
  /// A password where the name of its place belongs.
  case passwordItself
  /// Without TLS over a network, or with a password.
  case unprotected
  /// A user without a password, or a password without a user.
  case halfAnAccount
  case unknownUnit(String, nearest: String?)
  case unknownRole(String, nearest: String?)
  /// No contact is in any role of a message, in none of its units.
  case nobodyToSendTo
  /// No unit of the level, or the unit named, has a report in the run.
  case noReport
  /// A contact gets a pack of a unit that he is neither tied to nor above.
  case notTied(String, unit: String, file: String)
  /// A subject that says nothing, for a unit.
  case emptySubject(unit: String)
  /// A pattern of attachments that no file of the run has, with the unit that it was for.
  case noSuchFile(String, unit: String)
  /// More bytes than a message may hold.
  case tooLarge(String, size: Int, limit: Int, unit: String)
  /// A file of the run is not what its manifest says.
  case changedOutput(String)
  /// Two attachments of a message with one name.
  case sameName(String, unit: String)
  /// The body says figures, and the run has no `figures.csv`.
  case noFigures
}

/// A fault with its place.
package struct MailFault: Error, Hashable, Sendable {
  /// As messages name it.
  package var file: String
  /// From 1; `nil` where the whole file is meant.
  package var line: Int?
  package var column: Int?
  package var problem: MailProblem

  package init(file: String, line: Int? = nil, column: Int? = nil, problem: MailProblem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }

  init(_ error: DataFileError) {
    self.init(
      file: error.file, line: error.line, column: error.column, problem: .data(error.problem))
  }
}

/// Everything that is wrong, at least one fault, in the order of the files.
package struct MailFaults: Error, Hashable, Sendable {
  package var faults: [MailFault]

  init(_ faults: [MailFault]) { self.faults = faults }

  /// One fault of a whole file or folder.
  package init(file: String, _ problem: MailProblem) {
    self.init([MailFault(file: file, problem: problem)])
  }
}

extension DataNode {
  /// The fault that something is wrong with mail here.
  func mailFault(_ problem: MailProblem) -> MailFault {
    let place = fault(.expected(.text))
    return MailFault(file: place.file, line: place.line, column: place.column, problem: problem)
  }

  /// Reads a value, and gives a fault of mail where that fails.
  func read<Value>(
    _ body: (DataNode) throws(DataFileError) -> Value
  ) throws(MailFault) -> Value {
    do {
      return try body(self)
    } catch {
      throw MailFault(error)
    }
  }
}
