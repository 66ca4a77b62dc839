@testable import Administration
import Documents
@testable import Reporting
import TestSupport
import Testing

@Suite struct HostileTextTests {
  private static let hostile =
    "<script>alert(1)</script> a|b {{period}} {{#x}} & \"q\" *b* [l](http://x) `c` <!-- \n# h"

  private func report() throws -> UnitReport {
    var report = try Specimen.district()
    let hostile = Self.hostile
    report.unit.name = hostile
    report.letterhead.recipients = [hostile]
    report.sentences.dossiers.append(hostile)
    report.forms[0].rows[1].cells[1] = .text(hostile)
    report.indicators[0].area = hostile
    report.quality[0].source = hostile
    report.notes.append(hostile)
    report.below[0].name = hostile
    report.charts[0].title = hostile
    report.charts[2].series[0].name = hostile
    report.below[0].code = "a/../b\"onclick=x y"
    return report
  }

  @Test func `hostile texts are data in HTML`() throws {
    let templates = try Specimen.reportTemplates()
    let text = templates.html(try report())
    var harmless = try Specimen.district()
    harmless.sentences.dossiers.append("Vô hại.")
    harmless.letterhead.recipients = ["Vô hại"]
    let plain = templates.html(harmless)
    #expect(!text.contains("<script>alert") && !text.contains("<!--"))
    #expect(text.contains("&lt;script&gt;"))
    #expect(text.contains("{{period}} {{#x}} &amp; &quot;q&quot;"))
    #expect(!text.contains("\"onclick"))
    #expect(text.contains("các khu công nghiệp &lt;tỉnh&gt;</th>"))
    // Not one tag more than there is without them.
    let tags = { (text: String) in
      Dictionary(
        text.matches(of: /<\/?[a-z0-9]*/).map { (String($0.output), 1) }, uniquingKeysWith: +)
    }
    let (found, expected) = (tags(text), tags(plain))
    #expect(found.filter { expected[$0.key] != $0.value } == [:])
  }

  @Test func `hostile texts are data in Markdown`() throws {
    let templates = try Specimen.reportTemplates()
    let text = templates.markdown(try report())
    #expect(!text.contains("<") && !text.contains("\n# h"))
    #expect(text.contains(#"&lt;script>alert(1)&lt;/script> a\|b {{period}} {{#x}}"#))
    #expect(text.contains(#"&amp; "q" \*b\* \[l\](http\://x) \`c\` &lt;!--"#))
    // Every row of a table still has as many cells as its head.
    let row = text.singleSpaced.split(separator: "\n").first { $0.contains("| 1 | &lt;script") }
    #expect(row?.replacing(#"\|"#, with: "").count { $0 == "|" } == 14)
  }
}
