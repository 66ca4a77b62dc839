import DataFiles
@testable import Documents
import Foundation
import Indicators
import TestSupport
import Testing

/// A typo in any template that comes with the program is told with its place.
@Suite struct TypoTests {
  private static let shown = "Templates/reports"

  private static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Specimen.folder)) ?? []
    return files.filter { $0.hasSuffix(TemplateSource.suffix) }
      .map { String($0.dropLast(TemplateSource.suffix.count)) }.sorted()
  }()

  private let sources: [String: TemplateSource]
  private let indicators: [String]
  private let texts: [String]

  init() throws {
    sources = ReportTemplates.sources(of: Specimen.folder, Self.shown).sources
    indicators = try Specimen.catalogue().indicators.map(\.id)
    texts = try Specimen.texts()
  }

  /// What is wrong with the templates that come with the program when one of them is this text.
  private func faults(_ text: String, as name: String) -> [TemplateError] {
    do {
      var sources = sources
      sources[name] = try TemplateSource(
        text, name: name, file: "\(Self.shown)/\(name).mustache")
      return ReportTemplates.compiled(sources, texts, indicators, Self.shown).faults
        + ReportTemplates.unused(sources, texts)
    } catch {
      return [error]
    }
  }

  @Test func `every template is used, and most of them hold tags`() {
    #expect(ReportTemplates.unused(sources, texts) == [])
    let tagged = Self.names.filter { !PageParts.contains($0) }
    #expect(tagged.count > 40)
    #expect(tagged.count { sources[$0]?.text.contains("{{") == true } > 40)
  }

  @Test(arguments: names)
  func `a typo in any tag is told with its line and the name that was meant`(
    name: String
  ) throws {
    let text = try #require(sources[name]).text
    var told = 0
    for typo in try PlantedTypo.all(in: text) {
      let faults = faults(typo.text, as: name)
      #expect(!faults.isEmpty, "\(typo)")
      for fault in faults {
        #expect(fault.file == "\(Self.shown)/\(name).mustache", "\(typo): \(fault)")
        #expect(fault.line == typo.place.line, "\(typo): \(fault)")
        #expect(fault.column == typo.place.column, "\(typo): \(fault)")
      }
      if let nearest = typo.nearest {
        let proposed = faults.compactMap(\.problem.proposal)
        #expect(proposed.contains { nearest == $0 || nearest.contains($0) }, "\(typo): \(faults)")
      }
      told += 1
    }
    #expect(told > 0 || !text.contains("{{"))
  }

  @Test(arguments: names)
  func `a tag that is not finished is told with its line`(name: String) throws {
    let text = try #require(sources[name]).text
    for sign in ["{{", "{{#unit}}", "{{subject"] {
      let faults = faults(text + "\n \(sign)", as: name)
      #expect(faults.count == 1)
      #expect(
        faults.first?.line == text.split(separator: "\n", omittingEmptySubsequences: false).count
          + 1)
      #expect(faults.first?.column == 2)
    }
  }

  @Test(arguments: names.filter(PageParts.contains))
  func `a tag in a style sheet or a script is told with its line`(name: String) throws {
    var lines = try #require(sources[name]).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let middle = lines.count / 2
    lines[middle] = "  {{period}}"
    #expect(
      faults(lines.joined(separator: "\n"), as: name) == [
        TemplateError(
          file: "\(Self.shown)/\(name).mustache", line: middle + 1, column: 3,
          problem: .notPlain("{{"))
      ])
  }

  @Test func `a template that nothing includes is told, and a run does not mind it`() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.path("reports")
    try FileManager.default.copyItem(atPath: Specimen.folder, toPath: folder)
    for (name, text) in [("a.md", "{{nobody-knows}} {{>b.md}}"), ("b.md", "b")] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).mustache"))
    }
    let faults = { (texts: [String], hasAll: Bool) in
      ReportTemplates.faults(
        folder: folder, texts: texts, indicators: indicators, shown: "T", hasAllTexts: hasAll)
    }
    #expect(
      faults(texts, true)
        == ["a.md", "b.md"].map {
          TemplateError(file: "T/\($0).mustache", problem: .notUsed)
        })
    // Where a province's file cannot be read, its texts are not known.
    #expect(faults(texts, false) == [])
    #expect(
      faults(texts + ["a"], true) == [
        TemplateError(
          file: "T/a.md.mustache", line: 1, column: 1,
          problem: .unknownName("nobody-knows", nearest: nil))
      ])
    _ = try ReportTemplates(folder: folder, texts: ["dinh-ky"], indicators: indicators)
  }
}

extension TemplateProblem {
  /// The name that was probably meant.
  fileprivate var proposal: String? {
    switch self {
    case .unknownName(_, let nearest), .unknownIndicator(_, let nearest),
      .unknownPartial(_, let nearest), .unknownTransform(_, let nearest):
      nearest
    default: nil
    }
  }
}

extension Specimen {
  /// The names of the texts of all reports of all provinces that come with the program.
  static func texts() throws -> [String] {
    let folder = Specimen.folder + "/../provinces"
    var texts: Set<String> = []
    for province in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let file = try DataNode(path: "\(folder)/\(province)/province.yaml", name: province)
      for entry in try file.entries() where try entry.key.text() == "reports" {
        for report in entry.value.items() {
          let fields = try Dictionary(
            uniqueKeysWithValues: report.entries().map { (try $0.key.text(), $0.value) })
          if let text = fields["text"] ?? fields["kind"] { texts.insert(try text.text()) }
        }
      }
    }
    return texts.sorted()
  }
}
