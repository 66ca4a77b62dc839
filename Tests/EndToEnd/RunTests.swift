import Foundation
import Testing
import TestSupport

@Suite struct RunTests {
  @Test func `figures of earlier runs stand beside those of the period`() throws {
    let sample = try SampleCopy()
    for (period, out) in [("2022-Q2", "a"), ("2023-Q1", "b"), ("2023-Q2", "c")] {
      #expect(try sample.run(period, out: out, ["--format", "csv"]).status == 0)
    }
    let yearAgo = try figures(sample.path("a/figures.csv"))
    let previous = try figures(sample.path("b/figures.csv"))
    let now = try figures(sample.path("c/figures.csv"))
    // Typed indicators may be known in one period and not in the other.
    #expect(Set(previous.keys).subtracting(now.keys).isEmpty)
    for (key, figure) in now {
      #expect(figure["previous"] == previous[key]?["value"] ?? "")
      #expect(figure["year_ago"] == yearAgo[key]?["value"] ?? "")
    }
    #expect(now.values.contains { $0["previous"]?.isEmpty == false })
  }

  @Test func `without earlier runs the reports say why nothing is compared`() throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-Q2", out: "out", ["--unit", "842"]).status == 0)
    let figures = try figures(sample.path("out/figures.csv"))
    #expect(figures.values.allSatisfy { $0["previous"] == "" && $0["year_ago"] == "" })
    let text = try String(contentsOfFile: sample.path("out/huyen/842.md"), encoding: .utf8)
      .singleSpaced
    #expect(text.contains("Lịch sử số liệu chưa có kỳ quý I năm 2023."))
  }

  @Test func `a small base and a part of a period are not compared, and a note says so`() throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-Q1", out: "a", ["--format", "csv"]).status == 0)
    #expect(try sample.run("2023-Q2", out: "b", ["--unit", "842"]).status == 0)
    let text = try String(contentsOfFile: sample.path("b/huyen/842.md"), encoding: .utf8)
      .singleSpaced
    #expect(text.contains("Kỳ quý I năm 2023 có dưới 10 trường hợp, quá ít để so sánh."))
    #expect(text.contains(#/\| \\- \([0-9]+\) \|/#))
    // The table for scripts holds what the history holds.
    let figures = try figures(sample.path("b/figures.csv"))
    #expect(figures.values.contains { ($0["previous"].flatMap { Int($0) } ?? 10) < 10 })
    let part = try sample.run(
      "2023-Q2", out: "c", ["--unit", "842", "--as-of", "2023-06-18", "--format", "md"])
    #expect(part.status == 0, "\(part.messages)")
    let partText = try String(contentsOfFile: sample.path("c/huyen/842.md"), encoding: .utf8)
      .singleSpaced
    #expect(partText.contains("chưa hết quý II năm 2023, số liệu mới là của một phần kỳ"))
    #expect(!partText.contains("so với quý I năm 2023"))
  }

  @Test func `an indicator that is counted otherwise than before is not compared`() throws {
    let sample = try SampleCopy()
    try FileManager.default.copyItem(
      atPath: BuiltProgram.repository + "/Templates", toPath: sample.path("sample/Templates"))
    let environment = ["BAOCAO_TEMPLATES": sample.path("sample/Templates")]
    let first = try sample.run(
      "2023-Q1", out: "a", ["--format", "csv"], environment: environment)
    #expect(first.status == 0, "\(first.messages)")
    try sample.edit(
      "numerator: {intake: received, channel: online}",
      to: "numerator: {intake: received, channel: [online, postal]}",
      in: "Templates/indicators/1-one-stop.yaml")
    let second = try sample.run(
      "2023-Q2", out: "b", ["--unit", "84", "--format", "md"], environment: environment)
    #expect(second.status == 0, "\(second.messages)")
    let text = try String(contentsOfFile: sample.path("b/tinh/84.md"), encoding: .utf8).singleSpaced
    #expect(
      text.contains("Cách tính chỉ tiêu này đã thay đổi so với khi lập báo cáo quý I năm 2023"))
    let row = text.split(separator: "\n").first { $0.contains("| Hồ sơ tiếp nhận trực tuyến (") }
    #expect(row?.contains("| \\- (") == true)
  }

  @Test func `units, levels and formats can be chosen`() throws {
    let sample = try SampleCopy()
    let run = try sample.run(
      "2023-Q2", out: "out",
      ["--unit", "842", "--unit", "29236", "--format", "xlsx", "--format", "csv"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      try names(sample.path("out")) == [
        "figures.csv", "huyen/842.xlsx", "manifest.json", "quality.csv", "rejected.csv",
        "superseded.csv", "targets.csv", "warnings.csv", "xa/29236.xlsx",
      ])
    let level = try sample.run("2023-Q2", out: "level", ["--level", "huyen", "--format", "md"])
    #expect(level.status == 0)
    // Four reports of each huyện, thị xã and thành phố.
    #expect(try names(sample.path("level")).filter { $0.hasSuffix(".md") }.count == 36)
  }

  @Test func `personal data leave no trace in anything that a run writes or says`() throws {
    let sample = try SampleCopy()
    let run = try sample.run("2023-Q2", out: "out")
    let searched = try BuiltProgram.command(
      "/bin/bash",
      [
        "-c",
        """
        cd "$0" && { find . -type f ! -name '*.xlsx' -exec cat {} +; \
          find . -name '*.xlsx' -exec unzip -p {} \\; ; } \
          | grep -aoE '0900 ?000|(Mẫu|Thử|Ví Dụ|Dụ) [0-9]{4}|(Ấp|Khóm) Mẫu' | sort | uniq -c
        """, sample.path("out"),
      ])
    #expect(searched.output == "")
    #expect(!run.messages.contains("0900"))
    // The same search finds them in the exports, so it can find them.
    let source = try BuiltProgram.command(
      "/usr/bin/grep", ["-rlE", "0900 ?000", sample.path("sample/exports/mot-cua")])
    #expect(!source.output.isEmpty)
  }

  @Test func `a new work folder is ready for exports and holds the heads of manual data`() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.path("work")
    #expect(try BuiltProgram.run(["init", folder, "--province", "tra-vinh"]).status == 0)
    let run = try BuiltProgram.run([
      "run", "--config", folder + "/baocao.yaml", "--period", "2023-Q2", "--out", folder + "/out",
    ])
    #expect(run.status == 66)
    #expect(run.messages.contains("exports/mot-cua/*.csv"))
    let heads = try FileManager.default.contentsOfDirectory(atPath: folder + "/so-lieu-nhap-tay")
    #expect(heads.count == 6)
    // The tables without rows are no fault: with exports the run goes through.
    let exports = BuiltProgram.repository + "/SampleData/tra-vinh-2023/exports"
    try FileManager.default.removeItem(atPath: folder + "/exports")
    try FileManager.default.copyItem(atPath: exports, toPath: folder + "/exports")
    let full = try BuiltProgram.run([
      "run", "--config", folder + "/baocao.yaml", "--period", "2023-Q2", "--out", folder + "/out",
    ])
    #expect(full.status == 0, "\(full.messages)")
    let quality = try String(contentsOfFile: folder + "/out/quality.csv", encoding: .utf8)
    #expect(quality.contains("indicator-values,so-lieu-nhap-tay/chi-tieu.csv"))
    #expect(try BuiltProgram.run(["init", folder, "--province", "tra-vinh"]).status == 73)
    #expect(try BuiltProgram.run(["init", folder + "2", "--province", "tra-vin"]).status == 64)
  }

  @Test func `the scores of document 004 stand in the province's report and workbook`() throws {
    let sample = try SampleCopy()
    let run = try sample.run("2023-Q2", out: "out", ["--unit", "84"])
    #expect(run.status == 0, "\(run.messages)")
    let text = try String(contentsOfFile: sample.path("out/tinh/84.md"), encoding: .utf8)
      .singleSpaced
    for cells in [
      "| 13,5 | … | 10,1352 | … | 3,3648 | 39/63 |", "| 1,5 | … | 0,2734 | … | 1,2266 |",
      "| x | … | 99% |", "| x | … | 81,93% |", "| x | … | 80,06% |",
      "| x | 2,57 | 2,67 | +0,1 |", "| x | 0,37 | 0,36 | -0,01 |", "| x | 1,75 | 1,94 | +0,19 |",
      "| x | 0,45 | 0,36 | -0,09 |", "mất 2,8652 trong 3,3648",
      "cộng lại là 2,66, số công bố là 2,67",
    ] { #expect(text.contains(cells), "\(cells)") }
    let cells = try BuiltProgram.command(
      "/bin/bash",
      ["-c", "unzip -p \"$0\" 'xl/worksheets/sheet*.xml'", sample.path("out/tinh/84.xlsx")])
    for number in ["10.1352", "3.3648", "0.2734", "81.93", "2.67", "-0.09"] {
      #expect(cells.output.contains("<v>\(number)"), "\(number)")
    }
    let index = try String(contentsOfFile: sample.path("out/index.html"), encoding: .utf8)
    #expect(index.contains("Đơn vị chưa có số liệu trong kỳ"))
  }

  @Test func `a procedure that the list lacks is warned of once with its first place`() throws {
    let sample = try SampleCopy()
    try sample.edit(
      "2.000488,", to: "2.999999,", in: "so-lieu-nhap-tay/danh-muc-tthc.csv")
    let run = try sample.run("2023-Q2", out: "out", ["--format", "csv"])
    #expect(run.status == 0, "\(run.messages)")
    let warnings = try String(contentsOfFile: sample.path("out/warnings.csv"), encoding: .utf8)
    let lines = warnings.split(separator: "\n").filter { $0.contains(",unknown-procedure,") }
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.hasPrefix("dossiers,exports/mot-cua/ho-so-"))
    #expect(line.contains(",unknown-procedure,procedure,2.000488,"))
    let check = try BuiltProgram.run(["check", "--config", sample.config])
    #expect(check.output.contains("Thủ tục không có trong danh mục TTHC: «2.000488»"))
  }

  @Test func `check prints the summary to standard output and writes nothing`() throws {
    let sample = try SampleCopy()
    let check = try BuiltProgram.run(["check", "--config", sample.config])
    #expect(check.status == 0)
    #expect(check.output.contains("Hồ sơ một cửa: 15 tệp"))
    #expect(check.output.contains("bad-date"))
    #expect(check.output.contains("Qua Zalo"))
    #expect(try names(sample.path("sample")).allSatisfy { !$0.contains("figures") })
  }

  @Test func `help is Vietnamese and the README names every command and option`() throws {
    let readme = try String(
      contentsOfFile: BuiltProgram.repository + "/README.vi.md", encoding: .utf8)
    for command in ["init", "check", "run", "explain", "close", "audit", "sample"] {
      let help = try BuiltProgram.run([command, "--help"])
      #expect(help.status == 0)
      for word in ["OVERVIEW", "USAGE", "OPTIONS", "Show help", "values:", "default"] {
        #expect(!help.output.contains(word))
      }
      #expect(readme.contains("baocao \(command)"))
      for match in help.output.matches(of: #/--[a-z-]+/#) where match.output != "--help" {
        #expect(readme.contains(match.output), "\(match.output)")
      }
    }
  }

  @Test func `messages can be read by programs`() throws {
    let sample = try SampleCopy()
    let run = try sample.run("2023-Q9", out: "out", ["--log-format", "json"])
    let line = try #require(run.messages.split(separator: "\n").first)
    let object = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
    #expect(object["level"] == "error")
    #expect(object["message"]?.contains("2023-Q9") == true)
  }

  // MARK: - Reading

  /// The figures of a file by unit, scope and indicator.
  private func figures(_ path: String) throws -> [String: [String: String]] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let header = try #require(lines.first).split(separator: ",").map(String.init)
    var figures: [String: [String: String]] = [:]
    for line in lines.dropFirst() {
      // Only the last column, the source, can hold a comma.
      let cells = line.split(
        separator: ",", maxSplits: header.count - 1, omittingEmptySubsequences: false)
      let figure = Dictionary(zip(header, cells.map(String.init)), uniquingKeysWith: { $1 })
      figures[cells[1] + " " + cells[3] + " " + cells[4]] = figure
    }
    return figures
  }

  private func names(_ folder: String) throws -> [String] {
    let names = try #require(FileManager.default.enumerator(atPath: folder))
    return names.compactMap { $0 as? String }
      .filter { $0.contains(".") && !$0.hasSuffix("/") }.sorted()
  }
}
