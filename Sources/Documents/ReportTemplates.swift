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
    TextEscaping.register()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var sources: [String: TemplateSource] = [:]
    for file in names.filter({ $0.hasSuffix(TemplateSource.suffix) }).sorted() {
      let name = String(file.dropLast(TemplateSource.suffix.count))
      sources[name] = try TemplateSource(
        path: "\(folder)/\(file)", name: name, file: "\(shown)/\(file)")
    }
    let check = NameCheck(sources: sources)
    for root in Self.roots {
      guard let source = sources[root.name] else {
        throw TemplateError(
          file: "\(shown)/\(root.name)\(TemplateSource.suffix)", problem: .missingFile)
      }
      try check.check(source, root: root.scope)
    }
    library = MustacheLibrary(templates: sources.mapValues(\.template))
    self.folder = shown
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
    try render(
      ReportScope(report: report, written: written, format: .markdown), with: "report.md")
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
