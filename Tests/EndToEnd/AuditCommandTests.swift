import Foundation
import TestSupport
import Testing

/// `baocao audit` on what the program itself writes.
@Suite struct AuditCommandTests {
  private static let units = ["84", "842", "29236", "84-SNV"].flatMap { ["--unit", $0] }

  @Test func `a finished run passes, and a changed one does not`() throws {
    let sample = try SampleCopy()
    let formats = ["html", "md", "csv"].flatMap { ["--format", $0] }
    let run = try sample.run("2023-Q2", out: "out", Self.units + formats)
    #expect(run.status == 0, "\(run.messages)")
    let audit = try BuiltProgram.run(["audit", sample.path("out")])
    #expect(audit.status == 0, "\(audit.output)\(audit.messages)")
    #expect(audit.output.isEmpty)
    #expect(audit.messages.contains("không có chỗ sai nào"))

    let file = URL(fileURLWithPath: sample.path("out/xa/29236.md"))
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data((text + "\nPhường 1 cùng thành phố: 12 hồ sơ.\n").utf8).write(to: file)
    let changed = try BuiltProgram.run(["audit", sample.path("out")])
    #expect(changed.status == 65)
    let lines = changed.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("xa/29236.md: ") })
    #expect(lines.first?.hasSuffix("(manifest)") == true)
    #expect(lines.last?.hasSuffix("(leak)") == true)
  }

  @Test func `nothing is wrong with what a run writes`() throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-Q2", out: "out", Self.units).status == 0)
    let audit = try BuiltProgram.run(["audit", sample.path("out")])
    #expect(audit.output == "")
    #expect(audit.status == 0)
  }

  @Test func `a folder that is no run is an input that is missing`() throws {
    let scratch = try ScratchFolder()
    for folder in [scratch.path("missing"), scratch.url.path] {
      let audit = try BuiltProgram.run(["audit", folder])
      #expect(audit.status == 66)
      #expect(audit.messages.contains("không phải kết quả của một lần chạy"))
      #expect(audit.output.isEmpty)
    }
  }

  @Test func `the manifest lists the units of the reports with those above them`() throws {
    let sample = try SampleCopy("vinh-long-2026", asOf: "2026-07-05")
    #expect(try sample.run("2026-Q2", out: "out", ["--unit", "86"]).status == 0)
    struct Manifest: Decodable {
      struct Unit: Decodable {
        var code: String
        var name: String
        var parent: String
        var formerNames: [String]?
        var sharedWith: [String]?
      }
      var units: [Unit]
    }
    let content = try #require(
      FileManager.default.contents(atPath: sample.path("out/manifest.json")))
    let units = try JSONDecoder().decode(Manifest.self, from: content).units
    let codes = units.map(\.code)
    #expect(codes.count == Set(codes).count)
    #expect(codes.first == "86")
    #expect(units.dropFirst().allSatisfy { codes.contains($0.parent) })
    // The town of Tam Bình was split: both heirs may name each other.
    #expect(units.first { $0.code == "29836" }?.sharedWith?.contains("29719") == true)
    #expect(units.contains { $0.formerNames?.isEmpty == false })
  }
}
