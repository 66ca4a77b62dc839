@testable import Administration
import Documents
import Foundation
@testable import Reporting
import TestSupport
import Testing

@Suite struct TemplateCheckTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// What is wrong with templates of which one is this text.
  private func error(_ text: String, as name: String = "report.html") throws -> TemplateError? {
    var texts = [
      "report.html": "", "report.md": "", "index.html": "", "compare.html": "", "known.html": "",
      "page.html": "", "page.md": "", "dinh-ky.md": "",
    ]
    texts[name] = text
    for (name, text) in texts {
      try Data(text.utf8).write(to: scratch.url.appendingPathComponent("\(name).mustache"))
    }
    do throws(TemplateError) {
      _ = try ReportTemplates(
        folder: scratch.url.path, texts: ["dinh-ky"],
        indicators: ["one-stop.on-time", "dossiers.resolved"], shown: "T")
      return nil
    } catch {
      return error
    }
  }

  private func problem(_ line: Int, _ column: Int, _ problem: TemplateProblem) -> TemplateError {
    TemplateError(file: "T/report.html.mustache", line: line, column: column, problem: problem)
  }

  @Test func `the templates that come with the program have no fault`() throws {
    _ = try Specimen.reportTemplates()
  }

  @Test(
    arguments: [
      ("a\n  {{subjct}}", 2, 3, "subjct", "subject"),
      ("{{#anexes}}x{{/anexes}}", 1, 1, "anexes", "annexes"),
      ("ờ {{^document}}x{{/document}}", 1, 3, "document", "documents"),
      ("{{#documents}}{{number}}\n{{titel}}{{/documents}}", 2, 1, "titel", "title"),
      ("{{unit.nam}}", 1, 1, "unit.nam", "unit.name"),
      ("{{Tên đơn vị}}", 1, 1, "Tên đơn vị", nil),
      ("{{.}}", 1, 1, ".", nil),
    ] as [(String, Int, Int, String, String?)])
  func `an unknown name is an error with its place`(
    text: String, line: Int, column: Int, name: String, nearest: String?
  ) throws {
    #expect(
      try error(text) == problem(line, column, .unknownName(name, nearest: nearest)))
  }

  @Test func `an unknown name is found where nothing would be rendered`() throws {
    let text = "{{^documents}}{{#annexes}}{{wrong-name}}{{/annexes}}{{/documents}}"
    #expect(try error(text) == problem(1, 27, .unknownName("wrong-name", nearest: nil)))
  }

  @Test func `a name of a list is unknown outside it`() throws {
    #expect(
      try error("{{#documents}}{{/documents}}{{title}}")
        == problem(1, 29, .unknownName("title", nearest: nil)))
  }

  @Test func `a name of the whole report is known within a list`() throws {
    #expect(
      try error("{{#annexes}}{{#form}}{{#rows}}{{period}}{{code}}{{/rows}}{{/form}}{{/annexes}}")
        == nil)
  }

  @Test func `a missing partial is an error with its place`() throws {
    #expect(
      try error("\n{{> knwon.html }}")
        == problem(2, 1, .unknownPartial("knwon.html", nearest: "known.html")))
  }

  @Test func `an unknown name in a partial names the partial's file`() throws {
    for (name, text) in [("part.html", "x\n{{nobody-knows}}")] {
      try Data(text.utf8).write(to: scratch.url.appendingPathComponent("\(name).mustache"))
    }
    #expect(
      try error("{{>part.html}}")
        == TemplateError(
          file: "T/part.html.mustache", line: 2, column: 1,
          problem: .unknownName("nobody-knows", nearest: nil)))
  }

  @Test(arguments: [
    ("{{subject", TemplateProblem.unfinishedTag), ("{{#annexes}}", .unclosedSection("annexes")),
    ("{{/forms}}", .wrongClose("forms", open: nil)),
    ("{{{subject}}}", .notAllowed("{{{")), ("{{&subject}}", .notAllowed("{{&")),
    ("{{=<% %>=}}", .notAllowed("{{=")), ("{{% CONTENT_TYPE:TEXT}}", .notAllowed("{{%")),
    ("{{<known.html}}{{/known.html}}", .notAllowed("{{<")),
    ("{{annexes}}", .notAText("annexes")), ("{{unit}}", .notAText("unit")),
    ("{{>report.html}}", .includesItself("report.html")),
    ("{{upercased(subject)}}", .unknownTransform("upercased", nearest: "uppercased")),
    ("{{#last()}}{{/last()}}", .unknownTransform("last", nearest: nil)),
  ])
  func `what would go wrong silently is an error`(
    text: String, expected: TemplateProblem
  ) throws {
    #expect(try error(text) == problem(1, 1, expected))
  }

  @Test(arguments: [
    ("a {}\n{{subject}} {}", 2, 1, "{{"), ("a { content: '</style>' }", 1, 15, "</"),
    ("<!-- a", 1, 1, "<!--"),
  ])
  func `a style sheet or a script that is not plain is an error`(
    text: String, line: Int, column: Int, sign: String
  ) throws {
    for name in ["own.css", "own.js"] {
      #expect(
        try error(text, as: name)
          == TemplateError(
            file: "T/\(name).mustache", line: line, column: column, problem: .notPlain(sign)))
      try Data().write(to: scratch.url.appendingPathComponent("\(name).mustache"))
    }
  }

  @Test func `a template that is not there is an error`() throws {
    let empty = scratch.url.appendingPathComponent("none").path
    #expect(
      throws: TemplateError(file: "T/report.html.mustache", problem: .missingFile)
    ) { try ReportTemplates(folder: empty, texts: [], indicators: [], shown: "T") }
  }

  @Test func `a template may be saved by a Windows editor`() throws {
    let text = "\u{FEFF}<p>\r\n{{#annexes}}\r\n{{/annexes}}\r\n{{subject}}</p>\r\n"
    #expect(try error(text) == nil)
    let html = try ReportTemplates(folder: scratch.url.path, texts: ["dinh-ky"], indicators: [])
      .html(Specimen.district())
    #expect(html == "<p>\nCông tác cải cách hành chính quý II năm 2023</p>\n")
  }

  @Test func `texts are escaped in partials too, as the partial's name says`() throws {
    try Data("{{unit.name}}".utf8).write(to: scratch.url.appendingPathComponent("p.md.mustache"))
    #expect(try error("{{unit.name}} {{>p.md}}", as: "report.md") == nil)
    var report = try Specimen.district()
    report.letterhead.place = "<a_b>"
    report.unit.name = "<a_b>"
    let text = try ReportTemplates(folder: scratch.url.path, texts: ["dinh-ky"], indicators: [])
      .markdown(report)
    #expect(text == #"&lt;a\_b> &lt;a\_b>"# + "\n")
  }
}
