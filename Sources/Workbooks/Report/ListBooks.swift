internal import Administration
package import Reporting

extension ListBook {
  /// All late dossiers of a unit's area, of which its report shows only the first.
  ///
  /// `created` is in seconds since 1970 and above 0.
  package init(_ list: LateList, of report: UnitReport, created: Int) {
    let columns = LateList.columns
    self.init(
      title: "Danh sách hồ sơ giải quyết quá hạn", sheet: "Hồ sơ quá hạn", items: "hồ sơ",
      heads: columns.map { ($0.head, $0.width) }, styles: columns.map(Self.style),
      count: list.count, of: report, created: created
    ) { list.row($0).map(CellContent.init) }
  }

  /// All rows of a unit that were rejected, likewise.
  package init(
    _ lists: RejectedLists, of number: Int, _ report: UnitReport, created: Int
  ) {
    self.init(
      title: "Dòng bị loại cần sửa trên hệ thống nguồn", sheet: RejectedSheet.name, items: "dòng",
      heads: RejectedSheet.heads, styles: RejectedSheet.styles, count: lists.count(of: number),
      of: report, created: created
    ) { index in
      RejectedSheet.contents(of: lists.line(of: number, at: index), number: index + 1)
    }
  }

  private init(
    title: String, sheet name: String, items: String, heads: [(text: String, width: Double)],
    styles: [CellStyle], count: Int, of report: UnitReport, created: Int,
    row: @escaping @Sendable (Int) -> [CellContent]
  ) {
    var sheet = SheetBuilder(
      name: name, columnWidths: heads.map(\.width),
      print: PrintLayout(landscape: true, footer: ReportStyles.pageNumber))
    sheet.title(
      title.uppercased(), of: report, note: "\(NumberText.whole(count)) \(items); \(report.span)")
    sheet.heads(heads.map(\.text))
    self.init(
      properties: BookProperties(
        title: "\(title) \(report.periodName)", subject: report.periodName,
        author: report.unit.name, company: report.unit.name, comments: report.span,
        created: created),
      sheets: [
        ListSheet(
          top: sheet.layout, styles: styles, count: count, row: row,
          cutNote: { shown, count in
            "Trang tính chỉ chứa được \(NumberText.whole(shown)) \(items) đầu trong "
              + "\(NumberText.whole(count)) \(items); xem riêng từng đơn vị để đủ danh sách."
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
