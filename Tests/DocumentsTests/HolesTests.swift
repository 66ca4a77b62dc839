@testable import Administration
import Documents
import Foundation
import Indicators
@testable import Reporting
import Testing

/// Nothing that is rendered holds a tag, a value as programs print it, or nothing where a figure
/// belongs, however little is known of a unit.
@Suite struct HolesTests {
  private let templates: ReportTemplates

  init() throws {
    templates = try ReportTemplates(
      folder: Specimen.folder, texts: Specimen.texts(),
      indicators: Specimen.catalogue().indicators.map(\.id))
  }

  /// What must not stand in a page or a Markdown file, each with its surroundings.
  private static func holes(in text: String) -> [String] {
    let body = text.replacing(#/<(style|script)>[\s\S]*?</(style|script)>/#, with: "")
      .replacing("&lt;", with: "‹").replacing("&gt;", with: "›").replacing("&amp;", with: "&")
      // The rows of dashes of tables.
      .replacing(#/\|[ :|-]+\|\n/#, with: "\n")
    let patterns = [
      #"\{\{"#, #"Optional\("#, #"\b(nil|null|NaN|nan|inf|undefined)\b"#,
      // A sentence without its number or its name.
      #"đạt (%|[.,;)])"#, #"(tăng|giảm|so với|của|trong đó|tiếp nhận) *[.,;:)]"#,
      #"\( *\)"#, #" [.,;:)](?![0-9.])"#, #"\p{L}  +\p{L}"#, #";\."#, #"\.\.(?!\.|/)"#,
      // A paragraph or a heading of nothing, and marks without what they mark.
      #"<(p|li|h[1-6]|th|strong|em|caption|figcaption)( [^>]*)?>\s*</"#, #"(?m)^(-|#+) *$"#,
      #"(^|[^*\w])\*\*\*\*($|[^*])"#, #"<td class="(value|number)">\s*</td>"#, "Phụ lục \\.",
    ]
    return patterns.flatMap { pattern -> [String] in
      guard let regex = try? Regex(pattern) else { return ["no pattern: \(pattern)"] }
      return body.matches(of: regex).map { match in
        let start =
          body.index(match.range.lowerBound, offsetBy: -30, limitedBy: body.startIndex)
          ?? body.startIndex
        let end =
          body.index(match.range.upperBound, offsetBy: 30, limitedBy: body.endIndex)
          ?? body.endIndex
        return "\(pattern): …\(body[start..<end])…"
      }
    }
  }

  /// A unit of which nothing is known but its name.
  private static func bare() throws -> UnitReport {
    var report = try Specimen.district()
    report.sentences = ReportSentences()
    report.documents = []
    report.narrative = [:]
    report.figures = UnitFigures([], below: [], previousName: nil, yearAgoName: nil)
    report.summary = ReportSummary(rows: [])
    report.charts = []
    report.forms = []
    report.indicators = []
    report.tables = []
    report.quality = []
    report.rejected.count = 0
    report.notes = []
    report.below = []
    report.above = []
    report.hasUnitsBelow = false
    return report
  }

  @Test func `the golden files have no holes`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count >= 4)
    for name in names {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      #expect(Self.holes(in: text) == [], "\(name)")
    }
  }

  @Test(arguments: [
    "dinh-ky", "dinh-ky-bay-muc", "thang", "kiem-soat-tthc", "chinh-quyen-so", "tom-tat",
  ])
  func `no report has holes, of a unit with everything, with one annex, or with nothing`(
    text: String
  ) throws {
    var oneAnnex = try Self.bare()
    oneAnnex.quality = try Specimen.district().quality
    for (name, report) in [
      ("everything", try Specimen.district()), ("one annex", oneAnnex),
      ("nothing", try Self.bare()),
    ] {
      for layout in [ReportKind.Layout.paper, .page] {
        var kind = Specimen.kinds[0]
        kind.text = text
        kind.layout = layout
        let documents = templates.documents(
          report, kind, letterhead: report.letterhead, formats: [.html, .markdown])
        for bytes in [documents.html, documents.markdown] {
          let written = String(decoding: try #require(bytes), as: UTF8.self)
          #expect(written.contains(report.unit.name))
          #expect(Self.holes(in: written) == [], "\(text), \(layout), \(name)")
        }
      }
    }
  }

  @Test func `neither the index nor the comparison has holes`() {
    #expect(Self.holes(in: templates.index(Specimen.index())) == [])
    #expect(Self.holes(in: templates.comparison(Specimen.comparison())) == [])
  }

  @Test(arguments: [
    "{{subject}}", "Tổng: nil", "đạt Optional(1)%", "| nan |", "tỷ lệ đạt %.", "giảm so với.",
    "tiếp nhận , trong đó", "Còn 02 đơn vị ()", "<p></p>", "<li>\n</li>", "- \n", "**** hồ sơ",
    "<td class=\"value\"></td>", "có  hồ sơ", "## Phụ lục . BIỂU", "hết..",
  ])
  func `a hole is found`(text: String) {
    #expect(!Self.holes(in: "Một.\n\(text)\nHai.").isEmpty)
  }
}
