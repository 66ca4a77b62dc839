internal import Administration
internal import Reporting

/// An official form as a sheet: sums are formulas that hold their value already.
struct FormSheet {
  let form: FormTable
  let report: UnitReport

  private var definition: FormDefinition { form.definition }
  private var lastColumn: Int { definition.columns.count - 1 }

  var layout: SheetLayout {
    let widths = definition.columns.map(\.width)
    var sheet = SheetBuilder(
      name: definition.id, columnWidths: widths,
      print: PrintLayout(
        landscape: widths.reduce(0, +) > 95, footer: ReportStyles.pageNumber))
    title(&sheet)
    let firstHeadRow = sheet.row
    head(&sheet)
    sheet.endHead(firstRow: firstHeadRow)
    body(&sheet)
    foot(&sheet)
    return sheet.layout
  }

  /// The columns left and right of the first border that leaves so much of the width, from 0 to
  /// 1, at its left.
  private func halves(_ share: Double) -> (left: ClosedRange<Int>, right: ClosedRange<Int>) {
    let total = definition.columns.reduce(0) { $0 + $1.width }
    var width = 0.0
    let border =
      definition.columns.dropLast().firstIndex { column in
        width += column.width
        return width >= total * share
      } ?? max(lastColumn - 1, 0)
    return (0...border, min(border + 1, lastColumn)...lastColumn)
  }

  private func title(_ sheet: inout SheetBuilder) {
    let (left, right) = halves(0.4)
    sheet.put(.text(definition.code), columns: left, ReportStyles.bold)
    sheet.put(
      .text("- Đơn vị báo cáo: \(report.unit.name)"), columns: right, ReportStyles.text)
    sheet.next(height: 18)
    sheet.put(
      .text("- Đơn vị nhận báo cáo: \(report.letterhead.addressees.first ?? "")"),
      columns: right, ReportStyles.text)
    sheet.next(height: 18)
    sheet.put(.text(definition.title), columns: 0...lastColumn, ReportStyles.title)
    sheet.next(height: 20 * Double(SheetBuilder.lines(definition.title, width: 105)))
    for line in ["Kỳ báo cáo: \(report.periodName)", "(\(report.span))"] {
      sheet.put(.text(line), columns: 0...lastColumn, ReportStyles.centeredItalic)
      sheet.next(height: 18)
    }
    sheet.put(
      definition.unitLine.isEmpty ? .blank : .text(definition.unitLine), columns: right,
      ReportStyles.rightItalic)
    sheet.next(height: 18)
  }

  private func head(_ sheet: inout SheetBuilder) {
    for row in 0..<definition.headRows {
      for cell in definition.head where cell.row == row {
        sheet.put(
          .text(cell.text), rows: cell.rowSpan,
          columns: cell.column...(cell.column + cell.columnSpan - 1), ReportStyles.head)
      }
      sheet.next(height: row == definition.headRows - 1 ? 48 : 18)
    }
    for column in definition.columns {
      sheet.put(.text(column.numberText), at: column.number - 1, ReportStyles.numberRow)
    }
    sheet.next(height: 26)
  }

  private func body(_ sheet: inout SheetBuilder) {
    let formulas = FormFormulas(definition: definition, rows: form.rows, firstRow: sheet.row)
    for (index, row) in form.rows.enumerated() {
      let isBold = row.role != .item
      var lines = 1
      for column in definition.columns {
        let cell = row.cells[column.number - 1]
        sheet.put(
          formulas.content(row: index, column: column), at: column.number - 1,
          ReportStyles.body(
            bold: isBold, horizontal: side(of: column, cell), format: cell.numberFormat))
        lines = max(lines, SheetBuilder.lines(cell.text, width: column.width * 1.1))
      }
      sheet.next(height: 16 * Double(lines))
    }
  }

  private func side(of column: FormColumn, _ cell: ReportTable.Cell) -> HorizontalAlignment {
    switch (column.content, cell) {
    case (.ordinal, _), (_, .day): .center
    case (.label, _): .left
    case (.text(.daysLate), _): .right
    case (.text(.lineUnit), _), (.text(.unitCode), _): .center
    case (.text, _): .left
    case (_, .text): .center
    default: .right
    }
  }

  private func foot(_ sheet: inout SheetBuilder) {
    let (left, right) = halves(0.45)
    sheet.next()
    for note in form.notes {
      sheet.put(.text(note), columns: 0...lastColumn, ReportStyles.italic)
      sheet.next(
        height: 16
          * Double(SheetBuilder.lines(note, width: definition.columns.reduce(0) { $0 + $1.width })))
    }
    guard !definition.signatures.isEmpty else { return }
    sheet.put(
      .text(report.placeAndDate), columns: right, ReportStyles.centeredItalic)
    sheet.next(height: 18)
    let places = [left, right]
    for (signature, columns) in zip(definition.signatures, places) {
      sheet.put(.text(signature.title), columns: columns, ReportStyles.centeredBold)
    }
    sheet.next(height: 18)
    for (signature, columns) in zip(definition.signatures, places) {
      sheet.put(.text(signature.note), columns: columns, ReportStyles.centeredItalic)
    }
    sheet.next(height: 18)
  }
}
