/// What can follow the text of a report as an annex (phụ lục).
package enum Annex: Hashable, Sendable {
  /// An official form by its id.
  case form(String)
  case charts, indicators, quality
  case table(AnnexTable)

  /// The words for those that are no forms, in data files.
  static let words = ["charts", "indicators", "quality"] + AnnexTable.allCases.map(\.rawValue)

  /// The annex of a word, or of the id of a form.
  init(_ word: String) {
    switch word {
    case "charts": self = .charts
    case "indicators": self = .indicators
    case "quality": self = .quality
    default: self = AnnexTable(rawValue: word).map { .table($0) } ?? .form(word)
    }
  }
}

/// The kinds of plain tables, with the word of data files for each.
package enum AnnexTable: String, CaseIterable, Hashable, Sendable {
  /// What changed in a period that was closed.
  case restatement
  /// Typed indicators that nobody has typed.
  case missing
  /// Points by a set of criteria such as those of decision 766.
  case scores
  /// Points of the indices: PAR Index, SIPAS, PAPI …
  case indices
  case planTasks = "plan-tasks"
  case rankings
  /// Figures of units as they were before a reform.
  case formerUnits = "former-units"
  case trends
  /// Units that have not reported.
  case gaps
}

/// A plain table of a report with what it is.
package struct ReportAnnexTable: Hashable, Sendable {
  package var kind: AnnexTable
  package var table: ReportTable

  package init(kind: AnnexTable, table: ReportTable) {
    self.kind = kind
    self.table = table
  }
}
