import Documents
import TestSupport
import Testing

@Suite struct GoldenReportTests {
  let templates: ReportTemplates

  init() throws { templates = try Specimen.reportTemplates() }

  @Test func `writes the report of a huyện in HTML`() throws {
    let text = templates.html(try Specimen.district())
    #expect(try GoldenFile("huyen.html").difference(from: text) == nil)
  }

  @Test func `writes the report of a huyện in Markdown`() throws {
    let text = templates.markdown(try Specimen.district())
    #expect(try GoldenFile("huyen.md").difference(from: text) == nil)
  }

  @Test func `writes the index`() throws {
    let text = templates.index(Specimen.index())
    #expect(try GoldenFile("index.html").difference(from: text) == nil)
  }

  @Test func `writes the page that compares the units of a level`() throws {
    let text = templates.comparison(Specimen.comparison())
    #expect(try GoldenFile("so-sanh.html").difference(from: text) == nil)
  }

  @Test func `an HTML report needs nothing from elsewhere`() throws {
    let text = templates.html(try Specimen.district())
    for foreign in ["http:", "https:", "<img", "url(", "@import"] {
      #expect(!text.contains(foreign))
    }
  }
}
