import Documents
@testable import Reporting
import Testing

@Suite struct NarrativeTests {
  let templates: ReportTemplates

  init() throws { templates = try Specimen.reportTemplates() }

  /// The reports of the specimen with one written text.
  private func documents(_ text: String) throws -> (html: String, markdown: String) {
    var report = try Specimen.district()
    report.narrative = ["han-che": NarrativeText.fitted(text)]
    return (templates.html(report), templates.markdown(report))
  }

  @Test(arguments: [
    ("# Một\n\n## Hai", "#### Một\n\n#### Hai"),
    ("<b>đậm</b> <script>x</script>", #"\<b\>đậm\</b\> \<script\>x\</script\>"#),
    ("[Sở](https://a.vn) ![ảnh](x.png)", "Sở (https://a.vn) ảnh (x.png)"),
    ("a\r\nb\u{0}c", "a\nb c"), ("\u{FEFF}a", "a"), ("  \n\n", ""),
    ("| a | b |\n|---|--:|\n| 1 | 2 |", "| a | b |\n| --- | --: |\n| 1 | 2 |"),
  ])
  func `a written text is fitted into a report`(text: String, fitted: String) {
    #expect(NarrativeText.fitted(text) == fitted)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
    "![x](https://a.vn/b.png)", "<style>*{}</style>\n\n<div onclick='x'>", "<https://a.vn>",
    "[a]: https://a.vn 'x'\n\n[a]", "```html\n<script>\n```", "{{subject}} {{#x}}",
  ])
  func `a written text brings no tag, no address and no name of its own`(text: String) throws {
    let html = try documents(text).html
    for foreign in ["<script>a", "<img", "onclick=", "onerror=\"", "javascript:\"", "href=\"http"] {
      #expect(!html.contains(foreign) || foreign == "onclick=" && html.contains("&lt;div onclick="))
    }
    #expect(!html.contains("<style>*") && !html.contains("<div onclick"))
  }

  @Test func `a written text stands in its place in both formats`() throws {
    let (html, markdown) = try documents("Còn **hai** việc:\n\n1. một\n2. hai\n\n*hết*")
    #expect(
      html.contains(
        "<p>Còn <strong>hai</strong> việc:</p>\n<ol>\n<li>một</li>\n<li>hai</li>\n</ol>\n<p><em>hết</em></p>"
      ))
    #expect(markdown.contains("Còn **hai** việc:\n\n1.  một\n2.  hai\n\n*hết*\n"))
  }

  @Test func `a text that nobody wrote is marked and told`() throws {
    let report = try Specimen.district()
    let documents = templates.documents(
      report, Specimen.kinds[0], letterhead: report.letterhead, formats: [.html, .markdown])
    #expect(documents.gaps.contains("kien-nghi") && !documents.gaps.contains("han-che"))
    let marks = templates.html(report).split(separator: "<mark>[đơn vị bổ sung]</mark>").count
    #expect(marks == documents.gaps.count + 1)
    #expect(
      templates.markdown(report).split(separator: #"*\[đơn vị bổ sung\]*"#).count == marks)
  }
}
