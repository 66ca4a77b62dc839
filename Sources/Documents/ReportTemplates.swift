internal import Foundation
package import Reporting

/// The templates of Templates/reports, parsed, checked and ready.
package struct ReportTemplates: Sendable {
  /// The templates that are rendered for themselves, with the type of what each is given.
  private static let roots: [(name: String, scope: any TemplateScope.Type)] = [
    ("report.html", ReportScope.self), ("report.md", ReportScope.self),
    ("index.html", IndexScope.self),
  ]

  private let compiled: [String: CompiledTemplate]

  /// Reads every `*.mustache` of a folder and resolves every name in them.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder.
  ///   - indicators: The ids of the catalogue, by which templates name figures.
  ///   - shown: How messages name the folder.
  /// - Throws: ``TemplateError`` for the first fault, by file name and place.
  package init(
    folder: String, indicators: [String], shown: String = "Templates/reports"
  ) throws(TemplateError) {
    let (compiled, faults) = Self.read(folder, indicators, shown)
    if let fault = faults.first { throw fault }
    self.compiled = compiled
  }

  /// Everything that is wrong with the templates of a folder, each fault once.
  package static func faults(
    folder: String, indicators: [String], shown: String = "Templates/reports"
  ) -> [TemplateError] {
    read(folder, indicators, shown).faults
  }

  private static func read(
    _ folder: String, _ indicators: [String], _ shown: String
  ) -> (compiled: [String: CompiledTemplate], faults: [TemplateError]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var sources: [String: TemplateSource] = [:]
    var faults: [TemplateError] = []
    for file in names.filter({ $0.hasSuffix(TemplateSource.suffix) }).sorted() {
      let name = String(file.dropLast(TemplateSource.suffix.count))
      do {
        sources[name] = try TemplateSource(
          path: "\(folder)/\(file)", name: name, file: "\(shown)/\(file)")
      } catch {
        faults.append(error)
      }
    }
    // A template that cannot be read would be a name that nobody knows in all that include it.
    guard faults.isEmpty else { return ([:], faults) }
    var compiler = TemplateCompiler(sources: sources, indicators: indicators)
    var compiled: [String: CompiledTemplate] = [:]
    for root in roots {
      guard let source = sources[root.name] else {
        faults.append(
          TemplateError(
            file: "\(shown)/\(root.name)\(TemplateSource.suffix)", problem: .missingFile))
        continue
      }
      compiled[root.name] = compiler.compile(source, root: root.scope)
    }
    return (compiled, faults + compiler.faults)
  }

  /// The report of a unit as one HTML file.
  package func html(
    _ report: UnitReport, among written: WrittenReports = WrittenReports()
  ) -> String {
    render(
      ReportScope(report: report, written: written, format: .html), with: "report.html")
  }

  /// The report of a unit in Markdown.
  package func markdown(
    _ report: UnitReport, among written: WrittenReports = WrittenReports()
  ) -> String {
    render(
      ReportScope(report: report, written: written, format: .markdown), with: "report.md")
  }

  /// `index.html`: the way in.
  package func index(_ index: ReportIndex) -> String {
    render(IndexScope(index: index), with: "index.html")
  }

  private func render(_ scope: some TemplateScope, with name: String) -> String {
    compiled[name].map { TemplateWriter.text(of: $0, with: scope) } ?? ""
  }
}
