internal import Administration
internal import Indicators
package import Reporting

extension BookLayout {
  /// The workbook of a unit: cover, contents, summary, forms, indicators, tables, data quality,
  /// notes, and how to look a figure up.
  ///
  /// `created` is in seconds since 1970 and above 0.
  package init(report: UnitReport, created: Int) {
    let indicators = IndicatorSheet(report: report).layout
    var entries: [(sheet: SheetLayout, title: String)] = [
      (
        SummarySheet(report: report).layout,
        "Chỉ tiêu chính, mục tiêu, thay đổi và biểu đồ trên một trang"
      )
    ]
    entries += report.forms.map {
      (FormSheet(form: $0, report: report).layout, "\($0.definition.code): \($0.definition.title)")
    }
    entries.append((indicators.sheet, "Kết quả thực hiện mọi chỉ tiêu, với mục tiêu và so sánh"))
    entries += report.tables.map(\.table).map {
      (TableSheet(table: $0, report: report).layout, $0.title)
    }
    entries.append((QualitySheet(report: report).layout, "Chất lượng số liệu nguồn"))
    if !report.rejected.lines.isEmpty {
      entries.append(
        (RejectedSheet(report: report).layout, "Dòng bị loại cần sửa trên hệ thống nguồn"))
    }
    if !report.charts.isEmpty {
      entries.append(
        (ChartDataSheet(report: report).layout, "Số liệu của các biểu đồ ở trang Tổng hợp"))
    }
    entries.append(
      (
        NotesSheet(report: report).layout,
        "Ký hiệu, ghi chú, nguồn mục tiêu và cách tính từng chỉ tiêu"
      ))
    let explain = ExplainSheet(report: report, places: indicators.places)
    entries.append((explain.layout, "Lệnh in ra từng dòng nguồn đứng sau mỗi số liệu"))
    let contents = ContentsSheet(
      entries: entries.map { ($0.sheet.name, $0.title) }, report: report)
    self.init(
      properties: BookProperties(
        title: report.subject, subject: report.periodName, author: report.unit.name,
        company: report.unit.name, comments: report.span, created: created),
      sheets: [CoverSheet(report: report).layout, contents.layout] + entries.map(\.sheet),
      names: report.summary.rows.compactMap { row in
        let id = row.figure.indicator.id
        return indicators.places[id].map { DefinedName(figure: id, at: $0) }
      })
  }
}

extension DefinedName {
  /// The name of a main figure: `CT_one_stop.on_time` for `one-stop.on-time`.
  fileprivate init(figure id: String, at place: CellPlace) {
    let (row, column) = (place.row + 1, CellPlace(row: 0, column: place.column).address.dropLast())
    self.init(
      name: "CT_" + id.replacing("-", with: "_"),
      formula: "='\(IndicatorSheet.name)'!$\(column)$\(row)")
  }
}
