import Workbooks

/// 2025-07-01 00:00 UTC.
let firstOfJuly = 1_751_328_000

/// A book with these sheets and nothing else.
func book(_ sheets: [SheetLayout], names: [DefinedName] = []) -> BookLayout {
  BookLayout(
    properties: BookProperties(title: "Báo cáo", author: "Sở Nội vụ", created: firstOfJuly),
    sheets: sheets, names: names)
}

/// A book of one sheet with these contents from A1 to the right.
func book(row contents: CellContent..., style: CellStyle = CellStyle()) -> BookLayout {
  let cells = contents.enumerated().map { column, content in
    PlacedCell(row: 0, column: column, content: content, style: style)
  }
  return book([SheetLayout(name: "Biểu", cells: cells)])
}

/// A cell with a text.
func text(_ text: String, row: Int, column: Int, style: CellStyle = CellStyle()) -> PlacedCell {
  PlacedCell(row: row, column: column, content: .text(text), style: style)
}
