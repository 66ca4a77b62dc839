import Foundation
import TestSupport
import Testing

/// Reports of a project that knows little: one kind of source alone, or tables without a row.
@Suite struct SparseTests {
  /// A sample of which only some kinds of sources are left.
  private static func sample(_ kinds: [String]) throws -> SampleCopy {
    let sample = try SampleCopy()
    let url = URL(fileURLWithPath: sample.config)
    let text = try String(contentsOf: url, encoding: .utf8)
    var lines: [Substring] = []
    var isKept = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  - kind: ") {
        isKept = kinds.contains { line.hasPrefix("  - kind: \($0) ") }
      } else if !line.hasPrefix("    ") {
        isKept = true
      }
      if isKept { lines.append(line) }
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: url)
    return sample
  }

  /// Headings of a Markdown file with nothing below them, and sentences that lack a word.
  private static func holes(in text: String) -> [String] {
    let lines = text.split(separator: "\n").map(String.init)
    let level = { (line: String) in line.hasPrefix("#") ? line.prefix { $0 == "#" }.count : 7 }
    var holes = zip(lines, lines.dropFirst() + [""]).compactMap { line, next in
      level(line) < 7 && (next.isEmpty || next == "---" || level(next) <= level(line)) ? line : nil
    }
    for line in lines where !line.hasPrefix("|") {
      for sign in [
        "nil", "Optional(", "nan", "{{", "đạt .", "đạt ,", "đạt ;", " ,", " ;", "..", " .", "()",
        "với.", "với,", "tiếp nhận 0 hồ sơ", "còn 0 ",
      ] where line.contains(sign) && !(sign == ".." && line.contains("](../")) {
        holes.append("«\(sign)»: \(line)")
      }
    }
    return holes
  }

  @Test(arguments: [
    (["dossiers"], "2023-Q2"), (["outgoing-documents"], "2023-06"), (["tasks"], "2023-06"),
    (["incoming-documents", "meetings"], "2023-Q2"), (["indicator-values"], "2023-Q2"),
    (["plan-tasks"], "2023-H1"), (["dossiers", "outgoing-documents"], "2022-04"),
    // Nothing is known in a year before the first and after the last row.
    (["dossiers"], "2024-01"), (["dossiers"], "2021"),
  ])
  func `a project of few sources has reports without holes`(
    kinds: [String], period: String
  ) throws {
    let sample = try Self.sample(kinds)
    let run = try sample.run(period, out: "out")
    #expect(run.status == 0, "\(run.messages)")
    let audit = try BuiltProgram.run(["audit", sample.path("out")])
    #expect(audit.status == 0, "\(audit.output)\(audit.messages)")
    let names = try #require(FileManager.default.enumerator(atPath: sample.path("out")))
    for case let name as String in names where name.hasSuffix(".md") {
      let text = try String(contentsOfFile: sample.path("out/\(name)"), encoding: .utf8)
      #expect(Self.holes(in: text) == [], "\(name)")
    }
  }

  @Test func `tables without a row are none of nothing`() throws {
    let sample = try Self.sample(["dossiers", "outgoing-documents"])
    for folder in ["mot-cua", "ioffice"] {
      let path = sample.path("sample/exports/\(folder)")
      for name in try FileManager.default.contentsOfDirectory(atPath: path) {
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
      }
    }
    for (name, head) in [
      ("mot-cua/a.csv", "Mã hồ sơ,Mã cơ quan,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý\n"),
      ("ioffice/van-ban-di-a.csv", "Số ký hiệu,Ngày ban hành,Mã đơn vị\n"),
    ] {
      try Data(head.utf8).write(to: URL(fileURLWithPath: sample.path("sample/exports/\(name)")))
    }
    let run = try sample.run("2023-Q2", out: "out")
    #expect([0, 65].contains(run.status), "\(run.messages)")
    #expect(!run.messages.contains("Optional") && !run.messages.contains("nil"))
    guard run.status == 0 else { return }
    let audit = try BuiltProgram.run(["audit", sample.path("out")])
    #expect(audit.status == 0, "\(audit.output)")
  }

  @Test(arguments: [
    "## I. MỘT\n\n## II. HAI\n\nchữ", "### 1. Một\n\n---", "đạt , giảm", "tiếp nhận 0 hồ sơ.",
    "| a |\nđạt Optional(1)", "# Một",
  ])
  func `a hole is found`(text: String) {
    #expect(!Self.holes(in: text).isEmpty)
  }
}
