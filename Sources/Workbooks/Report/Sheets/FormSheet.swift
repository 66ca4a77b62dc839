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
        landscape: widths.reduce(0, +) > 125, footer: ReportStyles.pageNumber))
    title(&sheet)
    let firstHeadRow = sheet.row
    head(&sheet)
    sheet.endHead(firstRow: firstHeadRow)
    let first = sheet.row
    body(&sheet)
    for column in definition.columns where column.isAlarming {
      let place = column.number - 1
      sheet.add(
        Conditions.aboveZero(
          CellRange(rows: first...(sheet.row - 1), columns: place...place)))
    }
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
    sheet.next(atLeast: 18)
    sheet.put(
      .text("- Đơn vị nhận báo cáo: \(report.letterhead.addressees.first ?? "")"),
      columns: right, ReportStyles.text)
    sheet.next(atLeast: 18)
    sheet.line(definition.title, ReportStyles.title)
    for line in ["Kỳ báo cáo: \(report.periodName)", "(\(report.span))"] {
      sheet.line(line, ReportStyles.centeredItalic, atLeast: 18)
    }
    sheet.put(
      definition.unitLine.isEmpty ? .blank : .text(definition.unitLine), columns: right,
      ReportStyles.rightItalic)
    sheet.next(atLeast: 18)
  }

  private func head(_ sheet: inout SheetBuilder) {
    let heights = headHeights(sheet)
    for row in 0..<definition.head.rows {
      for cell in definition.head.cells where cell.row == row {
        sheet.put(.text(cell.text), rows: cell.rowSpan, columns: cell.columns, ReportStyles.head)
      }
      sheet.next(atLeast: heights[row])
    }
    for column in definition.columns {
      sheet.put(.text(column.numberText), at: column.number - 1, ReportStyles.numberRow)
    }
    sheet.next()
  }

  /// The heights of the head's rows in points; the last row takes what the cells over several rows
  /// need beyond the others.
  private func headHeights(_ sheet: SheetBuilder) -> [Double] {
    var heights = [Double](repeating: 18, count: definition.head.rows)
    let needed = { (cell: FormHeadCell) in
      sheet.height(of: cell.text, cell.columns, ReportStyles.head)
    }
    for cell in definition.head.cells where cell.rowSpan == 1 {
      heights[cell.row] = max(heights[cell.row], needed(cell))
    }
    for cell in definition.head.cells where cell.rowSpan > 1 {
      let missing = needed(cell) - heights[cell.row...].reduce(0, +)
      if missing > 0 { heights[heights.count - 1] += missing }
    }
    return heights
  }

  private func body(_ sheet: inout SheetBuilder) {
    let formulas = FormFormulas(definition: definition, rows: form.rows, firstRow: sheet.row)
    for (index, row) in form.rows.enumerated() {
      if row.role == .heading {
        heading(row, &sheet)
        continue
      }
      let isBold = row.role != .item
      for column in definition.columns {
        let cell = row.cells[column.number - 1]
        sheet.put(
          formulas.content(row: index, column: column), at: column.number - 1,
          ReportStyles.body(
            bold: isBold, horizontal: side(of: column, cell), format: cell.numberFormat))
      }
      sheet.next()
    }
  }

  /// A row that only names those below it: its label goes over the columns behind it.
  private func heading(_ row: FormRow, _ sheet: inout SheetBuilder) {
    let label = definition.columns.firstIndex { $0.content == .label } ?? 0
    for place in 0..<label {
      sheet.put(
        CellContent(row.cells[place]), at: place,
        ReportStyles.body(bold: true, horizontal: .center))
    }
    sheet.put(
      CellContent(row.cells[label]), columns: label...lastColumn,
      ReportStyles.body(bold: true, horizontal: .left))
    sheet.next(atLeast: 18)
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
    sheet.next()
    for note in form.notes { sheet.line(note, ReportStyles.italic) }
    guard !definition.signatures.isEmpty else { return }
    let foot = sheet.row
    let (left, right) = halves(0.45)
    sheet.put(.text(report.placeAndDate), columns: right, ReportStyles.centeredItalic)
    sheet.next(atLeast: 18)
    for (signature, columns) in zip(definition.signatures, [left, right]) {
      sheet.put(.text(signature.title), columns: columns, ReportStyles.centeredBold)
    }
    sheet.next(atLeast: 18)
    for (signature, columns) in zip(definition.signatures, [left, right]) {
      sheet.put(.text(signature.note), columns: columns, ReportStyles.centeredItalic)
    }
    sheet.next(atLeast: 18)
    // Room to sign.
    for _ in 0..<4 { sheet.next(atLeast: 18) }
    sheet.keepTogether(from: foot)
  }
}

extension FormHeadCell {
  /// From 0.
  fileprivate var columns: ClosedRange<Int> { column...(column + columnSpan - 1) }
}
