import Foundation
import TestSupport
import Testing

/// From a figure to its rows.
@Suite struct ExplainTests {
  /// One row of `figures.csv`.
  private struct Line: Sendable {
    var unit: String
    var scope: String
    var indicator: String
    var numerator: Int?
    var denominator: Int?
  }

  private static func figures(_ sample: SampleCopy) throws -> [Line] {
    let text = try String(contentsOfFile: sample.path("out/figures.csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", maxSplits: 7, omittingEmptySubsequences: false)
      return Line(
        unit: String(cells[1]), scope: String(cells[3]), indicator: String(cells[4]),
        numerator: Int(cells[5]), denominator: Int(cells[6]))
    }
  }

  @Test func `as many rows are printed as 200 figures say`() async throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-Q2", out: "out", ["--format", "csv"]).status == 0)
    var random = SeededGenerator(seed: 200)
    let chosen = Array(try Self.figures(sample).shuffled(using: &random).prefix(200))
    try await withThrowingTaskGroup { group in
      for line in chosen { group.addTask { try Self.check(line, sample.config) } }
      try await group.waitForAll()
    }
  }

  private static func check(_ line: Line, _ config: String) throws {
    let scratch = try ScratchFolder()
    let csv = scratch.path("rows.csv")
    let ending = try BuiltProgram.run([
      "explain", "--config", config, "--period", "2023-Q2", "--unit", line.unit, "--scope",
      line.scope, "--indicator", line.indicator, "--csv", csv, "--quiet",
    ])
    #expect(ending.status == 0, "\(line) \(ending.messages)")
    let rows = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\n").dropFirst()
    let weight = { (part: String) in
      rows.filter { $0.hasPrefix(part + ",") }
        .reduce(0) { $0 + (Int($1.split(separator: ",").last ?? "") ?? 0) }
    }
    if let numerator = line.numerator { #expect(weight("numerator") == numerator, "\(line)") }
    if let denominator = line.denominator {
      let isShare = weight("denominator") == 0
      let rest = isShare ? weight("numerator") + weight("rest") : weight("denominator")
      #expect(rest == denominator, "\(line)")
    }
  }

  @Test func `the rule, the parts and the places are told in Vietnamese`() throws {
    let sample = try SampleCopy()
    let ending = try BuiltProgram.run([
      "explain", "--config", sample.config, "--period", "2023-Q2", "--unit", "842", "--indicator",
      "dossiers.resolved.late", "--quiet",
    ])
    #expect(ending.status == 0)
    #expect(ending.output.contains("Số đếm: hồ sơ một cửa kết quả đã giải quyết quá hạn."))
    #expect(ending.output.contains("exports/mot-cua/ho-so-2023-04.csv:"))
  }

  @Test(arguments: [
    (["--unit", "84x", "--indicator", "one-stop.on-time"], "danh mục đơn vị"),
    (["--unit", "84", "--indicator", "one-stop.ontime"], "one-stop.on-time"),
    (["--unit", "842", "--scope", "level:xa", "--indicator", "one-stop.on-time"], "toàn tỉnh"),
    (["--unit", "84", "--scope", "all", "--indicator", "one-stop.on-time"], "phạm vi là"),
  ])
  func `a wrong unit, scope or indicator is named`(arguments: [String], word: String) throws {
    let sample = try SampleCopy()
    let ending = try BuiltProgram.run(
      ["explain", "--config", sample.config, "--period", "2023-Q2"] + arguments)
    #expect(ending.status == 64)
    #expect(ending.messages.contains(word))
  }
}
