internal import Administration
internal import Reporting

/// What the templates of a unit's report see.
struct ReportScope: TemplateScope {
  let report: UnitReport
  let written: WrittenReports
  /// The format that is being written, to which links lead.
  let format: ReportFormat
  let page: PageParts

  static let names = NameTable<Self>(
    .group("unit") { UnitScope(unit: $0.report.unit, agency: Wording.agency(of: $0.report)) },
    .group("letterhead") { LetterheadScope(letterhead: $0.report.letterhead) },
    .text("period", \.report.periodName),
    .text("span", \.report.span),
    .text("place-and-date", \.report.placeAndDate),
    .text("date") { Wording.date(of: $0.report) },
    .text("subject", \.report.subject),
    .text("subject-in-sentence") { Wording.inSentence($0.report.subject) },
    .list("sections", \.sections),
    .group("summary") {
      $0.report.summary.rows.isEmpty ? nil : SummaryScope(summary: $0.report.summary)
    },
    .list("charts") { scope in
      scope.report.charts.enumerated().map { ChartScope(number: $0.offset + 1, chart: $0.element) }
    },
    .text("chart-annex", \.chartAnnex),
    .list("forms", \.forms),
    .list("indicator-table") { $0.indicatorTable.map { [$0] } ?? [] },
    .list("tables", \.tables),
    .list("quality-table") { $0.qualityTable.map { [$0] } ?? [] },
    .group("links") { LinksScope(report: $0.report, written: $0.written, format: $0.format) },
    .group("page", \.page)
  )

  private var sections: [SectionScope] {
    report.sections.enumerated().map { index, section in
      SectionScope(ordinal: RomanNumeral.text(index + 1), section: section)
    }
  }

  private var shownForms: [FormTable] {
    report.forms.filter { !$0.definition.isForWorkbooks }
  }

  private var forms: [FormScope] {
    shownForms.enumerated().map { index, form in
      FormScope(form: form, annex: RomanNumeral.text(index + 1), report: report)
    }
  }

  private var indicatorTable: IndicatorTableScope? {
    guard !report.indicators.isEmpty else { return nil }
    return IndicatorTableScope(
      annex: RomanNumeral.text(shownForms.count + 1), groups: report.indicators,
      notes: report.notes)
  }

  /// How many annexes stand before the plain tables.
  private var annexesBefore: Int { shownForms.count + (report.indicators.isEmpty ? 0 : 1) }

  private var tables: [TableScope] {
    report.tables.enumerated().map { index, table in
      TableScope(annex: RomanNumeral.text(annexesBefore + index + 1), table: table)
    }
  }

  private var qualityTable: QualityTableScope? {
    guard !report.quality.isEmpty else { return nil }
    let before = annexesBefore + report.tables.count
    return QualityTableScope(
      annex: RomanNumeral.text(before + 1), rows: report.quality, rejected: report.rejected)
  }
}

extension ReportScope {
  /// The number of the annex of charts, which is the last.
  private var chartAnnex: String {
    RomanNumeral.text(annexesBefore + report.tables.count + (report.quality.isEmpty ? 0 : 1) + 1)
  }
}

/// The unit that reports.
struct UnitScope: TemplateScope {
  let unit: Unit
  let agency: String

  static let names = NameTable<Self>(
    .text("code", \.unit.code),
    .text("name", \.unit.name),
    .text("name-in-sentence") { UnitNames.inSentence($0.unit) },
    .text("agency", \.agency),
    .text("level", \.unit.level.name)
  )
}

/// A numbered part of the report's text.
struct SectionScope: TemplateScope {
  let ordinal: String
  let section: ReportSection

  static let names = NameTable<Self>(
    .text("ordinal", \.ordinal),
    .text("heading", \.section.heading),
    .texts("paragraphs", \.section.paragraphs)
  )
}
