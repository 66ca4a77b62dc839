import ArgumentParser

/// The exit statuses of the contract (section 1).
enum ExitStatus: Int32 {
  case usage = 64
  case badData = 65
  case missingInput = 66
  case serverUnreachable = 69
  case cannotCreate = 73
  case readOrWriteFailed = 74
  case notAllAccepted = 75
  case configuration = 78

  var code: ExitCode { ExitCode(rawValue) }
}

/// An end of the program that a person reads: a Vietnamese sentence with its place and the way
/// out, and the status for scripts.
struct Failure: Error {
  var status: ExitStatus
  var sentence: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }
}
