import Foundation
import TestSupport
import Testing

/// What people write for a period, from the folder to the reports.
@Suite struct NarrativeFolderTests {
  private let sample: SampleCopy

  init() throws { sample = try SampleCopy() }

  private func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: sample.path("sample/noi-dung/2023-Q2/\(name)"))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  private func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  private func run(_ out: String, _ more: [String] = []) throws -> BuiltProgram.Ending {
    let units = ["84", "842", "29236"].flatMap { ["--unit", $0] }
    return try sample.run(
      "2023-Q2", out: out, units + ["--format", "html", "--format", "md"] + more)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: sample.path(name), encoding: .utf8)
  }

  @Test func `texts stand in the reports of their units, and what is lost is told`() throws {
    try write("Tỉnh còn **hai** việc.\r\n\r\n- một\r\n- hai\r\n", to: "han-che.md")
    try write("Thành phố nghe dân.\n", to: "842/nguyen-nhan.md")
    try write("", to: "842/kien-nghi.md")
    try write("Lạc đàn.", to: "8422/han-che.md")
    try write("Viết nhầm tên mục.", to: "842/han-chee.md")
    try write("Không ai dùng.", to: "tho-ca.md")
    try write("Của huyện không lập báo cáo lần này.", to: "844/han-che.md")
    try write("PK", to: "842/han-che.docx")
    try write("khóa", to: "842/~$han-che.docx")
    let run = try run("a")
    #expect(run.status == 0, "\(run.messages)")

    #expect(try text("a/tinh/84.md").contains("Tỉnh còn **hai** việc.\n\n  - một\n  - hai\n"))
    #expect(try text("a/tinh/84.html").contains("<p>Tỉnh còn <strong>hai</strong> việc.</p>"))
    for name in ["842.md", "842.html"] {
      let report = try text("a/huyen/\(name)")
      #expect(report.contains("Thành phố nghe dân.") && !report.contains("Tỉnh còn"))
      #expect(!report.contains("Viết nhầm") && report.contains("[đơn vị bổ sung"))
    }
    #expect(try !text("a/xa/29236.md").contains("Thành phố nghe dân."))

    let lines = run.messages.split(separator: "\n").map(String.init)
    let folder = "noi-dung/2023-Q2"
    let told = lines.filter { $0.hasPrefix(folder) }
    #expect(told.count == 4, "\(told)")
    #expect(told.contains { $0.hasPrefix("\(folder)/8422: ") && $0.contains("«842»") })
    #expect(
      told.contains {
        $0.hasPrefix("\(folder)/842/han-chee.md: ") && $0.hasSuffix("Có phải là «han-che»?")
      })
    #expect(
      told.contains { $0.hasPrefix("\(folder)/tho-ca.md: ") && !$0.contains("Có phải") })
    #expect(told.contains { $0.hasPrefix("\(folder)/842/han-che.docx: ") })
    // At the end, where people look.
    let last = lines.suffix(4).joined()
    #expect(last.contains("han-chee.md") && last.contains("tho-ca.md"))

    let gaps = try text("a/narrative-gaps.csv").split(separator: "\n").map(String.init)
    #expect(gaps.first == "unit,report,text")
    #expect(Set(gaps).count == gaps.count && gaps.dropFirst().sorted() == Array(gaps.dropFirst()))
    #expect(gaps.contains("842,quy,han-che") && gaps.contains("842,quy,kien-nghi"))
    #expect(!gaps.contains("842,quy,nguyen-nhan") && !gaps.contains("84,quy,han-che"))
    #expect(gaps.contains("29236,quy,nguyen-nhan"))
    for unit in ["84", "842", "29236"] {
      let listed = gaps.filter { $0.hasPrefix("\(unit),quy,") }.count
      let level = ["84": "tinh", "842": "huyen", "29236": "xa"][unit] ?? ""
      let marks =
        try text("a/\(level)/\(unit).md").split(separator: #"\[đơn vị bổ sung\]"#).count - 1
      #expect(listed == marks)
    }
  }

  @Test func `texts are inputs of the run, and the same texts give the same bytes`() throws {
    try write("Một.", to: "han-che.md")
    try write("Hai.", to: "842/han-che.md")
    // Without the history, which the first run would leave for the second.
    try sample.edit("history: history.sqlite", to: "# history")
    for out in ["a", "b"] { #expect(try run(out).status == 0) }
    let manifest = try text("a/manifest.json")
    for name in ["han-che.md", "842/han-che.md"] {
      #expect(manifest.contains("noi-dung/2023-Q2/\(name)"))
    }
    let same = try BuiltProgram.command(
      "/usr/bin/diff", ["-r", sample.path("a"), sample.path("b")])
    #expect(same.status == 0 && same.output == "")
    try write("Ba.", to: "842/han-che.md")
    #expect(try run("c").status == 0)
    let changed = try BuiltProgram.command(
      "/usr/bin/diff", ["-rq", sample.path("a"), sample.path("c")])
    let files = changed.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").dropFirst().first?.split(separator: "/").suffix(2)
        .joined(separator: "/")
    }
    #expect(Set(files) == ["a/manifest.json", "huyen/842.html", "huyen/842.md"])
  }

  @Test func `a text that is not UTF-8 ends the run with its place`() throws {
    try write(Data([0x48, 0xE1, 0xBA, 0xA1, 0xFF, 0xFE]), to: "842/han-che.md")
    let run = try run("a")
    #expect(run.status == 65)
    let lines = run.messages.split(separator: "\n")
    #expect(lines.count == 1, "\(lines)")
    #expect(lines.last?.hasPrefix("Lỗi: noi-dung/2023-Q2/842/han-che.md: ") == true)
    #expect(!FileManager.default.fileExists(atPath: sample.path("a")))
  }

  @Test func `without pages and Markdown no text is told to be lost`() throws {
    try write("Không ai dùng.", to: "tho-ca.md")
    let run = try sample.run("2023-Q2", out: "a", ["--unit", "842", "--format", "xlsx"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(!run.messages.contains("tho-ca"))
    #expect(!FileManager.default.fileExists(atPath: sample.path("a/narrative-gaps.csv")))
  }
}
