import Foundation
import Testing

/// `baocao mail` as far as no server is needed: rehearsals, refusals, exit statuses.
@Suite struct MailCommandTests {
  /// A finished run of two levels with a list and contacts beside it.
  private static func sample() throws -> SampleCopy {
    let sample = try SampleCopy()
    let run = try sample.run(
      "2023-Q2", out: "run",
      ["--level", "tinh", "--level", "huyen", "--format", "xlsx", "--format", "csv", "--quiet"])
    try #require(run.status == 0, "\(run.messages)")
    try write(
      """
      Mã đơn vị,Vai trò,Họ tên,Địa chỉ
      84,Lãnh đạo,Nguyễn Văn Ánh,chutich@travinh.gov.vn
      844,Lãnh đạo,Lê Văn Cường,canglong@travinh.gov.vn

      """, to: "danh-ba.csv", sample)
    try write(
      """
      server: {host: localhost, port: 1, security: none}
      sender: Văn phòng UBND tỉnh Trà Vinh <bao-cao@travinh.gov.vn>
      domains: [travinh.gov.vn]
      contacts: danh-ba.csv
      messages:
        - id: huyen
          for-each: huyen
          to: [lãnh đạo]
          subject: "Báo cáo {{period}} của {{unit-in-sentence}}"
          attachments: ["{level}/{code}.xlsx"]

      """, to: "mail.yaml", sample)
    return sample
  }

  private static func write(_ text: String, to name: String, _ sample: SampleCopy) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: sample.path(name)))
  }

  private static func mail(_ sample: SampleCopy, _ more: String...) throws -> BuiltProgram.Ending {
    try BuiltProgram.run(
      ["mail", "--run", sample.path("run"), "--list", sample.path("mail.yaml")] + more)
  }

  private static func plan(_ sample: SampleCopy) throws -> String {
    try String(contentsOfFile: sample.path("run/mail/plan.csv"), encoding: .utf8)
  }

  @Test
  func `a rehearsal writes the plan and the messages, tells who gets none, and the audit agrees`()
    throws
  {
    let sample = try Self.sample()
    let ending = try Self.mail(sample)
    #expect(ending.status == 0)
    #expect(ending.output.isEmpty)
    #expect(ending.messages.contains("Đã soạn 1 thư"))
    #expect(ending.messages.contains("08 đơn vị (842, 845,"))
    let plan = try Self.plan(sample)
    #expect(plan.contains("Báo cáo quý II năm 2023 của huyện Càng Long"))
    #expect(try BuiltProgram.run(["audit", sample.path("run")]).status == 0)
    let before = plan
    #expect(try Self.mail(sample).status == 0)
    #expect(try Self.plan(sample) == before)
  }

  @Test func `where no server answers, nothing is lost and the status says so`() throws {
    let sample = try Self.sample()
    #expect(try Self.mail(sample, "--send").status == 78)
    #expect(try Self.mail(sample).status == 0)
    let ending = try Self.mail(sample, "--send")
    #expect(ending.status == 69)
    #expect(ending.messages.contains("Máy chủ thư localhost:1: không kết nối được."))
    let ledger = try String(contentsOfFile: sample.path("run/mail/ledger.csv"), encoding: .utf8)
    #expect(ledger.contains(",queued,1,"))
  }

  @Test func `a run that takes the place of another keeps its ledger and nothing else of its mail`()
    throws
  {
    let sample = try Self.sample()
    #expect(try Self.mail(sample).status == 0)
    let again = try sample.run(
      "2023-Q2", out: "run", ["--level", "huyen", "--format", "csv", "--quiet", "--force"])
    #expect(again.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: sample.path("run/mail"))
    #expect(names == ["ledger.sqlite"])
  }

  @Test func `wrong use and wrong places are told`() throws {
    let sample = try Self.sample()
    #expect(try Self.mail(sample).status == 0)
    let unknown = try Self.mail(sample, "--resend", "huyen.844.canglong@travinh.gov.v")
    #expect(unknown.status == 64)
    #expect(unknown.messages.contains("Có phải là «huyen.844.canglong@travinh.gov.vn»?"))
    let noRun = try BuiltProgram.run(
      ["mail", "--run", sample.path("sample"), "--list", sample.path("mail.yaml")])
    #expect(noRun.status == 66)
    #expect(noRun.messages.contains("không phải kết quả của một lần chạy"))
    let noList = try BuiltProgram.run(
      ["mail", "--run", sample.path("run"), "--list", sample.path("khong-co.yaml")])
    #expect(noList.status == 66)
    #expect(noList.messages.contains("không có tệp này"))
  }

  @Test func `a body whose figures the run does not have is refused`() throws {
    let sample = try Self.sample()
    let run = try sample.run(
      "2023-Q2", out: "run", ["--level", "huyen", "--format", "xlsx", "--quiet", "--force"])
    #expect(run.status == 0)
    let ending = try Self.mail(sample)
    #expect(ending.status == 78)
    #expect(ending.messages.contains("figures.csv"))
  }

  @Test func `a name in a subject that does not exist is told with the nearest`() throws {
    let sample = try Self.sample()
    let list = try String(contentsOfFile: sample.path("mail.yaml"), encoding: .utf8)
    try Self.write(list.replacing("{{period}}", with: "{{perod}}"), to: "mail.yaml", sample)
    let ending = try Self.mail(sample)
    #expect(ending.status == 78)
    #expect(ending.messages.contains("Có phải là «period»?"))
  }
}
