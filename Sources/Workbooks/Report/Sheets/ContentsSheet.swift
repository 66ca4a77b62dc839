internal import Reporting

/// What the sheets of the workbook show, with a link to each.
struct ContentsSheet {
  static let name = "Mục lục"

  /// Names and titles of the sheets, in their order.
  let entries: [(name: String, title: String)]
  let report: UnitReport

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: [7, 30, 66],
      print: PrintLayout(footer: ReportStyles.pageNumber))
    sheet.title("MỤC LỤC", of: report)
    sheet.heads(["STT", "Trang tính", "Nội dung"])
    for (number, entry) in entries.enumerated() {
      sheet.put(.integer(number + 1), at: 0, ReportStyles.body(horizontal: .center))
      sheet.link(
        to: entry.name, text: entry.name, at: 1,
        CellStyle(
          size: 11, underline: true, wrap: true, vertical: .middle, border: .thin, color: 0x0563C1))
      sheet.put(.text(entry.title), at: 2, ReportStyles.body(horizontal: .left))
      sheet.next(atLeast: 18)
    }
    return sheet.layout
  }
}
