import Documents
@testable import Reporting
import Testing

@Suite struct LinkTests {
  let templates: ReportTemplates

  init() throws { templates = try Specimen.reportTemplates() }

  /// Where links lead outside their own page.
  private func links(_ text: String) -> [String] {
    text.matches(of: /href="([^#"][^"]*)"/).map { String($0.output.1) }
  }

  @Test func `links to what stands above, below and beside`() throws {
    #expect(
      links(templates.html(try Specimen.district())) == [
        "../index.html", "../tinh/84.html", "844.xlsx", "844.md", "844-tom-tat.html",
        "../xa/29269.html",
      ])
  }

  @Test func `links to nothing that the run does not write`() throws {
    let written = WrittenReports(formats: [.html], codes: ["844"], hasIndex: false)
    let text = templates.html(try Specimen.district(), among: written)
    #expect(links(text) == ["844-tom-tat.html"])
    #expect(text.contains("<li>Tỉnh Trà Vinh</li>"))
  }

  @Test func `a report in Markdown links to others in Markdown`() throws {
    let text = templates.markdown(try Specimen.district())
    #expect(text.contains("[Tỉnh Trà Vinh](../tinh/84.md)"))
    #expect(text.contains("[Xã An Trường](../xa/29269.md)"))
  }

  @Test func `the index links to the formats that there are`() throws {
    #expect(
      links(templates.index(Specimen.index())) == [
        "so-sanh-huyen.html", "huyen/844.html", "huyen/844.html", "huyen/844.xlsx", "figures.csv",
      ])
  }

  @Test func `a code with odd letters stays one part of a path`() throws {
    var report = try Specimen.district()
    report.below[0].code = "a?b c\"d"
    #expect(links(templates.html(report)).contains("../xa/a%3Fb%20c%22d.html"))
  }
}
