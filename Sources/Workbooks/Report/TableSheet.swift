internal import Administration
internal import Reporting

/// A plain table of a report as a sheet.
struct TableSheet {
  let table: ReportTable
  let report: UnitReport

  private var lastColumn: Int { table.columns.count - 1 }

  var layout: SheetLayout {
    var sheet = SheetBuilder(
      name: table.id, columnWidths: table.columns.map(\.width),
      print: PrintLayout(landscape: table.isWide, footer: ReportStyles.pageNumber))
    let width = table.columns.reduce(0) { $0 + $1.width }
    sheet.put(.text(table.title.uppercased()), columns: 0...lastColumn, ReportStyles.title)
    sheet.next(height: 22 * Double(SheetBuilder.lines(table.title, width: width * 0.75)))
    sheet.put(
      .text("\(report.unit.name) – \(report.periodName)"), columns: 0...lastColumn,
      ReportStyles.centeredItalic)
    sheet.next(height: 20)
    sheet.next()
    let head = sheet.row
    for (column, text) in table.columns.map(\.head).enumerated() {
      sheet.put(.text(text), at: column, ReportStyles.head)
    }
    sheet.next(height: 34)
    sheet.endHead(firstRow: head)
    for row in table.rows { put(row, in: &sheet) }
    sheet.next()
    for note in table.notes {
      sheet.put(.text(note), columns: 0...lastColumn, ReportStyles.italic)
      sheet.next(height: 18 * Double(SheetBuilder.lines(note, width: width)))
    }
    return sheet.layout
  }

  private func put(_ row: ReportTable.Row, in sheet: inout SheetBuilder) {
    guard row.role != .group else {
      sheet.put(
        .text(row.cells.first?.text ?? ""), columns: 0...lastColumn,
        ReportStyles.body(bold: true, horizontal: .left))
      sheet.next(height: 18)
      return
    }
    var lines = 1
    for (index, (cell, column)) in zip(row.cells, table.columns).enumerated() {
      put(cell, at: index, column: column, bold: row.role == .total, in: &sheet)
      lines = max(lines, SheetBuilder.lines(cell.text, width: column.width * 1.1))
    }
    sheet.next(height: 16 * Double(lines))
  }

  private func put(
    _ cell: ReportTable.Cell, at index: Int, column: ReportTable.Column, bold: Bool,
    in sheet: inout SheetBuilder
  ) {
    let side: HorizontalAlignment =
      switch column.kind {
      case .mark: .center
      case .label, .text: .left
      case .number: .right
      }
    sheet.put(
      CellContent(cell), at: index,
      ReportStyles.body(bold: bold, horizontal: side, format: cell.numberFormat))
  }
}
