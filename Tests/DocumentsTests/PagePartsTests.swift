import Crypto
import Documents
import Foundation
import Testing

@Suite struct PagePartsTests {
  let templates: ReportTemplates

  init() throws { templates = try Specimen.reportTemplates() }

  /// What stands between the marks of every element of a name.
  private func contents(of name: String, in page: String) -> [Substring] {
    page.split(separator: "<\(name)>").dropFirst().compactMap {
      $0.split(separator: "</\(name)>", omittingEmptySubsequences: false).first
    }
  }

  @Test func `a page lets act only the style sheets and scripts whose sums it names`() throws {
    let pages = [
      templates.html(try Specimen.district()), templates.index(Specimen.index()),
      templates.comparison(Specimen.comparison()),
    ]
    for page in pages {
      let parts = contents(of: "style", in: page) + contents(of: "script", in: page)
      #expect(parts.count == 3)
      for part in parts {
        let sum = Data(SHA256.hash(data: Data(part.utf8))).base64EncodedString()
        #expect(page.contains("&#39;sha256-\(sum)&#39;"))
      }
      #expect(
        page.contains("content=\"default-src &#39;none&#39;; ")
          || page.contains("default-src 'none'; "))
      // Neither styles nor handlers may stand in attributes.
      #expect(!page.contains(" style=") && !page.contains(" onclick="))
    }
  }
}
