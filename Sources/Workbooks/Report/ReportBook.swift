internal import Administration
package import Reporting

extension BookLayout {
  /// The workbook of a unit: cover, forms, indicators, data quality.
  ///
  /// `created` is in seconds since 1970 and above 0.
  package init(report: UnitReport, created: Int) {
    let sheets =
      [CoverSheet(report: report).layout]
      + report.forms.map { FormSheet(form: $0, report: report).layout }
      + [IndicatorSheet(report: report).layout]
      + report.tables.map { TableSheet(table: $0, report: report).layout }
      + [QualitySheet(report: report).layout]
      + (report.rejected.lines.isEmpty ? [] : [RejectedSheet(report: report).layout])
    self.init(
      properties: BookProperties(
        title: report.subject, subject: report.periodName, author: report.unit.name,
        company: report.unit.name, comments: report.span, created: created),
      sheets: sheets)
  }
}
