import Reporting
import TestSupport
import Testing
import Workbooks

/// Every part of one workbook of each level.
@Suite struct GoldenBookTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test(arguments: [("84", "tinh"), ("841", "huyen"), ("8411", "xa")])
  func `writes the workbook of a level`(unit: String, level: String) async throws {
    let report = try await ReportSpecimen(in: scratch).report(of: unit)
    let path = scratch.path("book.xlsx")
    try BookLayout(report: report, created: ReportSpecimen.created).write(to: path)
    let read = ReadBook(path: path)
    var text = ""
    for name in try read.partNames() where !name.hasSuffix("theme1.xml") {
      text += "=== \(name)\n" + (try read.part(name)).replacing("><", with: ">\n<") + "\n"
    }
    let difference = try GoldenFile("\(level).book.xml").difference(from: text)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `a text that no cell can hold is cut, and shows that it is`() async throws {
    var report = try await ReportSpecimen(in: scratch).report(of: "8411")
    report.rejected.lines = [
      .init(
        source: String(repeating: "e\u{301}", count: 40_000), code: "", file: "a.csv", line: 2,
        fault: "", remedy: "")
    ]
    let path = scratch.path("long.xlsx")
    try BookLayout(report: report, created: ReportSpecimen.created).write(to: path)
    let texts = try ReadBook(path: path).part("xl/sharedStrings.xml")
    let shown = texts.matches(of: /(?:e\u{301}){100,}…?/).map(\.output)
    #expect(shown.count == 1 && shown[0].hasSuffix("…"))
    #expect(shown[0].utf16.count <= 32_767)
  }
}
