internal import Administration
internal import Reporting

/// The first sheet: letterhead, title, how to read the others.
struct CoverSheet {
  static let name = "Bìa"

  let report: UnitReport

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: [8, 34, 8, 34, 8],
      print: PrintLayout(onOnePage: true, centersHorizontally: true))
    letterhead(&sheet)
    for _ in 0..<5 { sheet.next() }
    sheet.line("BÁO CÁO", ReportStyles.title, atLeast: 26)
    sheet.line(report.subject, ReportStyles.title)
    sheet.line("(\(report.span))", ReportStyles.centeredItalic, atLeast: 22)
    for _ in 0..<4 { sheet.next() }
    readingHelp(&sheet)
    return sheet.layout
  }

  private func letterhead(_ sheet: inout SheetBuilder) {
    let head = report.letterhead
    let left = [head.superior, head.agency].filter { !$0.isEmpty }.map(Letterhead.inColumn)
    let right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    for row in 0..<2 {
      if row < left.count {
        let isAgency = row == left.count - 1
        sheet.put(
          .text(left[row]), columns: 0...1,
          isAgency ? ReportStyles.centeredBold : ReportStyles.centered)
      }
      sheet.put(
        .text(right[row]), columns: 2...4,
        CellStyle(
          size: row == 0 ? 12 : 13, bold: true, underline: row == 1, horizontal: .center,
          vertical: .middle))
      sheet.next(atLeast: 18)
    }
    sheet.put(.text("Số:        /\(head.symbol)"), columns: 0...1, ReportStyles.centered)
    sheet.put(.text(report.placeAndDate), columns: 2...4, ReportStyles.centeredItalic)
    sheet.next(atLeast: 20)
  }

  private func readingHelp(_ sheet: inout SheetBuilder) {
    sheet.line("Cách đọc", ReportStyles.bold, atLeast: 20)
    let lines = [
      "Trang Mục lục dẫn tới từng trang tính; trang Tổng hợp là một trang dành cho lãnh đạo.",
      "Các dòng tổng, cột tổng và tỷ lệ là công thức, tính từ các ô trong cùng trang tính.",
      "Tỷ lệ được tính lại từ tử số và mẫu số ở từng cấp, làm tròn đến hai chữ số thập phân.",
      "Trang Tra cứu ghi lệnh in ra từng dòng hồ sơ, văn bản đứng sau mỗi số liệu.",
      EmptyMark.legend,
    ]
    for line in lines { sheet.line("- " + line, ReportStyles.text, atLeast: 18) }
  }
}
