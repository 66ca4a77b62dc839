import Foundation
import TestSupport
import Testing

/// A work folder in which one export tells who received a dossier.
@Suite struct ReceivingTests {
  private static let script = BuiltProgram.repository + "/Tests/EndToEnd/independent/count.py"

  /// Sixty dossiers of May, every third of which a commune received for another unit.
  private func addExport(_ sample: SampleCopy, receivers: Bool = true) throws {
    let units = ["84-SNV", "842", "29266", "29269", "844"]
    var text =
      "Mã hồ sơ,Lĩnh vực,Cơ quan giải quyết,Mã đơn vị,Mã đơn vị tiếp nhận,Hình thức tiếp nhận,"
      + "Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý,Số hóa TPHS\n"
    for number in 1...60 {
      let unit = units[number % 5]
      let receiver = receivers && number % 3 == 0 ? "29236" : number % 7 == 0 ? "29239x" : ""
      text +=
        "NEW-\(number),Hộ tịch \(number % 2),,\(unit),\(receiver),"
        + "\(number % 4 == 0 ? "Trực tuyến" : "Trực tiếp"),"
        + "02/05/2023,05/05/2023,\(number % 6 == 0 ? "" : "09/05/2023"),Có\n"
    }
    try Data(text.utf8).write(
      to: URL(fileURLWithPath: sample.path("sample/exports/mot-cua/ho-so-2023-05-lien-thong.csv")))
  }

  private func rows(_ sample: SampleCopy, _ name: String) throws -> [[String]] {
    try String(contentsOfFile: sample.path(name), encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func `figures are counted the same by another program`() throws {
    let sample = try SampleCopy()
    try addExport(sample)
    let run = try sample.run("2023-05", out: "out")
    #expect(run.status == 0, "\(run.messages)")
    let count = try BuiltProgram.command(
      "/usr/bin/python3",
      [
        Self.script, "--config", sample.config, "--templates",
        BuiltProgram.repository + "/Templates", "--period", "2023-05",
        "--figures", sample.path("out/figures.csv"), "--quality", sample.path("out/quality.csv"),
        "--rejected", sample.path("out/rejected.csv"),
      ])
    #expect(count.status == 0, "\(count.output)\(count.messages)")
    let figures = try rows(sample, "out/figures.csv")
    #expect(figures.contains { $0[1] == "29236" && $0[4] == "one-stop.received" })
    let warnings = try rows(sample, "out/warnings.csv")
    #expect(
      warnings.contains {
        $0[3] == "unknown-receiving-unit" && $0[4] == "receivingAgencyCode" && $0[5] == "29239x"
      })
    let report = try String(contentsOfFile: sample.path("out/xa/29236.md"), encoding: .utf8)
      .singleSpaced
    #expect(report.contains("Hồ sơ tiếp nhận tại Bộ phận Một cửa của đơn vị"))
    // The share of the counter stands beside the count of the counter.
    #expect(
      report.contains("thuộc thẩm quyền giải quyết, trong đó trực tuyến")
        && report.contains(", kể cả hồ sơ do đơn vị khác giải quyết; tỷ lệ hồ sơ tiếp nhận trực"))
  }

  @Test func `nothing of it is seen where no export tells`() throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-05", out: "out", ["--format", "csv"]).status == 0)
    let figures = try rows(sample, "out/figures.csv")
    #expect(!figures.contains { $0[4] == "one-stop.received" })
  }

  @Test func `explain lists the rows of the unit that received them`() throws {
    let sample = try SampleCopy()
    try addExport(sample)
    let ending = try BuiltProgram.run([
      "explain", "--config", sample.config, "--period", "2023-05", "--unit", "29236",
      "--indicator", "one-stop.received", "--csv", sample.path("rows.csv"), "--quiet",
    ])
    #expect(ending.status == 0, "\(ending.messages)")
    #expect(ending.output.contains("Hồ sơ tính cho đơn vị tiếp nhận"))
    let codes = try rows(sample, "rows.csv").map { $0[4] }.filter { $0.hasPrefix("NEW-") }
    #expect(codes == (1...20).map { "NEW-\($0 * 3)" })
  }

  @Test func `a closed period knows who received its dossiers`() throws {
    let sample = try SampleCopy()
    try addExport(sample)
    #expect(try sample.run("2023-05", out: "first", ["--format", "csv"]).status == 0)
    let closing = try BuiltProgram.run(["close", "--config", sample.config, "--period", "2023-05"])
    #expect(closing.status == 0, "\(closing.messages)")
    let second = try sample.run("2023-05", out: "second", ["--format", "csv"])
    #expect(second.status == 0, "\(second.messages)")
    #expect(try rows(sample, "first/figures.csv") == rows(sample, "second/figures.csv"))
    #expect(!FileManager.default.fileExists(atPath: sample.path("second/restatement.csv")))
    // The same dossiers, received where they are resolved.
    try addExport(sample, receivers: false)
    let third = try sample.run("2023-05", out: "third", ["--format", "csv"])
    #expect(third.status == 0, "\(third.messages)")
    #expect(try rows(sample, "first/figures.csv") == rows(sample, "third/figures.csv"))
    let changed = try rows(sample, "third/restatement.csv").dropFirst()
    #expect(!changed.isEmpty)
    #expect(changed.allSatisfy { $0[3].hasPrefix("one-stop.") })
    let behind = try rows(sample, "third/restatement-rows.csv").filter {
      $0[0] == "29236" && $0[1] == "own" && $0[2] == "one-stop.received"
    }
    #expect(behind.count == 20)
    #expect(behind.allSatisfy { $0[3] == "removed" && $0[4] == "29236" })
  }
}
