import Documents
@testable import Reporting
import TestSupport
import Testing

@Suite struct FormTests {
  let templates: ReportTemplates

  init() throws { templates = try Specimen.reportTemplates() }

  /// The rows between two tags of a text.
  private func rows(_ text: String, in part: String) -> [Substring] {
    let part =
      text.split(separator: "<\(part)>").dropFirst().first?
      .split(separator: "</\(part)>").first ?? ""
    return part.split(separator: "\n")
  }

  @Test func `merges the heads of II.06a as the form prints them`() throws {
    let heads = rows(templates.html(try Specimen.district()), in: "thead").prefix(3).map { row in
      row.matches(of: /scope="(\w+)" colspan="(\d)" rowspan="(\d)">([^<]*)/).map {
        "\($0.1) \($0.2)×\($0.3) \($0.4)"
      }
    }
    #expect(
      heads == [
        [
          "col 1×3 STT", "col 1×3 Lĩnh vực, công việc giải quyết theo cấp",
          "colgroup 4×1 Số lượng hồ sơ tiếp nhận", "colgroup 4×1 Số lượng hồ sơ đã giải quyết",
          "colgroup 3×1 Số lượng hồ sơ đang giải quyết",
        ],
        [
          "col 1×2 Tổng số", "colgroup 2×1 Trong kỳ", "col 1×2 Từ kỳ trước", "col 1×2 Tổng số",
          "col 1×2 Trước hạn", "col 1×2 Đúng hạn", "col 1×2 Quá hạn", "col 1×2 Tổng số",
          "col 1×2 Trong hạn", "col 1×2 Quá hạn",
        ],
        ["col 1×1 Trực tuyến", "col 1×1 Trực tiếp, dịch vụ bưu chính"],
      ])
  }

  @Test func `every row has as many cells as the form has columns`() throws {
    let text = templates.html(try Specimen.district())
    for row in rows(text, in: "tbody") where row.hasPrefix("<tr") {
      #expect(row.matches(of: /<t[dh]/).count == 13)
    }
    let lines = templates.markdown(try Specimen.district()).singleSpaced.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| STT | Lĩnh vực") })
    for line in lines[start...].prefix(8) { #expect(line.count { $0 == "|" } == 14) }
  }

  @Test func `writes the number row with its sums`() throws {
    let text = templates.markdown(try Specimen.district())
    #expect(
      text.singleSpaced.contains(
        "| (1) | (2) | (3)=(4)+(5)+(6) | (4) | (5) | (6) | (7)=(8)+(9)+(10) | (8) | (9) | (10) "
          + "| (11)=(12)+(13) | (12) | (13) |\n"))
  }

  @Test func `a unit without forms numbers its annexes from one`() throws {
    var report = try Specimen.district()
    report.forms = []
    let text = templates.markdown(report)
    #expect(text.contains("## Phụ lục I. KẾT QUẢ") && text.contains("## Phụ lục IV. CHẤT LƯỢNG"))
    #expect(!text.contains("Phụ lục V"))
  }
}
