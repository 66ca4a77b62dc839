internal import Reporting

/// The rows of the unit that were rejected, for those who can mend them.
struct RejectedSheet {
  static let name = "Dòng cần sửa"

  let report: UnitReport

  static let heads: [(text: String, width: Double)] = [
    ("STT", 6), ("Nguồn", 16), ("Mã", 26), ("Tệp", 30), ("Dòng", 10), ("Sai ở đâu", 40),
    ("Cách sửa", 48),
  ]

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: Self.heads.map(\.width),
      print: PrintLayout(landscape: true, footer: ReportStyles.pageNumber))
    sheet.title("DÒNG BỊ LOẠI CẦN SỬA TRÊN HỆ THỐNG NGUỒN", of: report, note: note)
    let head = sheet.heads(Self.heads.map(\.text))
    for (number, line) in report.rejected.lines.enumerated() {
      put(line, number: number + 1, in: &sheet)
    }
    sheet.filter(from: head)
    return sheet.layout
  }

  private var note: String {
    let count = NumberText.whole(report.rejected.count)
    let shown = report.rejected.lines.count
    return shown < report.rejected.count
      ? "\(NumberText.whole(shown)) dòng đầu trong \(count) dòng; đủ các dòng ở tệp \(report.rejected.file)"
      : "\(count) dòng không được tính vào số liệu; sửa và xuất lại để được tính"
  }

  private func put(_ line: RejectedLine, number: Int, in sheet: inout SheetBuilder) {
    for (column, content) in Self.contents(of: line, number: number).enumerated() {
      sheet.put(content, at: column, Self.styles[column])
    }
    sheet.next()
  }

  /// The cells of a row, whose number counts from 1.
  static func contents(of line: RejectedLine, number: Int) -> [CellContent] {
    let text = { (text: String) in CellContent(ReportTable.Cell.text(text)) }
    return [
      .integer(number), text(line.source), text(line.code), text(line.file), .integer(line.line),
      text(line.fault), text(line.remedy),
    ]
  }

  /// How the cells of every column look.
  static let styles: [CellStyle] = heads.indices.map { column in
    ReportStyles.body(horizontal: column == 0 || column == 4 ? .center : .left)
  }
}
