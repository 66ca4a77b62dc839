internal import Foundation
internal import Mustache
package import Reporting

/// The templates of Templates/reports, parsed, checked and ready.
package struct ReportTemplates: Sendable {
  /// The templates that are rendered for themselves, with the type of what each is given.
  private static let roots: [(name: String, scope: any TemplateScope.Type)] = [
    ("report.html", ReportScope.self), ("report.md", ReportScope.self),
    ("index.html", IndexScope.self),
  ]

  private let library: MustacheLibrary
  private let folder: String

  /// Reads every `*.mustache` of a folder and checks every name in them.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder.
  ///   - shown: How messages name the folder.
  /// - Throws: ``TemplateError`` for the first fault, by file name and place.
  package init(folder: String, shown: String = "Templates/reports") throws(TemplateError) {
    let (sources, faults) = Self.read(folder, shown)
    if let fault = faults.first { throw fault }
    library = MustacheLibrary(templates: sources.mapValues(\.template))
    self.folder = shown
  }

  /// Everything that is wrong with the templates of a folder, each fault once.
  package static func faults(
    folder: String, shown: String = "Templates/reports"
  ) -> [TemplateError] {
    read(folder, shown).faults
  }

  private static func read(
    _ folder: String, _ shown: String
  ) -> (sources: [String: TemplateSource], faults: [TemplateError]) {
    TextEscaping.register()
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
    guard faults.isEmpty else { return (sources, faults) }
    let check = NameCheck(sources: sources)
    for root in roots {
      guard let source = sources[root.name] else {
        faults.append(
          TemplateError(
            file: "\(shown)/\(root.name)\(TemplateSource.suffix)", problem: .missingFile))
        continue
      }
      for fault in check.faults(of: source, root: root.scope) where !faults.contains(fault) {
        faults.append(fault)
      }
    }
    return (sources, faults)
  }

  /// The report of a unit as one HTML file.
  package func html(
    _ report: UnitReport, among written: WrittenReports = WrittenReports()
  ) throws(TemplateError) -> String {
    try render(
      ReportScope(report: report, written: written, format: .html), with: "report.html")
  }

  /// The report of a unit in Markdown.
  package func markdown(
    _ report: UnitReport, among written: WrittenReports = WrittenReports()
  ) throws(TemplateError) -> String {
    TableAlignment.aligned(
      try render(
        ReportScope(report: report, written: written, format: .markdown), with: "report.md"))
  }

  /// `index.html`: the way in.
  package func index(_ index: ReportIndex) throws(TemplateError) -> String {
    try render(IndexScope(index: index), with: "index.html")
  }

  private func render(
    _ scope: some TemplateScope, with name: String
  ) throws(TemplateError) -> String {
    guard let text = library.render(scope, withTemplate: name) else {
      throw TemplateError(
        file: "\(folder)/\(name)\(TemplateSource.suffix)", problem: .missingFile)
    }
    return text
  }
}
