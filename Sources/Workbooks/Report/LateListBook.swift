internal import Administration
package import Reporting

extension ListBook {
  /// All late dossiers of a unit's area, of which its report shows only the first.
  ///
  /// `created` is in seconds since 1970 and above 0.
  package init(_ list: LateList, of report: UnitReport, created: Int) {
    let title = "Danh sách hồ sơ giải quyết quá hạn"
    let columns = LateList.columns
    var sheet = SheetBuilder(
      name: "Hồ sơ quá hạn", columnWidths: columns.map(\.width),
      print: PrintLayout(landscape: true, footer: ReportStyles.pageNumber))
    sheet.title(
      title.uppercased(), of: report, note: "\(NumberText.whole(list.count)) hồ sơ; \(report.span)")
    sheet.heads(columns.map(\.head))
    self.init(
      properties: BookProperties(
        title: "\(title) \(report.periodName)", subject: report.periodName,
        author: report.unit.name, company: report.unit.name, comments: report.span,
        created: created),
      sheets: [
        ListSheet(
          top: sheet.layout, styles: columns.map(Self.style), count: list.count,
          row: { list.row($0).map(CellContent.init) },
          cutNote: { shown, count in
            "Trang tính chỉ chứa được \(NumberText.whole(shown)) hồ sơ đầu trong \(NumberText.whole(count)) hồ sơ; "
              + "xem riêng từng đơn vị để đủ danh sách."
          })
      ])
  }

  private static func style(of column: ReportTable.Column) -> CellStyle {
    switch column.kind {
    case .mark: ReportStyles.body(horizontal: .center)
    case .label, .text: ReportStyles.body(horizontal: .left)
    case .number: ReportStyles.body(horizontal: .right, format: ReportStyles.whole)
    }
  }
}
