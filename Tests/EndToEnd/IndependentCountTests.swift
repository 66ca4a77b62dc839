import Foundation
import Testing

/// Every figure against a count that goes another road: Python's csv module and SQL in SQLite,
/// written from the contract alone.
@Suite struct IndependentCountTests {
  private static let script = BuiltProgram.repository + "/Tests/EndToEnd/independent/"

  private func check(_ name: String, _ arguments: [String]) throws -> BuiltProgram.Ending {
    try BuiltProgram.command("/usr/bin/python3", [Self.script + name] + arguments)
  }

  @Test(arguments: [
    ("2023-Q2", "months"), ("2023-06", "months"), ("2022-Q3", "months"), ("2023-H1", "months"),
    ("2022-H2", "months"), ("2022-9M", "months"), ("2022", "months"), ("2023-Q2", "decree-09"),
    ("2023-01", "decree-09"), ("2023-H1", "decree-09"), ("2024-Q1", "months"),
  ])
  func `every figure of every unit and scope is counted the same`(
    period: String, calendar: String
  ) throws {
    let sample = try SampleCopy()
    try sample.edit("calendar: months", to: "calendar: \(calendar)")
    let run = try sample.run(period, out: "out", ["--format", "csv"])
    #expect(run.status == 0, "\(run.messages)")
    try compare(sample, period)
  }

  @Test(arguments: ["on-time", "by-date", "excluded"], ["in-time", "by-date"])
  func `likewise under every counting rule`(withdrawn: String, waiting: String) throws {
    let sample = try SampleCopy()
    try sample.edit("withdrawn: on-time", to: "withdrawn: \(withdrawn)")
    try sample.edit("waiting: in-time", to: "waiting: \(waiting)")
    let run = try sample.run("2023-Q2", out: "out", ["--format", "csv"])
    #expect(run.status == 0, "\(run.messages)")
    try compare(sample, "2023-Q2")
  }

  private func compare(_ sample: SampleCopy, _ period: String) throws {
    let count = try check(
      "count.py",
      [
        "--config", sample.config, "--templates", BuiltProgram.repository + "/Templates",
        "--period", period, "--figures", sample.path("out/figures.csv"),
        "--quality", sample.path("out/quality.csv"),
        "--rejected", sample.path("out/rejected.csv"),
      ])
    #expect(count.status == 0, "\(count.output)\(count.messages)")
    #expect(count.output.contains("figures equal"))
  }

  @Test func `the forms in the workbooks equal the figures and every file opens`() throws {
    let sample = try SampleCopy()
    let run = try sample.run("2023-Q2", out: "out")
    #expect(run.status == 0, "\(run.messages)")
    let forms = try check(
      "forms.py", [sample.path("out"), "--templates", BuiltProgram.repository + "/Templates"])
    #expect(forms.status == 0, "\(forms.output)\(forms.messages)")
    #expect(forms.output.contains("forms equal"))
    let opened = try check("open_all.py", [sample.path("out")])
    #expect(opened.status == 0, "\(opened.output)\(opened.messages)")
  }
}
