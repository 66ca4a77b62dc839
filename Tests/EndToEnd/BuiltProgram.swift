import Foundation
import Glibc
import TestSupport

/// The built program, run as a person or a script runs it.
struct BuiltProgram {
  /// What a run said and how it ended.
  struct Ending {
    var status: Int32
    var output: String
    var messages: String
  }

  /// The folder of the repository.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The program that `make test` names, else the debug build that the tests come with.
  static var path: String {
    ProcessInfo.processInfo.environment["BAOCAO_PROGRAM"] ?? repository + "/.build/debug/baocao"
  }

  /// Runs the program to its end.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Ending {
    try command(path, arguments, environment: environment)
  }

  /// Runs any command to its end.
  static func command(
    _ path: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Ending {
    let scratch = try ScratchFolder()
    let process = try start(path, arguments, environment: environment, scratch: scratch)
    process.waitUntilExit()
    let text = { (name: String) in
      (FileManager.default.contents(atPath: scratch.path(name))).map {
        String(decoding: $0, as: UTF8.self)
      } ?? ""
    }
    let isSignal = process.terminationReason == .uncaughtSignal
    return Ending(
      status: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
      output: text("out"), messages: text("err"))
  }

  /// Starts a command whose words go to the files `out` and `err` of a folder.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String] = [:],
    scratch: ScratchFolder
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    for name in ["out", "err"] {
      _ = FileManager.default.createFile(atPath: scratch.path(name), contents: nil)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path("out"))
    process.standardError = FileHandle(forWritingAtPath: scratch.path("err"))
    try process.run()
    return process
  }
}

/// A copy of a committed sample, so that no test writes into the repository.
struct SampleCopy {
  let scratch: ScratchFolder
  /// The date on the reports.
  private let asOf: String

  init(_ name: String = "tra-vinh-2023", asOf: String = "2023-07-05") throws {
    self.asOf = asOf
    scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: BuiltProgram.repository + "/SampleData/\(name)",
      toPath: scratch.path("sample"))
    // What `make report` may have left in the original.
    try? FileManager.default.removeItem(atPath: scratch.path("sample/history.sqlite"))
  }

  var config: String { scratch.path("sample/baocao.yaml") }

  func path(_ name: String) -> String { scratch.path(name) }

  /// Replaces a piece of text of the project file.
  func edit(_ text: String, to other: String, in file: String = "baocao.yaml") throws {
    let url = URL(fileURLWithPath: scratch.path("sample/\(file)"))
    let before = try String(contentsOf: url, encoding: .utf8)
    try Data(before.replacing(text, with: other).utf8).write(to: url)
  }

  /// Runs a period into a folder; the date on the reports is fixed.
  func run(
    _ period: String, out: String, _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> BuiltProgram.Ending {
    try BuiltProgram.run(
      ["run", "--config", config, "--period", period, "--out", path(out), "--as-of", asOf]
        + more, environment: environment)
  }
}
