internal import Administration
internal import Reporting

/// The first sheet: letterhead, title, what the others hold.
struct CoverSheet {
  let report: UnitReport

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: "Bìa", columnWidths: [8, 34, 8, 34, 8], print: PrintLayout(footer: ""))
    letterhead(&sheet)
    for _ in 0..<4 { sheet.next() }
    sheet.put(.text("BÁO CÁO"), columns: 0...4, ReportStyles.title)
    sheet.next(height: 24)
    let lines = SheetBuilder.lines(report.subject, width: 72)
    sheet.put(.text(report.subject), columns: 0...4, ReportStyles.title)
    sheet.next(height: 20 * Double(lines))
    sheet.put(.text("(\(report.span))"), columns: 0...4, ReportStyles.centeredItalic)
    sheet.next(height: 20)
    for _ in 0..<3 { sheet.next() }
    contents(&sheet)
    sheet.next()
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
      let text = row < left.count ? left[row] : ""
      sheet.next(height: 18 * Double(SheetBuilder.lines(text, width: 36)))
    }
    sheet.put(.text("Số:        /\(head.symbol)"), columns: 0...1, ReportStyles.centered)
    sheet.put(.text(report.placeAndDate), columns: 2...4, ReportStyles.centeredItalic)
    sheet.next(height: 20)
  }

  private func contents(_ sheet: inout SheetBuilder) {
    sheet.put(.text("Nội dung"), columns: 0...4, ReportStyles.bold)
    sheet.next(height: 20)
    let sheets =
      report.forms.map { ($0.definition.id, $0.definition.code) }
      + [(IndicatorSheet.name, "Kết quả thực hiện các chỉ tiêu")]
      + report.tables.map { ($0.id, $0.title) }
      + [(QualitySheet.name, "Chất lượng số liệu nguồn")]
    for (number, (name, title)) in sheets.enumerated() {
      sheet.put(.integer(number + 1), at: 0, ReportStyles.centered)
      sheet.link(to: name, text: name, at: 1)
      sheet.put(.text(title), columns: 2...4, ReportStyles.text)
      sheet.next(height: 18 * Double(SheetBuilder.lines(title, width: 48)))
    }
  }

  private func readingHelp(_ sheet: inout SheetBuilder) {
    sheet.put(.text("Cách đọc"), columns: 0...4, ReportStyles.bold)
    sheet.next(height: 20)
    let lines = [
      "Các dòng tổng, cột tổng và tỷ lệ là công thức, tính từ các ô trong cùng trang tính.",
      "Tỷ lệ được tính lại từ tử số và mẫu số ở từng cấp, làm tròn đến hai chữ số thập phân.",
      EmptyMark.legend,
    ]
    for line in lines {
      sheet.put(.text(line), columns: 0...4, ReportStyles.text)
      sheet.next(height: 18 * Double(SheetBuilder.lines(line, width: 88)))
    }
  }
}

extension SheetBuilder {
  /// Puts a link to another sheet into the present row.
  mutating func link(to sheet: String, text: String, at column: Int) {
    addLink(
      CellLink(
        row: row, column: column, target: "internal:'\(sheet)'!A1", text: text,
        style: CellStyle(underline: true, vertical: .middle, color: 0x0563C1)))
  }
}
