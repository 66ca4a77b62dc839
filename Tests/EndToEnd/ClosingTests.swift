import Foundation
import TestSupport
import Testing

/// A closed period stands as reported, and what changes later is told row by row.
@Suite struct ClosingTests {
  private static let may = "exports/mot-cua/ho-so-2023-05.csv"

  private func close(_ sample: SampleCopy) throws -> BuiltProgram.Ending {
    try BuiltProgram.run(["close", "--config", sample.config, "--period", "2023-05"])
  }

  private func table(_ sample: SampleCopy, _ name: String) throws -> [[String]] {
    try String(contentsOfFile: sample.path(name), encoding: .utf8).split(separator: "\n")
      .dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  /// Adds three dossiers of a commune, received and resolved late in May, in a later export.
  private func addLateRows(_ sample: SampleCopy) throws {
    var text =
      "Mã hồ sơ,Lĩnh vực,Mã đơn vị,Hình thức tiếp nhận,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý\n"
    for number in 1...3 {
      text += "LATE-\(number),Hộ tịch,29266,Trực tiếp,02/05/2023,05/05/2023,09/05/2023\n"
    }
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: sample.path("sample/exports/mot-cua/ho-so-2023-05-bo-sung.csv")))
  }

  @Test func `three late rows restate exactly the figures that they touch`() throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-05", out: "first", ["--format", "csv"]).status == 0)
    let closing = try close(sample)
    #expect(closing.status == 0, "\(closing.messages)")
    try addLateRows(sample)
    let second = try sample.run("2023-05", out: "second", ["--format", "csv", "--format", "md"])
    #expect(second.status == 0, "\(second.messages)")
    #expect(second.messages.contains("restatement.csv"))

    // The closed figures stand.
    #expect(try table(sample, "first/figures.csv") == table(sample, "second/figures.csv"))

    // What an open period would give differs in exactly the figures that are named.
    let open = try SampleCopy()
    #expect(try open.run("2023-05", out: "before", ["--format", "csv"]).status == 0)
    try addLateRows(open)
    #expect(try open.run("2023-05", out: "after", ["--format", "csv"]).status == 0)
    let key = { (row: [String]) in row[1] + " " + row[3] + " " + row[4] }
    var before: [String: [String]] = [:]
    for row in try table(open, "before/figures.csv") { before[key(row)] = Array(row[5...7]) }
    let touched = try table(open, "after/figures.csv").filter {
      before[key($0)] != Array($0[5...7])
    }
    let named = try table(sample, "second/restatement.csv")
    #expect(!named.isEmpty)
    #expect(Set(named.map { $0[1] + " " + $0[2] + " " + $0[3] }) == Set(touched.map(key)))

    // The rows behind the commune's late dossiers are the three.
    let rows = try table(sample, "second/restatement-rows.csv").filter {
      $0[0] == "29266" && $0[1] == "own" && $0[2] == "dossiers.resolved.late"
    }
    #expect(rows.map { $0[3] } == ["added", "added", "added"])
    #expect(rows.map { $0[7] } == ["LATE-1", "LATE-2", "LATE-3"])
    let report = try String(contentsOfFile: sample.path("second/tinh/84.md"), encoding: .utf8)
      .singleSpaced
    #expect(report.contains("SỐ LIỆU ĐIỀU CHỈNH") || report.contains("Số liệu điều chỉnh"))
  }

  @Test func `with --restate the new figures are used and stand from then on`() throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-05", out: "first", ["--format", "csv"]).status == 0)
    #expect(try close(sample).status == 0)
    try addLateRows(sample)
    let restated = try sample.run("2023-05", out: "second", ["--format", "csv", "--restate"])
    #expect(restated.status == 0, "\(restated.messages)")
    #expect(try table(sample, "first/figures.csv") != table(sample, "second/figures.csv"))
    let third = try sample.run("2023-05", out: "third", ["--format", "csv"])
    #expect(third.status == 0)
    #expect(!FileManager.default.fileExists(atPath: sample.path("third/restatement.csv")))
    #expect(try table(sample, "second/figures.csv") == table(sample, "third/figures.csv"))
  }

  @Test func `only what was reported can be closed`() throws {
    let sample = try SampleCopy()
    #expect(try close(sample).status == 66)
    #expect(try sample.run("2023-05", out: "first", ["--format", "csv"]).status == 0)
    try addLateRows(sample)
    let ending = try close(sample)
    #expect(ending.status == 65)
    #expect(ending.messages.contains("chạy lại baocao run"))
  }

  @Test func `the history knows by which inputs a run was made`() throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-05", out: "out", ["--format", "csv"]).status == 0)
    let check = try BuiltProgram.command(
      "/usr/bin/python3",
      [
        "-c",
        """
        import json, sqlite3, sys
        kept = dict(sqlite3.connect(sys.argv[1]).execute('select path, sha256 from input'))
        told = {entry['path']: entry['sha256'] for entry in json.load(open(sys.argv[2]))['inputs']}
        print(kept == told and len(kept) > 20)
        """, sample.path("sample/history.sqlite"), sample.path("out/manifest.json"),
      ])
    #expect(check.output == "True\n", "\(check.messages)")
  }

  @Test func `a run that is killed leaves the history whole and the old output untouched`() throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-05", out: "out", ["--format", "csv"]).status == 0)
    let figures = try Data(contentsOf: URL(fileURLWithPath: sample.path("out/figures.csv")))
    try addLateRows(sample)
    var random = SeededGenerator(seed: 20)
    for _ in 0..<20 {
      let scratch = try ScratchFolder()
      let process = try BuiltProgram.start(
        BuiltProgram.path,
        [
          "run", "--config", sample.config, "--period", "2023-06", "--out", sample.path("out"),
          "--force", "--quiet",
        ], environment: [:], scratch: scratch)
      usleep(UInt32.random(in: 0...250_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let after = try Data(contentsOf: URL(fileURLWithPath: sample.path("out/figures.csv")))
      let isWhole = FileManager.default.fileExists(atPath: sample.path("out/manifest.json"))
      #expect(isWhole)
      // Either the old output, or the whole new one where the run was quicker than the signal.
      if process.terminationReason == .uncaughtSignal { #expect(after == figures) }
      if after != figures { break }
    }
    let integrity = try BuiltProgram.command(
      "/usr/bin/python3",
      [
        "-c",
        "import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute('pragma integrity_check').fetchone()[0])",
        sample.path("sample/history.sqlite"),
      ])
    #expect(integrity.output == "ok\n")
    let last = try sample.run("2023-06", out: "out", ["--force", "--format", "csv"])
    #expect(last.status == 0, "\(last.messages)")
  }
}
