import Foundation
import TestSupport
import Testing

/// A unit of the catalogue that was split within the period.
@Suite struct SplitTests {
  private static let unit = "29269,Xã Mỹ Cẩm,xã,xa,844,"

  /// Copies the templates, in which a commune ends in April and two others take its place.
  private func environment(_ sample: SampleCopy) throws -> [String: String] {
    try FileManager.default.copyItem(
      atPath: BuiltProgram.repository + "/Templates", toPath: sample.path("sample/Templates"))
    let file = "Templates/provinces/tra-vinh/units.csv"
    let url = URL(fileURLWithPath: sample.path("sample/" + file))
    let line = try #require(
      String(contentsOf: url, encoding: .utf8).split(separator: "\n").first {
        $0.hasPrefix(Self.unit)
      })
    let cut = try #require(line.range(of: ",,2025-06-30,"))
    try sample.edit(
      String(line), to: line[..<cut.lowerBound] + ",,2023-04-30,29272|29266?", in: file)
    return ["BAOCAO_TEMPLATES": sample.path("sample/Templates")]
  }

  @Test func `every row of it is listed, with where it counts`() throws {
    let sample = try SampleCopy()
    let environment = try environment(sample)
    let run = try sample.run(
      "2023-Q2", out: "out", ["--format", "csv", "--format", "html"], environment: environment)
    #expect(run.status == 0, "\(run.messages)")
    let text = try String(contentsOfFile: sample.path("out/split.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").map(String.init)
    #expect(rows[0] == "source,file,line,code,unit,assigned,others")
    #expect(rows.count > 5)
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(",29269,29272,29266?") })
    let warnings = try String(contentsOfFile: sample.path("out/warnings.csv"), encoding: .utf8)
    #expect(
      warnings.contains(
        "split-unit,agencyName,\"Xã Mỹ Cẩm (29269) – tính hết cho Xã An Trường A "
          + "(29272), một phần thuộc Thị trấn Càng Long (29266, chưa chắc chắn)\""))
    let index = try String(contentsOfFile: sample.path("out/index.html"), encoding: .utf8)
    #expect(index.contains("split.csv"))
  }

  @Test func `nothing is written where the unit is still shown`() throws {
    let sample = try SampleCopy()
    let environment = try environment(sample)
    let run = try sample.run(
      "2023-Q1", out: "out", ["--format", "csv"], environment: environment)
    #expect(run.status == 0, "\(run.messages)")
    #expect(!FileManager.default.fileExists(atPath: sample.path("out/split.csv")))
    let warnings = try String(contentsOfFile: sample.path("out/warnings.csv"), encoding: .utf8)
    #expect(!warnings.contains("split-unit"))
  }
}
