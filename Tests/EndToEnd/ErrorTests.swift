import Foundation
import Testing
import TestSupport

/// Bad input ends in one Vietnamese sentence with its place and the status of the contract, and
/// leaves nothing half-written.
@Suite struct ErrorTests {
  /// A fault in the project file, and what must be said of it.
  struct ProjectFault: CustomTestStringConvertible {
    var text: String
    var other: String
    var status: Int32
    var words: [String]
    var testDescription: String { other }
  }

  @Test(arguments: [
    ProjectFault(
      text: "calendar: months", other: "calender: months", status: 78,
      words: ["baocao.yaml:", "«calender»", "«calendar»"]),
    ProjectFault(
      text: "calendar: months", other: "calendar: moths", status: 78,
      words: ["baocao.yaml:", "«moths»", "«months»"]),
    ProjectFault(
      text: "province: tra-vinh", other: "province: tra-vin", status: 78, words: ["«tra-vinh»"]),
    ProjectFault(text: "profile: igate", other: "profile: igat", status: 78, words: ["«igate»"]),
    ProjectFault(
      text: "files: exports/mot-cua/*.csv", other: "files: exports/mot-cua/*.xls", status: 66,
      words: ["exports/mot-cua/*.xls"]),
    ProjectFault(
      text: "max-rejected: 1%", other: "max-rejected: 0%", status: 65,
      words: ["hồ sơ một cửa", "bị loại", "exports/mot-cua/"]),
    ProjectFault(
      text: "max-rejected: 1%", other: "max-rejected: many", status: 78, words: ["phần trăm"]),
    ProjectFault(text: "sources:", other: "sources: [", status: 78, words: ["cú pháp"]),
  ])
  func `a fault of the project file is named with its place`(fault: ProjectFault) throws {
    let sample = try SampleCopy()
    try sample.edit(fault.text, to: fault.other)
    let run = try sample.run("2023-Q2", out: "out")
    #expect(run.status == fault.status)
    for word in fault.words { #expect(run.messages.contains(word), "\(run.messages)") }
    expectNothingLeft(in: sample)
  }

  @Test func `every fault of a unit catalogue is named with its place`() throws {
    let sample = try SampleCopy()
    try FileManager.default.copyItem(
      atPath: BuiltProgram.repository + "/Templates", toPath: sample.path("sample/Templates"))
    let file = "Templates/provinces/tra-vinh/units.csv"
    try sample.edit("2024-12-31,29242", to: "2024-12-31,29241", in: file)
    try sample.edit("H59.959.07", to: "H59.959.06", in: file)
    let run = try sample.run(
      "2023-Q2", out: "out", environment: ["BAOCAO_TEMPLATES": sample.path("sample/Templates")])
    #expect(run.status == 78)
    #expect(
      run.messages == """
        Lỗi: \(file):26: đơn vị tiếp nhận «29241» không có trong danh mục. Có phải là «29242»?
        \(file):28: đơn vị tiếp nhận «29241» không có trong danh mục. Có phải là «29242»?
        \(file):136: mã «H59.959.06» cũng chỉ đơn vị «29527» (dòng 135) trong cùng thời gian. \
        Hãy bỏ một chỗ.

        """)
    expectNothingLeft(in: sample)
  }

  @Test func `a missing project file is status 66`() throws {
    let scratch = try ScratchFolder()
    let run = try BuiltProgram.run([
      "run", "--config", scratch.path("baocao.yaml"), "--period", "2023-Q2", "--out",
      scratch.path("out"),
    ])
    #expect(run.status == 66)
    #expect(run.messages.contains("baocao init"))
  }

  @Test(arguments: [
    ["--period", "2023-Q5"], ["--period", "2023-13"], ["--period", "2023-Q2", "--level", "thon"],
    ["--period", "2023-Q2", "--unit", "99999"], ["--period", "2023-Q2", "--format", "pdf"],
    ["--period", "2023-Q2", "--as-of", "hôm nay"], ["--period", "2023-Q2", "--nhanh"], [],
    ["--period", "2030-Q1"],
  ])
  func `wrong usage is status 64 in Vietnamese`(arguments: [String]) throws {
    let sample = try SampleCopy()
    let run = try BuiltProgram.run(
      ["run", "--config", sample.config, "--out", sample.path("out")] + arguments)
    #expect(run.status == 64, "\(run.messages)")
    #expect(run.messages.contains("Lỗi: "), "\(run.messages)")
    #expect(!run.messages.contains("Error"), "\(run.messages)")
    expectNothingLeft(in: sample)
  }

  @Test func `a folder that holds a finished run is replaced only by force`() throws {
    let sample = try SampleCopy()
    #expect(try sample.run("2023-06", out: "out", ["--format", "csv"]).status == 0)
    let again = try sample.run("2023-Q2", out: "out", ["--format", "csv"])
    #expect(again.status == 73)
    #expect(again.messages.contains("--force"))
    let before = try String(contentsOfFile: sample.path("out/figures.csv"), encoding: .utf8)
    #expect(before.contains("2023-06,"))
    #expect(try sample.run("2023-Q2", out: "out", ["--format", "csv", "--force"]).status == 0)
    let after = try String(contentsOfFile: sample.path("out/figures.csv"), encoding: .utf8)
    #expect(after.contains("2023-Q2,"))
    expectNothingLeft(in: sample, but: "out")
  }

