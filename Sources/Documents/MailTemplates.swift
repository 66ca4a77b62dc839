internal import Foundation
package import Reporting

/// The templates of Templates/mail: bodies of messages, each as a page and as plain text.
package struct MailTemplates: Sendable {
  private let compiled: [String: CompiledTemplate]

  /// Reads every `*.mustache` of a folder and resolves every name in them.
  ///
  /// - Throws: ``TemplateError`` for the first fault.
  package init(folder: String, shown: String = "Templates/mail") throws(TemplateError) {
    let (compiled, faults) = Self.read(folder, shown)
    if let fault = faults.first { throw fault }
    self.compiled = compiled
  }

  /// Everything that is wrong with the templates of a folder.
  package static func faults(folder: String, shown: String = "Templates/mail") -> [TemplateError] {
    read(folder, shown).faults
  }

  private static func read(
    _ folder: String, _ shown: String
  ) -> (compiled: [String: CompiledTemplate], faults: [TemplateError]) {
    var (sources, faults) = ReportTemplates.sources(of: folder, shown)
    guard faults.isEmpty else { return ([:], faults) }
    let partials = sources.values.reduce(into: Set<String>()) { $0.formUnion($1.partials) }
    var compiler = TemplateCompiler(sources: sources, indicators: [])
    var compiled: [String: CompiledTemplate] = [:]
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) where !partials.contains(name) {
      compiled[name] = compiler.compile(source, root: MailScope.self)
    }
    faults = compiler.faults
    // A body is a page and a text.
    for name in bodies(compiled) {
      for missing in [name + ".html", name + ".txt"] where compiled[missing] == nil {
        faults.append(
          TemplateError(
            file: "\(shown)/\(missing)\(TemplateSource.suffix)", problem: .missingFile))
      }
    }
    return (compiled, faults)
  }

  private static func bodies(_ compiled: [String: CompiledTemplate]) -> [String] {
    let names = compiled.keys.compactMap { name in
      name.lastIndex(of: ".").map { String(name[..<$0]) }
    }
    return Set(names).sorted()
  }

  /// The names that `body:` of a message may have.
  package var bodies: [String] { Self.bodies(compiled) }

  /// The body of a name as a page and as plain text; `nil` where there is none of that name.
  package func body(_ name: String, of content: MailContent) -> (html: String, plain: String)? {
    guard let html = compiled[name + ".html"], let plain = compiled[name + ".txt"] else {
      return nil
    }
    return (Self.text(html, content), Self.text(plain, content))
  }

  /// One line of a template that stands in the list of messages; `file` is how messages name its place.
  package static func line(
    _ template: String, of content: MailContent, file: String
  ) throws(TemplateError) -> String {
    let source = try TemplateSource(template, name: "line.txt", file: file)
    var compiler = TemplateCompiler(sources: [:], indicators: [])
    let compiled = compiler.compile(source, root: MailScope.self)
    if let fault = compiler.faults.first { throw fault }
    return text(compiled, content)
  }

  private static func text(_ template: CompiledTemplate, _ content: MailContent) -> String {
    String(
      decoding: TemplateWriter.write(template, with: MailScope(content: content)).bytes,
      as: UTF8.self)
  }
}

/// What a message to people is written of.
package struct MailContent: Sendable {
  /// A file that goes with it.
  package struct File: Hashable, Sendable {
    package var name: String
    /// "75 KB".
    package var size: String

    package init(name: String, size: String) {
      self.name = name
      self.size = size
    }
  }

  /// "quý II năm 2023".
  package var period: String
  /// The day that the reports bear: "05/7/2023".
  package var date: String
  package var unit: String
  /// "huyện Càng Long", "Sở Nội vụ".
  package var unitInSentence: String
  package var unitCode: String
  package var province: String
  package var figures: [WrittenFigures.Entry]
  package var files: [File]
  /// From 1, and of how many, where a pack goes out in several messages.
  package var part: Int
  package var parts: Int

  package init(
    period: String, date: String, unit: String, unitInSentence: String, unitCode: String,
    province: String,
    figures: [WrittenFigures.Entry] = [], files: [File] = [], part: Int = 1, parts: Int = 1
  ) {
    self.period = period
    self.date = date
    self.unit = unit
    self.unitInSentence = unitInSentence
    self.unitCode = unitCode
    self.province = province
    self.figures = figures
    self.files = files
    self.part = part
    self.parts = parts
  }
}
