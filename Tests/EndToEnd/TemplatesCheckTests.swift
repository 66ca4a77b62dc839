import Foundation
import TestSupport
import Testing

/// `baocao templates check`.
@Suite struct TemplatesCheckTests {
  private let scratch: ScratchFolder
  private var templates: String { scratch.path("Templates") }

  init() throws {
    scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: BuiltProgram.repository + "/Templates", toPath: scratch.path("Templates"))
  }

  private func replace(_ text: String, with other: String, in file: String) throws {
    let url = URL(fileURLWithPath: "\(templates)/\(file)")
    let old = try String(contentsOf: url, encoding: .utf8)
    let range = try #require(old.range(of: text), "\(file) has no \(text)")
    try Data(old.replacingCharacters(in: range, with: other).utf8).write(to: url)
  }

  @Test func `the templates that come with the program have no fault`() throws {
    let check = try BuiltProgram.run(["templates", "check", templates])
    #expect(check.output == "")
    #expect(check.status == 0, "\(check.messages)")
    #expect(check.messages.contains("không có lỗi"))
  }

  /// A file, what is changed in it, and what must be said of it.
  private static let faults: [(file: String, old: String, new: String, said: String)] = [
    ("sources/igate.yaml", "receivedAt:", "recievedAt:", "«recievedAt».  Có phải là «receivedAt»?"),
    (
      "forms/II.06a.yaml", "dossiers.carried-over", "dossiers.carriedover",
      "«dossiers.carried-over»?"
    ),
    ("forms/so-hoa.yaml", "by: below", "by: belowe", "«belowe»"),
    ("summary.yaml", "  - one-stop.on-time", "  - one-stop.ontime", "«one-stop.on-time»?"),
    ("scores/rankings.yaml", "sheet:", "shet:", "«shet»"),
    ("provinces/tra-vinh/province.yaml", "letterheads:", "letterhead:", "«letterheads»?"),
    ("provinces/vinh-long/units.csv", ",xa,", ",xaa,", "«xaa»"),
    ("reports/form.html.mustache", "{{receiver}}", "{{reciever}}", "«receiver»?"),
    ("reports/form.md.mustache", "{{receiver}}", "{{reciever}}", "«receiver»?"),
  ]

  @Test func `one fault in each kind of file: all are told at once, with file, line and column`()
    throws
  {
    for fault in Self.faults { try replace(fault.old, with: fault.new, in: fault.file) }
    let check = try BuiltProgram.run(["templates", "check", templates])
    #expect(check.status == 78)
    let lines = check.output.split(separator: "\n").map(String.init)
    #expect(lines.count == Self.faults.count, "\(check.output)")
    for fault in Self.faults {
      let line = lines.first { $0.hasPrefix("Templates/\(fault.file):") } ?? ""
      #expect(line.wholeMatch(of: /[^:]+:\d+(:\d+)?: .*/) != nil, "\(fault.file)")
      #expect(line.contains(fault.said.split(separator: "  ").last ?? ""), "\(line)")
    }
  }

  @Test func `every entry of the catalogue has its fault told, and what rests on it waits`() throws
  {
    let file = "indicators/1-one-stop.yaml"
    try replace("better: neither", with: "better: neihter", in: file)
    try replace(
      "numerator: {intake: received, channel: online}", with: "numerator: {intake: recieved}",
      in: file)
    try replace("dossiers.received", with: "dossiers.receivd", in: "forms/II.06a.yaml")
    let check = try BuiltProgram.run(["templates", "check", templates])
    #expect(check.status == 78)
    let lines = check.output.split(separator: "\n")
    #expect(lines.count == 3, "\(check.output)")
    #expect(lines[0].contains("«neihter»") && lines[0].hasPrefix("Templates/\(file):"))
    #expect(lines[1].contains("«recieved»"))
    #expect(lines[2].contains("chưa kiểm tra"))
  }

  @Test func `two versions of a form may not be in force together`() throws {
    try replace(", until: 2025-06-30", with: ", until: 2025-07-31", in: "forms/II.07b.yaml")
    let check = try BuiltProgram.run(["templates", "check", templates])
    #expect(check.status == 78)
    #expect(check.output.contains("«II.07b» đã được ghi ở trên"))
  }

  @Test func `a folder that is none is an input that is missing`() throws {
    let check = try BuiltProgram.run(["templates", "check", scratch.path("nowhere")])
    #expect(check.status == 66)
    #expect(check.messages.contains("không phải thư mục Templates"))
  }
}
