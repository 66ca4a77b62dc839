internal import Foundation
internal import Mustache

/// One file of templates, parsed.
struct TemplateSource: Sendable {
  /// What files of templates end with.
  static let suffix = ".mustache"

  /// As other templates include it: `letterhead.html`.
  let name: String
  /// As messages name it.
  let file: String
  let nodes: [TemplateNode]
  /// Of style sheets and scripts, which are rendered as they stand.
  let text: String
  let template: MustacheTemplate

  init(path: String, name: String, file: String) throws(TemplateError) {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else { throw TemplateError(file: file, problem: .missingFile) }
    // Windows editors add a mark at the beginning and a letter to every line end.
    let plain = (text.first == "\u{FEFF}" ? text.dropFirst() : text[...])
      .replacing("\r\n", with: "\n")
    try self.init(text: String(plain), name: name, file: file)
  }

  init(text: String, name: String, file: String) throws(TemplateError) {
    self.name = name
    self.file = file
    self.text = text
    if PageParts.contains(name), let fault = PageParts.fault(text) { throw fault.within(file) }
    do throws(TemplateFault) {
      nodes = try TemplateNode.tree(of: text)
    } catch {
      throw error.within(file)
    }
    template = try Self.parse(text, name: name, file: file)
  }

  /// Parses a text that is known to be well-formed, with the escaping that the file's name says.
  ///
  /// The library falls back to its own HTML escaping in every partial, so every file names its
  /// escaping on a line put before it.
  private static func parse(
    _ text: String, name: String, file: String
  ) throws(TemplateError) -> MustacheTemplate {
    let escaping = name.hasSuffix(".md") ? TextEscaping.markdown : TextEscaping.html
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(escaping)}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateError(
        file: file, line: max(error.context.lineNumber - 1, 1), column: error.context.columnNumber,
        problem: .syntax(String(describing: error.error)))
    } catch {
      throw TemplateError(file: file, problem: .syntax(String(describing: error)))
    }
  }
}
