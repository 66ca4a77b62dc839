import Documents
import Foundation
@testable import Reporting
import TestSupport
import Testing

@Suite struct MailTemplateTests {
  private static func content(unit: String = "Huyện Càng Long") -> MailContent {
    MailContent(
      period: "quý II năm 2023", date: "05/7/2023", unit: unit, unitInSentence: unit,
      unitCode: "844", province: "Tỉnh Trà Vinh",
      figures: [
        .init(
          name: "Tỷ lệ đúng hạn", unit: "%", value: "98,25%", target: "≥ 95%", status: "Đạt",
          isMissed: false, previous: "97,00%"),
        .init(
          name: "Hồ sơ quá hạn", unit: "hồ sơ", value: "2", target: "0", status: "Chưa đạt",
          isMissed: true, previous: "…"),
        .init(
          name: "Hồ sơ tiếp nhận", unit: "hồ sơ", value: "1.234", target: "x", status: "",
          isMissed: false, previous: "…"),
      ],
      files: [.init(name: "Báo cáo.xlsx", size: "75 KB")])
  }

  private static func body(_ content: MailContent) throws -> (html: String, plain: String) {
    try #require(try MailTemplates(folder: Specimen.mailFolder).body("bao-cao", of: content))
  }

  @Test func `the body says the main figures and the files, as a page and as text`() throws {
    let body = try Self.body(Self.content())
    for piece in [
      "Lãnh đạo Huyện Càng Long", "quý II năm 2023", "98,25%", "1.234", "≥ 95%", "Chưa đạt",
      "Trong 02 chỉ tiêu chính có mục tiêu: 01 đạt, 01 chưa đạt.", "Báo cáo.xlsx (75 KB)",
    ] {
      #expect(body.plain.contains(piece))
      #expect(
        body.html.replacing("</strong>", with: "").replacing("<strong>", with: "").contains(piece))
    }
    #expect(body.plain.contains("- Hồ sơ quá hạn: 2 hồ sơ (mục tiêu 0: Chưa đạt)\n"))
    #expect(!body.plain.contains("{{") && !body.plain.contains("&"))
    #expect(!body.html.contains("http") && !body.html.contains("<img"))
  }

  @Test func `without figures there is no empty table and no empty sentence`() throws {
    var content = Self.content()
    content.figures = []
    let body = try Self.body(content)
    #expect(!body.html.contains("<table") && !body.plain.contains("Kết quả chính"))
    #expect(!body.plain.contains("chỉ tiêu chính"))
  }

  @Test func `what data say is data`() throws {
    let evil = "<script>x</script>\r\nBcc: a@b.vn"
    let body = try Self.body(Self.content(unit: evil))
    #expect(!body.html.contains("<script"))
    #expect(!body.plain.contains("\nBcc"))
    let line = try MailTemplates.line(
      "Gửi {{unit}}", of: Self.content(unit: evil), file: "mail.yaml")
    #expect(line == "Gửi <script>x</script>  Bcc: a@b.vn")
  }

  @Test func `a name that does not exist is told with its place and the nearest`() throws {
    let error = #expect(throws: TemplateError.self) {
      try MailTemplates.line("Kỳ {{perod}}", of: Self.content(), file: "mail.yaml")
    }
    #expect(error?.problem == .unknownName("perod", nearest: "period"))
    #expect(error?.column == 4)
  }

  @Test func `a body is a page and a text, or it is a fault`() throws {
    let scratch = try ScratchFolder()
    try Data("x {{unt}}".utf8).write(to: URL(fileURLWithPath: scratch.path("a.html.mustache")))
    let faults = MailTemplates.faults(folder: scratch.path(""))
    #expect(
      faults.map(\.problem) == [.unknownName("unt", nearest: "unit"), .missingFile])
  }
}