  @Test func `a folder of somebody else is never replaced`() throws {
    let sample = try SampleCopy()
    try FileManager.default.createDirectory(
      atPath: sample.path("out"), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: sample.path("out/thư.txt")))
    #expect(try sample.run("2023-Q2", out: "out", ["--force"]).status == 73)
    #expect(FileManager.default.fileExists(atPath: sample.path("out/thư.txt")))
  }

  @Test(arguments: [("/proc/x/out", "thư mục cấp trên"), ("/dev/null/out", "không phải thư mục")])
  func `a place that cannot be written is named with the reason`(
    place: String, reason: String
  ) throws {
    let sample = try SampleCopy()
    let run = try BuiltProgram.run([
      "run", "--config", sample.config, "--period", "2023-Q2", "--out", place,
    ])
    #expect(run.status == 73)
    #expect(run.messages.contains(place), "\(run.messages)")
    #expect(run.messages.contains(reason), "\(run.messages)")
  }

  @Test func `strict refuses any rejected row and names it`() throws {
    let sample = try SampleCopy()
    let run = try sample.run("2023-Q2", out: "out", ["--strict"])
    #expect(run.status == 65)
    #expect(run.messages.contains("ho-so-2022-"), "\(run.messages)")
    expectNothingLeft(in: sample)
  }

  @Test func `a file without a header is named with the fields that are missing`() throws {
    let sample = try SampleCopy()
    try Data("a,b,c\n1,2,3\n".utf8)
      .write(to: URL(fileURLWithPath: sample.path("sample/exports/mot-cua/z.csv")))
    let run = try sample.run("2023-Q2", out: "out")
    #expect(run.status == 65)
    #expect(run.messages.contains("exports/mot-cua/z.csv"))
    #expect(run.messages.contains("receivedAt"))
  }

  @Test(arguments: [
    ("chi-tieu.csv", "internet.user,2023-Q2,84,,,,5,", "«internet.users»"),
    ("chi-tieu.csv", "internet.users,2023-Q2,29236,,,,5,", "toàn tỉnh"),
    ("chi-tieu.csv", "internet.users,2023-Q2,84x,,,,5,", "«84x»"),
    ("chi-tieu.csv", "internet.users,quý 2,84,,,,5,", "«quý 2»"),
    ("chi-tieu.csv", "procedures.published,2023-H1,842,,1,3,\"33,3\",", "33,33"),
    ("chi-tieu.csv", "one-stop.on-time,2023-Q2,842,,1,3,,", "hồ sơ một cửa"),
    ("nhan-su-mot-cua.csv", "84-SNV,,nhiều", "«nhiều»"),
    ("nhiem-vu-ke-hoach.csv", "IX.1,,,,,,31/02/2023,,,", "«31/02/2023»"),
    ("diem-chi-so.csv", "PCI,1,,5,2022,6,,", "«Điểm đạt»"),
  ])
  func `a wrong row of a hand-kept table is named with its place`(
    file: String, row: String, words: String
  ) throws {
    let sample = try SampleCopy()
    let path = sample.path("sample/so-lieu-nhap-tay/\(file)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data((text + row + "\n").utf8).write(to: URL(fileURLWithPath: path))
    let line = text.split(separator: "\n").count + 1
    for command in ["run", "check"] {
      let out = command == "run" ? ["--period", "2023-Q2", "--out", sample.path("out")] : []
      let run = try BuiltProgram.run([command, "--config", sample.config] + out)
      #expect(run.status == 65, "\(run.messages)")
      #expect(run.messages.contains("so-lieu-nhap-tay/\(file):\(line): "), "\(run.messages)")
      #expect(run.messages.contains(words), "\(run.messages)")
    }
    expectNothingLeft(in: sample)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `an end by signal leaves nothing behind`(signal: Int32) throws {
    let scratch = try ScratchFolder()
    let made = try BuiltProgram.run([
      "sample", "--province", "tra-vinh", "--rows", "300000", "--seed", "1", "--out",
      scratch.path("big"),
    ])
    #expect(made.status == 0)
    for wait in [30, 150, 300] {
      let run = try BuiltProgram.start(
        BuiltProgram.path,
        [
          "run", "--config", scratch.path("big/baocao.yaml"), "--period", "2023-Q2", "--out",
          scratch.path("reports"),
        ], scratch: scratch)
      Thread.sleep(forTimeInterval: Double(wait) / 1000)
      kill(run.processIdentifier, signal)
      run.waitUntilExit()
      #expect(run.terminationStatus == 128 + signal || run.terminationReason == .uncaughtSignal)
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
      #expect(names.sorted() == ["big", "err", "out"])
    }
  }

  private func expectNothingLeft(in sample: SampleCopy, but name: String? = nil) {
    let folder = sample.scratch.url.path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    #expect(names.sorted() == [name, "sample"].compactMap { $0 }.sorted())
  }
}
