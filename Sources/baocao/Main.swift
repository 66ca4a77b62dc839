import ArgumentParser
import DataFiles
import Delivery
import Documents
import Foundation
import Glibc
import History
import Intake
import Logging

/// The program: numbers are written with a point whatever the locale, and every end is a sentence
/// and a status of the contract.
@main
struct Main {
  static func main() async {
    // libxlsxwriter writes numbers with the locale's decimal mark.
    _ = unsafe setlocale(LC_NUMERIC, "C")
    do {
      var command = try Baocao.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(Self.report(error))
    }
  }

  /// Says what ended the program and gives its exit status.
  private static func report(_ error: any Error) -> Int32 {
    let failure: Failure
    switch error {
    case let error as Failure: failure = error
    case let error as DataFileError: failure = Failure(error)
    case let error as DataFileFaults: failure = Failure(error)
    case let error as HistoryError: failure = Failure(error)
    case let error as MailFaults: failure = Failure(error)
    case let error as MailFolderProblem: failure = Failure(error)
    case let error as MailLedgerError: failure = Failure(error)
    case let error as PasswordProblem: failure = Failure(error)
    case let error as TemplateError: failure = Failure(error)
    default:
      return UsageWords.report(error)
    }
    var log = ProgramLog.make(format: Self.logFormat, isQuiet: false)
    log.logLevel = .info
    log.error("\(failure.sentence)")
    return failure.status.rawValue
  }

  /// The format that the command line asks for, also where the rest of it is wrong.
  private static var logFormat: ProgramLog.Format {
    let arguments = CommandLine.arguments
    let isJSON =
      arguments.contains("--log-format=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--log-format" && $1 == "json" }
    return isJSON ? .json : .text
  }
}
