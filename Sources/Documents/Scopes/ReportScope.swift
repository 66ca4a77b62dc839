internal import Administration
internal import Indicators
internal import Reporting

/// What the templates of a unit's report see.
///
/// A class, as it holds much and many of its parts look at it.
final class ReportScope: TemplateScope {
  let report: UnitReport
  let kind: ReportKind
  let letterhead: Letterhead
  let written: WrittenReports
  /// The format that is being written, to which links lead.
  let format: ReportFormat
  /// The text of the report in that format; empty where it is the text that is being written.
  let body: String
  let page: PageParts
  /// What its annexes show, as far as there is anything to show.
  let contents: [AnnexContent]

  init(
    report: UnitReport, kind: ReportKind, letterhead: Letterhead, written: WrittenReports,
    format: ReportFormat, body: String, page: PageParts, contents: [AnnexContent]
  ) {
    self.report = report
    self.kind = kind
    self.letterhead = letterhead
    self.written = written
    self.format = format
    self.body = body
    self.page = page
    self.contents = contents
  }

  static let names = NameTable<ReportScope>(
    .group("unit") { UnitScope(scope: $0) },
    .group("letterhead") { LetterheadScope(letterhead: $0.letterhead) },
    .text("period", \.report.periodName),
    .text("next-period", \.report.nextPeriodName),
    .text("span", \.report.span),
    .text("place-and-date", \.report.placeAndDate),
    .text("date") { Wording.date(of: $0.report) },
    .text("subject", \.subject),
    .text("subject-in-sentence") { FirstLetter.small($0.subject) },
    .markup("body", \.body),
    .figures("figures") { FigureScope($1, of: $0.report.figures) },
    .narrative("narrative") { $0.report.narrative[$1] },
    .texts("dossier-sentences", \.report.sentences.dossiers),
    .text("target-summary", \.report.sentences.targetSummary),
    .texts("target-sentences", \.report.sentences.targets),
    .texts("missed-sentences", \.report.sentences.missedTargets),
    .texts("index-sentences", \.report.sentences.indices),
    .list("documents") { scope in
      scope.report.documents.map { DocumentScope(document: $0) }
    },
    .group("summary") {
      $0.report.summary.rows.isEmpty ? nil : SummaryScope(summary: $0.report.summary)
    },
    .list("charts") { ChartScope.all($0.report.charts) },
    .list("annexes", \.annexes),
    .group("links") { LinksScope(scope: $0) },
    .group("page", \.page)
  )

  var subject: String { kind.subject(of: report.periodName) }

  private var annexes: [AnnexScope] {
    contents.enumerated().map { index, content in
      AnnexScope(
        number: contents.count == 1 ? "" : RomanNumeral.text(index + 1), content: content,
        scope: self)
    }
  }
}

/// The unit that reports.
struct UnitScope: TemplateScope {
  let scope: ReportScope

  static let names = NameTable<Self>(
    .text("code", \.scope.report.unit.code),
    .text("name", \.scope.report.unit.name),
    .text("name-in-sentence") { UnitNames.inSentence($0.scope.report.unit) },
    .text("whereabouts") { unit in
      UnitNames.whereabouts(
        unit.scope.report.unit, hasUnitsBelow: unit.scope.report.hasUnitsBelow)
    },
    .text("agency") { Wording.agency(of: $0.scope.report) },
    .text("level", \.scope.report.unit.level.name),
    .flag("is-province") { $0.isPlace(.province) },
    .flag("is-district") { $0.isPlace(.district) },
    .flag("is-commune") { $0.isPlace(.commune) },
    .flag("is-department") { !$0.scope.report.unit.isPlace },
    .flag("has-units-below", \.scope.report.hasUnitsBelow)
  )

  private func isPlace(_ level: Level) -> Bool {
    scope.report.unit.isPlace && scope.report.unit.level == level
  }
}

/// A document whose targets the report is held against.
struct DocumentScope: TemplateScope {
  let document: PlanDocument

  static let names = NameTable<Self>(
    .text("title", \.document.title), .text("number", \.document.number))
}
