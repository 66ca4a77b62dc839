internal import DataFiles
internal import Foundation
package import Reporting

/// The templates of Templates/reports, parsed, checked and ready.
package struct ReportTemplates: Sendable {
  /// The templates that are rendered for themselves besides the texts of reports, with the type of
  /// what each is given.
  private static let roots: [(name: String, scope: any TemplateScope.Type)] = [
    ("report.html", ReportScope.self), ("report.md", ReportScope.self),
    ("page.html", ReportScope.self), ("page.md", ReportScope.self),
    ("index.html", IndexScope.self), ("compare.html", ComparisonScope.self),
  ]

  private static func roots(
    _ texts: [String]
  ) -> [(name: String, scope: any TemplateScope.Type)] {
    roots + texts.map { (name: $0 + ".md", scope: ReportScope.self) }
  }

  private let compiled: [String: CompiledTemplate]

  /// Reads every `*.mustache` of a folder and resolves every name in them.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder.
  ///   - texts: The names of the texts of reports (`ReportKind.text`).
  ///   - indicators: The ids of the catalogue, by which templates name figures.
  ///   - shown: How messages name the folder.
  /// - Throws: ``TemplateError`` for the first fault, by file name and place.
  package init(
    folder: String, texts: [String], indicators: [String], shown: String = "Templates/reports"
  ) throws(TemplateError) {
    let (compiled, faults) = Self.read(folder, texts, indicators, shown)
    if let fault = faults.first { throw fault }
    self.compiled = compiled
  }

  /// Everything that is wrong with the templates of a folder, each fault once.
  ///
  /// Where `texts` are those of all reports that there are (`hasAllTexts`), a template that nothing
  /// includes is a fault as well.
  package static func faults(
    folder: String, texts: [String], indicators: [String], shown: String = "Templates/reports",
    hasAllTexts: Bool
  ) -> [TemplateError] {
    let (sources, faults) = sources(of: folder, shown)
    // A template that cannot be read would be a name that nobody knows in all that include it.
    guard faults.isEmpty else { return faults }
    return compiled(sources, texts, indicators, shown).faults
      + (hasAllTexts ? unused(sources, texts) : [])
  }

  private static func read(
    _ folder: String, _ texts: [String], _ indicators: [String], _ shown: String
  ) -> (compiled: [String: CompiledTemplate], faults: [TemplateError]) {
    let (sources, faults) = sources(of: folder, shown)
    return faults.isEmpty ? compiled(sources, texts, indicators, shown) : ([:], faults)
  }

  /// The templates of a folder by their names, and the faults of those that cannot be read.
  static func sources(
    of folder: String, _ shown: String
  ) -> (sources: [String: TemplateSource], faults: [TemplateError]) {
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
    return (sources, faults)
  }

  static func compiled(
    _ sources: [String: TemplateSource], _ texts: [String], _ indicators: [String],
    _ shown: String
  ) -> (compiled: [String: CompiledTemplate], faults: [TemplateError]) {
    var faults: [TemplateError] = []
    var compiler = TemplateCompiler(sources: sources, indicators: indicators)
    var compiled: [String: CompiledTemplate] = [:]
    for root in roots(texts) {
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

  /// A fault for every template that nothing comes to include.
  static func unused(
    _ sources: [String: TemplateSource], _ texts: [String]
  ) -> [TemplateError] {
    let names = sources.keys.sorted()
    var used: Set<String> = []
    var open = roots(texts).map(\.name)
    while let name = open.popLast() {
      // A partial whose name is written wrongly uses the one that was probably meant.
      guard let name = sources[name] == nil ? NearestName.of(name, among: names) : name,
        used.insert(name).inserted
      else { continue }
      open += sources[name]?.partials ?? []
    }
    return names.filter { !used.contains($0) }.compactMap { name in
      sources[name].map { TemplateError(file: $0.file, problem: .notUsed) }
    }
  }

  /// A report of a unit in some formats.
  package func documents(
    _ report: UnitReport, _ kind: ReportKind, letterhead: Letterhead,
    formats: Set<ReportFormat>, among reports: WrittenReports = WrittenReports()
  ) -> ReportDocuments {
    let shell = kind.layout == .paper ? "report" : "page"
    let contents = AnnexContents(report: report, kind: kind).all
    let scope = { (format: ReportFormat, body: String) in
      ReportScope(
        report: report, kind: kind, letterhead: letterhead, written: reports, format: format,
        body: body, page: parts(of: "\(shell).html"), contents: contents)
    }
    let written = write(scope(.markdown, ""), with: "\(kind.text).md")
    let body = String(decoding: written.bytes, as: UTF8.self)
    var documents = ReportDocuments(gaps: written.gaps, used: Set(written.used))
    if formats.contains(.html) {
      let page = scope(.html, MarkdownPage.html(body))
      documents.html = write(page, with: "\(shell).html").bytes
    }
    if formats.contains(.markdown) {
      let text = write(scope(.markdown, body), with: "\(shell).md").bytes
      documents.markdown = TableAlignment.aligned(BlankLines.joined(text))
    }
    return documents
  }

  /// `index.html`: the way in.
  package func index(_ index: ReportIndex) -> String {
    text(IndexScope(index: index, page: parts(of: "index.html")), with: "index.html")
  }

  /// The page that compares the units of a level.
  package func comparison(_ comparison: LevelComparison) -> String {
    text(
      ComparisonScope(comparison: comparison, page: parts(of: "compare.html")), with: "compare.html"
    )
  }

  private func parts(of name: String) -> PageParts { compiled[name]?.parts ?? PageParts([]) }

  private func text(_ scope: some TemplateScope, with name: String) -> String {
    String(decoding: write(scope, with: name).bytes, as: UTF8.self)
  }

  private func write(
    _ scope: some TemplateScope, with name: String
  ) -> TemplateWriter {
    compiled[name].map { TemplateWriter.write($0, with: scope) } ?? TemplateWriter()
  }
}

/// A report as it was written.
package struct ReportDocuments: Sendable {
  /// In UTF-8; `nil` where the format was not asked for.
  package var html: [UInt8]?
  package var markdown: [UInt8]?
  /// The names of the texts that nobody has written yet.
  package var gaps: [String]
  /// The names of the texts that people wrote and that stand in it.
  package var used: Set<String>
}
