/// One thing that is wrong with what a run wrote.
package struct Finding: Hashable, Sendable {
  /// The word for scripts.
  package enum Rule: String, CaseIterable, Hashable, Sendable {
    case unreadable
    case manifest
    case size
    case properties
    case sheetSetUp = "sheet-set-up"
    case formulaValue = "formula-value"
    case formulaUnknown = "formula-unknown"
    case carriedError = "carried-error"
    case numberAsText = "number-as-text"
    case tooNarrow = "too-narrow"
    case chartWithoutText = "chart-without-text"
    case pageHead = "page-head"
    case pageTable = "page-table"
    case pageImage = "page-image"
    case externalRequest = "external-request"
    case contentPolicy = "content-policy"
    case inlineCode = "inline-code"
    case hiddenPart = "hidden-part"
    case identifier
    case emptyFigure = "empty-figure"
    case deadLink = "dead-link"
    case markdownTable = "markdown-table"
    case markdownText = "markdown-text"
    case leak
  }

  package var rule: Rule
  /// The path within the folder of the run.
  package var file: String
  /// `Bìa!C5`, `Bìa` or `dòng 12`; empty for the file as a whole.
  package var place: String
  /// In Vietnamese, without the place and without a full stop.
  package var sentence: String

  init(_ rule: Rule, file: String = "", place: String = "", _ sentence: String) {
    self.rule = rule
    self.file = file
    self.place = place
    self.sentence = sentence
  }

  /// `xa/29236.xlsx: Bìa!C5: … (formula-value)`.
  package var line: String {
    let start = place.isEmpty ? file : "\(file): \(place)"
    return "\(start): \(sentence) (\(rule.rawValue))"
  }
}

extension Finding {
  /// About a cell.
  init(_ rule: Rule, _ sheet: AuditedSheet, _ place: AuditedPlace, _ sentence: String) {
    self.init(rule, place: "\(sheet.name)!\(place.address)", sentence)
  }

  /// About a sheet as a whole.
  init(_ rule: Rule, _ sheet: AuditedSheet, _ sentence: String) {
    self.init(rule, place: sheet.name, sentence)
  }
}
