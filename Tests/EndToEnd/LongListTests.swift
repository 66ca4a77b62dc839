import Foundation
import Testing
import TestSupport

/// Lists that are too long for a report have workbooks of their own.
@Suite struct LongListTests {
  private static let late = 2_300
  private static let rejected = 2_100

  /// A work folder with so many late dossiers of one commune and so many rows of no unit.
  private func folder() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    let config = """
      province: tra-vinh
      max-rejected: 60%
      sources:
        - {kind: dossiers, files: "*.csv", profile: igate}
      """
    try Data(config.utf8).write(to: URL(fileURLWithPath: scratch.path("baocao.yaml")))
    var text = "Mã hồ sơ,Mã đơn vị,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc,Người nộp\n"
    for number in 0..<Self.late {
      let finish = number % 3 == 0 ? "2023-06-10" : ""
      text += "A-\(number),29266,2023-04-03,2023-05-03,\(finish),Nguyễn Văn CANARY\n"
    }
    for number in 0..<Self.rejected {
      text += "B-\(number),99999,2023-04-03,2023-05-03,,Nguyễn Văn CANARY\n"
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: scratch.path("a.csv")))
    return scratch
  }

  @Test func `every row is in them, the report says where, and nothing personal`() throws {
    let scratch = try folder()
    let run = try BuiltProgram.run([
      "run", "--config", scratch.path("baocao.yaml"), "--period", "2023-Q2", "--out",
      scratch.path("out"), "--format", "xlsx", "--unit", "84", "--unit", "29266", "--as-of",
      "2023-07-05", "--quiet",
    ])
    #expect(run.status == 0, "\(run.messages)")
    let script = """
      import sys, openpyxl
      for name in sys.argv[1:]:
          sheet = openpyxl.load_workbook(name, read_only=True).worksheets[0]
          rows = [row for row in sheet.iter_rows(min_row=6, values_only=True)]
          codes = {next(str(c) for c in row if str(c)[:2] in ("A-", "B-")) for row in rows}
          print(len(rows), len(codes), any("CANARY" in str(c) for row in rows for c in row))
      """
    let read = try BuiltProgram.command(
      "/usr/bin/python3",
      [
        "-c", script, scratch.path("out/tinh/84-ho-so-qua-han.xlsx"),
        scratch.path("out/xa/29266-ho-so-qua-han.xlsx"),
        scratch.path("out/tinh/84-dong-can-sua.xlsx"),
      ])
    #expect(
      read.output.split(separator: "\n") == [
        "\(Self.late) \(Self.late) False", "\(Self.late) \(Self.late) False",
        "\(Self.rejected) \(Self.rejected) False",
      ], "\(read.messages)")
    let texts = try BuiltProgram.command(
      "/bin/bash",
      ["-c", "unzip -p \"$0\" xl/sharedStrings.xml", scratch.path("out/xa/29266.xlsx")])
    #expect(
      texts.output.contains(
        "Bảng ghi 2.000 hồ sơ đầu trong 2.300 hồ sơ; đủ các hồ sơ ở tệp 29266-ho-so-qua-han.xlsx."))
    let audit = try BuiltProgram.run(["audit", scratch.path("out")])
    #expect(audit.output == "")
    #expect(audit.status == 0)
  }
}
