import Administration
import ArgumentParser
import Logging

/// How much a command says and in which form.
struct LogOptions: ParsableArguments {
  @Flag(help: "Chỉ in lỗi.")
  var quiet = false

  @Option(
    name: .customLong("log-format"),
    help: ArgumentHelp("Dạng thông báo.", valueName: "dạng"))
  var logFormat: ProgramLog.Format = .text

  var log: Logger { ProgramLog.make(format: logFormat, isQuiet: quiet) }
}

extension ProgramLog.Format: ExpressibleByArgument {}

extension Level: ExpressibleByArgument {}

extension OutputFormat: ExpressibleByArgument {}

extension Period {
  /// The period of an option.
  ///
  /// - Throws: a failure where there is no such period.
  static func option(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw Failure(
        .usage,
        "--period \(text): không có kỳ này. Kỳ được ghi như 2023-06 (tháng), 2023-Q2 (quý), 2023-H1, "
          + "2023-H2 (6 tháng), 2023-9M (9 tháng) hoặc 2023 (năm).")
    }
    return period
  }
}
