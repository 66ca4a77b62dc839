internal import Reporting

/// A plain table of a report as a sheet.
struct TableSheet {
  let table: ReportTable
  let report: UnitReport

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: table.id, columnWidths: table.columns.map(\.width),
      print: PrintLayout(landscape: table.isWide, footer: ReportStyles.pageNumber))
    sheet.title(table.title.uppercased(), of: report)
    let head = sheet.heads(table.columns.map(\.head))
    for row in table.rows { put(row, in: &sheet) }
    if table.rows.allSatisfy({ $0.role == .item }) { sheet.filter(from: head) }
    sheet.next()
    for note in table.notes { sheet.line(note, ReportStyles.italic) }
    return sheet.layout
  }

  private func put(_ row: ReportTable.Row, in sheet: inout SheetBuilder) {
    guard row.role != .group else {
      sheet.group(row.cells.first?.text ?? "")
      return
    }
    for (index, (cell, column)) in zip(row.cells, table.columns).enumerated() {
      let side: HorizontalAlignment =
        switch column.kind {
        case .mark: .center
        case .label, .text: .left
        case .number: .right
        }
      sheet.put(
        CellContent(cell), at: index,
        ReportStyles.body(
          bold: row.role == .total, horizontal: side, format: cell.numberFormat))
    }
    sheet.next()
  }
}
