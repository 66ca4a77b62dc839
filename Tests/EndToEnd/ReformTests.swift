import Foundation
import TestSupport
import Testing

/// The province whose districts were abolished and whose communes were merged on 1 July 2025, on
/// exports that cross that day.
@Suite struct ReformTests {
  private static let independent = BuiltProgram.repository + "/Tests/EndToEnd/independent/"

  private func sample() throws -> SampleCopy {
    try SampleCopy("vinh-long-2026", asOf: "2026-07-05")
  }

  private func run(
    _ sample: SampleCopy, _ period: String, _ more: [String] = []
  ) throws {
    let run = try sample.run(period, out: period, more)
    #expect(run.status == 0, "\(run.messages)")
  }

  /// Counts a period a second time, by a road of its own.
  private func count(
    _ sample: SampleCopy, _ period: String, _ more: [String]
  ) throws {
    let count = try BuiltProgram.command(
      "/usr/bin/python3",
      [
        Self.independent + "count.py", "--config", sample.config, "--templates",
        BuiltProgram.repository + "/Templates", "--period", period, "--figures",
        sample.path("\(period)/figures.csv"), "--quality", sample.path("\(period)/quality.csv"),
        "--rejected", sample.path("\(period)/rejected.csv"),
      ] + more)
    #expect(count.status == 0, "\(count.output)\(count.messages)")
    #expect(count.output.contains("figures equal"))
  }

  @Test(arguments: [
    ("2025-Q2", "months"), ("2025-H1", "months"), ("2025", "months"), ("2025-Q3", "decree-09"),
    ("2025-9M", "decree-09"),
  ])
  func `both views of a period before or across the reform are counted the same and add up`(
    period: String, calendar: String
  ) throws {
    let sample = try sample()
    try sample.edit("calendar: months", to: "calendar: \(calendar)")
    try run(sample, period, ["--format", "csv", "--format", "md"])
    try count(sample, period, ["--former", sample.path("\(period)/former-units.csv")])
    // The town that was split is told of where its rows are counted and where its part went.
    for commune in ["29719", "29836"] {
      let report = try text(sample, "\(period)/xa/\(commune).md").singleSpaced
      #expect(report.contains("Số liệu theo địa giới khi đó".uppercased()))
      #expect(report.contains("Thị trấn Tam Bình đã được chia: phần lớn nay thuộc xã Tam Bình"))
    }
  }

  @Test func `last year's figures are the sums over the units of then`() throws {
    let sample = try sample()
    for period in ["2025-Q2", "2026-Q1", "2026-Q2"] {
      try run(sample, period, ["--format", "csv", "--format", "md"])
    }
    try count(sample, "2026-Q2", [])
    try count(sample, "2025-Q2", ["--later", sample.path("2026-Q2/figures.csv")])
    let report = try text(sample, "2026-Q2/xa/29719.md").singleSpaced
    #expect(report.contains("SỐ LIỆU QUÝ II NĂM 2025 THEO ĐỊA GIỚI KHI ĐÓ"))
    #expect(report.contains("| 2 | Xã Mỹ Thạnh Trung |"))
  }

  @Test(arguments: ["2025-Q3", "2026-Q2"])
  func `nothing speaks of districts once there are none`(period: String) throws {
    let sample = try sample()
    try run(sample, "2025-Q2", ["--format", "csv"])
    try run(sample, period)
    let names = try #require(FileManager.default.enumerator(atPath: sample.path(period)))
    var files = 0
    for case let name as String in names where name.contains(".") {
      let path = sample.path("\(period)/\(name)")
      let text =
        name.hasSuffix(".xlsx")
        ? try BuiltProgram.command("/usr/bin/unzip", ["-p", path]).output
        : try text(sample, "\(period)/\(name)")
      #expect(!text.lowercased().contains("huyện"), "\(name)")
      #expect(!text.contains("huyen") || name == "manifest.json", "\(name)")
      files += 1
    }
    #expect(files > 400)
    #expect(!FileManager.default.fileExists(atPath: sample.path("\(period)/huyen")))
  }

  private func text(_ sample: SampleCopy, _ name: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: sample.path(name)))
    return String(decoding: data, as: UTF8.self)
  }
}
