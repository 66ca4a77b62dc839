internal import Indicators
internal import Reporting

/// Where the numbers come from, how they are made, and what the marks mean.
struct NotesSheet {
  static let name = "Ghi chú"

  let report: UnitReport

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: Self.name, columnWidths: [7, 46, 60],
      print: PrintLayout(footer: ReportStyles.pageNumber))
    sheet.title("GHI CHÚ", of: report)
    marks(&sheet)
    list("Vì sao không so sánh", report.notes, in: &sheet)
    list("Văn bản đặt mục tiêu", documents, in: &sheet)
    definitions(&sheet)
    return sheet.layout
  }

  private func marks(_ sheet: inout SheetBuilder) {
    let marks = [
      ("0", "Có theo dõi, không phát sinh."),
      (
        EmptyMark.noCases,
        "Không có trường hợp nào để tính tỷ lệ, hoặc không so sánh; số trong ngoặc là số của lý do ở dưới."
      ),
      (
        EmptyMark.notKnown,
        "Chưa có số liệu: đơn vị chưa báo cáo, hoặc chưa có lần lập báo cáo của kỳ đó."
      ),
      (EmptyMark.notApplicable, "Không áp dụng cho cấp hoặc đơn vị này."),
    ]
    heads(["Ký hiệu", "Nghĩa", "Cách cộng"], in: &sheet)
    for (mark, meaning) in marks {
      sheet.put(
        mark == "0" ? .integer(0) : .text(mark), at: 0,
        ReportStyles.body(bold: true, horizontal: .center))
      sheet.put(.text(meaning), at: 1, ReportStyles.body(horizontal: .left))
      sheet.put(
        .text(mark == "0" ? "Cộng như số 0." : "Không cộng vào tổng, không tính là 0."), at: 2,
        ReportStyles.body(horizontal: .left))
      sheet.next()
    }
    sheet.next()
  }

  private func heads(_ texts: [String], in sheet: inout SheetBuilder) {
    for (column, text) in texts.enumerated() {
      sheet.put(.text(text), at: column, ReportStyles.head)
    }
    sheet.next(atLeast: 24)
  }

  private func list(_ title: String, _ texts: [String], in sheet: inout SheetBuilder) {
    guard !texts.isEmpty else { return }
    sheet.line(title, ReportStyles.bold, atLeast: 20)
    for (number, text) in texts.enumerated() {
      sheet.put(
        .text("(\(number + 1))"), at: 0,
        CellStyle(size: 11, horizontal: .center, vertical: .top))
      sheet.put(
        .text(text), columns: 1...2, CellStyle(size: 11, wrap: true, vertical: .top))
      sheet.next()
    }
    sheet.next()
  }

  /// The sources of the targets that apply, each once, in the order of the indicators.
  private var documents: [String] {
    var seen: Set<String> = []
    return report.indicators.flatMap(\.rows).flatMap(\.figure.targets).compactMap { held in
      let document = held.target.document
      let name = "\(document.title) (số \(document.number))"
      return seen.insert(name).inserted ? name : nil
    }
  }

  private func definitions(_ sheet: inout SheetBuilder) {
    sheet.line("Cách tính từng chỉ tiêu", ReportStyles.bold, atLeast: 20)
    sheet.repeatOnPages(sheet.row...sheet.row)
    heads(["STT", "Chỉ tiêu", "Cách tính"], in: &sheet)
    for row in report.indicators.flatMap(\.rows) {
      let indicator = row.figure.indicator
      sheet.put(.integer(row.ordinal), at: 0, ReportStyles.body(horizontal: .center))
      sheet.put(
        .text("\(indicator.name) (\(indicator.unit))"), at: 1,
        ReportStyles.body(horizontal: .left))
      sheet.put(
        .text(RuleText.sentences(of: indicator).joined(separator: "\n")), at: 2,
        ReportStyles.body(horizontal: .left))
      sheet.next()
    }
  }
}
