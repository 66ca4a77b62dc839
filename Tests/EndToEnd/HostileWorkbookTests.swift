import Foundation
import Testing

/// Exports and names that try to be more than texts.
@Suite struct HostileWorkbookTests {
  /// Names of fields as they stand in the export, and as workbooks show them.
  private static let fields: [(text: String, shown: String)] = [
    ("=1+1", "=1+1"), ("=HYPERLINK(\"http://x\",\"y\")", "=HYPERLINK(\"http://x\",\"y\")"),
    ("+84 235", "+84 235"), ("-1", "-1"), ("@SUM(A1)", "@SUM(A1)"), ("1.234", "1.234"),
    ("_x0041_", "_x0041_"), ("[]:*?/\\ a", "[]:*?/\\ a"), ("&amp;&CTrang", "&amp;&CTrang"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"), ("{{x}}", "{{x}}"),
    ("'y'", "'y'"), ("a\u{1}b\u{1B}[31m", "a b [31m"), ("dòng 1\r\ndòng 2", "dòng 1\ndòng 2"),
    (String(repeating: "d", count: 32_000), String(repeating: "d", count: 32_000)),
  ]

  private static let unit = "Phường '[]:*?/\\ <b>{{z}}=1+1'"

  /// Adds an export with the fields and renames the commune of its rows.
  private func spoil(
    _ sample: SampleCopy, fields: [String]
  ) throws -> [String: String] {
    try FileManager.default.copyItem(
      atPath: BuiltProgram.repository + "/Templates", toPath: sample.path("sample/Templates"))
    try sample.edit(
      "\n29236,Phường 4,", to: "\n29236,\"\(Self.unit)\",",
      in: "Templates/provinces/tra-vinh/units.csv")
    var lines = [
      "Mã hồ sơ,Lĩnh vực,Tên thủ tục,Mã cơ quan,Hình thức tiếp nhận,Ngày tiếp nhận,Ngày hẹn trả"
    ]
    for (number, field) in fields.enumerated() {
      let quoted = "\"" + field.replacing("\"", with: "\"\"") + "\""
      lines.append(
        "H59.951.01-230605-\(7000 + number),\(quoted),\(quoted),29236,Trực tuyến,05/06/2023,"
          + "29/06/2023")
    }
    var content = Data(lines.joined(separator: "\r\n").utf8)
    // A line whose bytes are of no encoding.
    content += Data("\r\nH59.951.01-230605-7999,Vi".utf8) + Data([0xC3, 0x28, 0xFF])
    content += Data(",,29236,Trực tuyến,05/06/2023,29/06/2023\r\n".utf8)
    try content.write(
      to: URL(fileURLWithPath: sample.path("sample/exports/mot-cua/ho-so-zz.csv")))
    return ["BAOCAO_TEMPLATES": sample.path("sample/Templates")]
  }

  @Test func `a text longer than a cell can be is cut and ends no run`() throws {
    let sample = try SampleCopy()
    let environment = try spoil(
      sample, fields: Self.fields.map(\.text) + [String(repeating: "e", count: 40_000)])
    let run = try sample.run(
      "2023-Q2", out: "out", ["--unit", "29236", "--format", "xlsx"], environment: environment)
    #expect(run.status == 0, "\(run.messages)")
    let text = try BuiltProgram.command(
      "/bin/bash",
      [
        "-c", "unzip -p \"$0\" xl/sharedStrings.xml | grep -oE 'e{1000,}.?'",
        sample.path("out/xa/29236.xlsx"),
      ])
    let shown = text.output.trimmingCharacters(in: .newlines)
    #expect((32_000...32_767).contains(shown.utf16.count))
    #expect(shown.hasSuffix("…"))
  }

  @Test func `texts that look like formulas, marks or names of sheets stay texts`() throws {
    let sample = try SampleCopy()
    let environment = try spoil(sample, fields: Self.fields.map(\.text))
    let run = try sample.run(
      "2023-Q2", out: "out", ["--unit", "29236", "--unit", "842", "--unit", "84"],
      environment: environment)
    #expect(run.status == 0, "\(run.messages)")
    let texts = try JSONEncoder().encode(Self.fields.map(\.shown))
    try texts.write(to: URL(fileURLWithPath: sample.path("texts.json")))
    let check = try BuiltProgram.command(
      "/usr/bin/python3",
      [
        BuiltProgram.repository + "/Tests/EndToEnd/independent/hostile.py", sample.path("out"),
        sample.path("texts.json"),
      ])
    #expect(check.status == 0, "\(check.output)\(check.messages)")
    #expect(check.output.contains("3 workbooks, \(Self.fields.count) hostile texts found"))
    let rejected = try String(contentsOfFile: sample.path("out/rejected.csv"), encoding: .utf8)
    #expect(rejected.contains("bad-encoding"))
  }

}
