internal import Administration
internal import Reporting

/// An official form as a sheet: sums are formulas that hold their value already.
struct FormSheet {
  let form: FormTable
  let report: UnitReport

  private var definition: FormDefinition { form.definition }
  private var lastColumn: Int { definition.columns.count - 1 }

  var layout: SheetLayout {
    let widths = definition.columns.map { column -> Double in
      switch column.content {
      case .ordinal: 6
      case .label: 44
      default: 10.5
      }
    }
    var sheet = SheetBuilder(
      name: definition.id, columnWidths: widths,
      print: PrintLayout(landscape: true, footer: ReportStyles.pageNumber))
    title(&sheet)
    let firstHeadRow = sheet.row
    head(&sheet)
    sheet.endHead(firstRow: firstHeadRow)
    body(&sheet)
    foot(&sheet)
    return sheet.layout
  }

  private func title(_ sheet: inout SheetBuilder) {
    let half = lastColumn / 2
    sheet.put(.text(definition.code), columns: 0...(half - 2), ReportStyles.bold)
    sheet.put(
      .text("- Đơn vị báo cáo: \(report.unit.name)"), columns: (half - 1)...lastColumn,
      ReportStyles.text)
    sheet.next(height: 18)
    sheet.put(
      .text("- Đơn vị nhận báo cáo: \(report.letterhead.addressees.first ?? "")"),
      columns: (half - 1)...lastColumn, ReportStyles.text)
    sheet.next(height: 18)
    sheet.put(.text(definition.title), columns: 0...lastColumn, ReportStyles.title)
    sheet.next(height: 20 * Double(SheetBuilder.lines(definition.title, width: 105)))
    for line in ["Kỳ báo cáo: \(report.periodName)", "(\(report.span))"] {
      sheet.put(.text(line), columns: 0...lastColumn, ReportStyles.centeredItalic)
      sheet.next(height: 18)
    }
    sheet.put(
      .text(definition.unitLine), columns: (half + 1)...lastColumn, ReportStyles.rightItalic)
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
    let first = sheet.row
    for (index, row) in form.rows.enumerated() {
      let isBold = row.role != .item
      for column in definition.columns {
        let place = column.number - 1
        switch column.content {
        case .ordinal:
          sheet.put(
            .text(row.ordinal), at: place,
            ReportStyles.body(bold: isBold, horizontal: .center))
        case .label:
          sheet.put(
            .text(row.label), at: place, ReportStyles.body(bold: isBold, horizontal: .left))
        case .sum, .figures:
          let parts = FormFormulas(definition: definition, rows: form.rows, firstRow: first)
          sheet.put(
            parts.content(row: index, column: column), at: place,
            ReportStyles.body(bold: isBold, horizontal: .right, format: ReportStyles.whole))
        }
      }
      sheet.next(height: 16 * Double(SheetBuilder.lines(row.label, width: 50)))
    }
  }

  private func foot(_ sheet: inout SheetBuilder) {
    let half = lastColumn / 2
    sheet.next()
    sheet.put(
      .text(report.placeAndDate), columns: (half + 1)...lastColumn, ReportStyles.centeredItalic)
    sheet.next(height: 18)
    let places = [0...(half - 3), (half + 1)...lastColumn]
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
