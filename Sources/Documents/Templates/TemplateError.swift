/// What is wrong with a template, without where.
package enum TemplateProblem: Error, Hashable, Sendable {
  /// The folder has no such file, or it is not readable as UTF-8.
  case missingFile
  /// `{{` without `}}`.
  case unfinishedTag
  /// A section of this name is opened and nowhere closed.
  case unclosedSection(String)
  /// `{{/name}}` where another section, or none (`nil`), is open.
  case wrongClose(String, open: String?)
  /// A name that nothing gives a value, and the nearest that something does.
  case unknownName(String, nearest: String?)
  /// `{{figures.id}}` of an indicator that the catalogue does not have.
  case unknownIndicator(String, nearest: String?)
  /// `{{>name}}` without a file `name.mustache`.
  case unknownPartial(String, nearest: String?)
  /// `{{word(name)}}` where there is no such word for that value.
  case unknownTransform(String, nearest: String?)
  /// A list, a group of values or a yes/no where a text must stand.
  case notAText(String)
  /// A partial that comes to include itself, which would never end.
  case includesItself(String)
  /// A name of texts that are Markdown in a template that becomes HTML.
  case onlyInMarkdown(String)
  /// A kind of tag that these templates do not have, such as `{{{` which would not escape.
  case notAllowed(String)
  /// A tag in a style sheet or a script, or what would end it: they stand as they are.
  case notPlain(String)
  /// A template that no report and no page comes to include, so that nobody looks for its faults.
  case notUsed
}

/// A fault in a template, with its place.
package struct TemplateError: Error, Hashable, Sendable {
  /// The file as messages name it: `Templates/reports/report.html.mustache`.
  package var file: String
  /// From 1; `nil` where the whole file is meant.
  package var line: Int?
  /// In letters from 1; `nil` where the whole line is meant.
  package var column: Int?
  package var problem: TemplateProblem

  package init(file: String, line: Int? = nil, column: Int? = nil, problem: TemplateProblem) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
  }
}

/// A fault at a place of a template whose file the caller knows.
struct TemplateFault: Error {
  var place: TextPlace
  var problem: TemplateProblem

  func within(_ file: String) -> TemplateError {
    TemplateError(file: file, line: place.line, column: place.column, problem: problem)
  }
}
