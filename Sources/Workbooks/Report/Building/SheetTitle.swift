internal import Administration
internal import Reporting

extension SheetBuilder {
  /// The first rows of a sheet: what it shows, for which unit and period.
  mutating func title(_ title: String, of report: UnitReport, note: String? = nil) {
    line(title, ReportStyles.title, atLeast: 22)
    line("\(report.unit.name) – \(report.periodName)", ReportStyles.centeredBold, atLeast: 18)
    line(note ?? "(\(report.span))", ReportStyles.centeredItalic, atLeast: 18)
    next()
  }

  /// A row of heads, which stays in sight and is repeated on every printed page; gives its number.
  @discardableResult
  mutating func heads(_ texts: [String]) -> Int {
    let head = row
    for (column, text) in texts.enumerated() {
      put(.text(text), at: column, ReportStyles.head)
    }
    next(atLeast: 24)
    endHead(firstRow: head)
    return head
  }

  /// A row over the whole width that names those below it.
  mutating func group(_ text: String) {
    line(text, ReportStyles.body(bold: true, horizontal: .left), atLeast: 18)
  }
}
