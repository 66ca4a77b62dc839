import TestSupport
import Testing
import Workbooks

@Suite struct CellWritingTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func written(_ layout: BookLayout) throws -> ReadBook {
    let path = scratch.path("book.xlsx")
    try layout.write(to: path)
    return ReadBook(path: path)
  }

  @Test func `writes the cells where the layout puts them`() throws {
    let read = try written(
      book([
        SheetLayout(
          name: "Biểu",
          cells: [
            text("Huyện", row: 4, column: 27),
            PlacedCell(row: 0, column: 0, content: .integer(-42)),
            PlacedCell(row: 1_048_575, column: 16_383, content: .number(0.75)),
            PlacedCell(row: 2, column: 1, content: .blank),
          ]),
        SheetLayout(name: "Khác", cells: [text("Xã", row: 0, column: 0)]),
      ]))
    #expect(try read.cell("AB5") == ReadCell(type: "s", value: "Huyện"))
    #expect(try read.cell("A1") == ReadCell(value: "-42"))
    #expect(try read.cell("XFD1048576") == ReadCell(value: "0.75"))
    #expect(try read.cell("B3") == ReadCell())
    #expect(try read.cell("B2") == nil)
    #expect(try read.cell("A1", sheet: 2) == ReadCell(type: "s", value: "Xã"))
  }

  @Test func `writes a formula with the value that was computed for it`() throws {
    let read = try written(
      book(
        row: .formula("=SUM(A2:A9)", .number(12.5)),
        .formula("=IF(A2<1,\"a&b\",\"\")", .text("chưa <đủ>")),
        .formula("=\"\"", .text(""))))
    #expect(try read.cell("A1") == ReadCell(value: "12.5", formula: "SUM(A2:A9)"))
    #expect(
      try read.cell("B1")
        == ReadCell(type: "str", value: "chưa <đủ>", formula: "IF(A2<1,\"a&b\",\"\")"))
    #expect(try read.cell("C1")?.type == "str")
    #expect(try read.cell("C1")?.formula == "\"\"")
  }

  @Test(arguments: [
    (CellContent.integer(9_007_199_254_740_992), "9007199254740992"),
    (.integer(-9_007_199_254_740_992), "-9007199254740992"),
    (.number(1234.5), "1234.5"),
    (.number(-0.0), "0"),
    (.number(1e-9), "1E-09"),
    (.day(year: 1900, month: 1, day: 1), "1"),
    (.day(year: 2024, month: 2, day: 29), "45351"),
    (.day(year: 9999, month: 12, day: 31), "2958465"),
  ])
  func `writes a number with a point and a day as its serial number`(
    content: CellContent, value: String
  ) throws {
    #expect(try written(book(row: content)).cell("A1") == ReadCell(value: value))
  }

  @Test func `shows a day as a day unless the style says otherwise`() throws {
    let day = CellContent.day(year: 2025, month: 6, day: 30)
    let plain = try written(book(row: day)).format(of: "A1")
    #expect(plain.contains("formatCode=\"dd/mm/yyyy\""))
    let month = CellStyle(numberFormat: "mm/yyyy")
    #expect(
      try written(book(row: day, style: month)).format(of: "A1")
        .contains("formatCode=\"mm/yyyy\""))
  }

  @Test func `merges a header with one border round the whole range`() throws {
    let style = CellStyle(bold: true, horizontal: .center, border: .thin)
    let read = try written(
      book([
        SheetLayout(
          name: "Biểu",
          cells: [
            text("Trực tuyến", row: 0, column: 1, style: style),
            PlacedCell(row: 0, column: 2, content: .blank),
            PlacedCell(row: 4, column: 0, content: .integer(5), style: style),
          ],
          merges: [
            CellRange(rows: 0...1, columns: 1...2), CellRange(rows: 4...4, columns: 0...1),
            CellRange(rows: 6...7, columns: 0...0),
          ])
      ]))
    let sheet = try read.sheet()
    #expect(
      sheet.contains(
        "<mergeCells count=\"3\"><mergeCell ref=\"B1:C2\"/><mergeCell ref=\"A5:B5\"/>"
          + "<mergeCell ref=\"A7:A8\"/></mergeCells>"))
    #expect(try read.cell("B1") == ReadCell(type: "s", value: "Trực tuyến"))
    #expect(try read.cell("A5") == ReadCell(value: "5"))
    for place in ["B1", "C1", "B2", "C2", "A5", "B5"] {
      #expect(try read.format(of: place).contains("<left style=\"thin\">"), "\(place)")
      if !["B1", "A5"].contains(place) { #expect(try read.cell(place) == ReadCell()) }
    }
  }

  @Test func `writes links into the book and out of it`() throws {
    let read = try written(
      book([
        SheetLayout(
          name: "Mục lục",
          links: [
            CellLink(row: 0, column: 0, target: "internal:'Q''1'!A1", text: "Quý <1>"),
            CellLink(
              row: 1, column: 0, target: "https://example.vn/a?b=1&c=2", text: "Trang",
              style: CellStyle(underline: true, color: 0x0000FF)),
          ]),
        SheetLayout(name: "Q'1"),
      ]))
    #expect(try read.cell("A1") == ReadCell(type: "s", value: "Quý <1>"))
    #expect(
      try read.sheet().contains(
        "<hyperlink ref=\"A1\" location=\"'Q''1'!A1\" display=\"Quý &lt;1&gt;\"/>"))
    #expect(
      try read.part("xl/worksheets/_rels/sheet1.xml.rels")
        .contains("Target=\"https://example.vn/a?b=1&amp;c=2\""))
    #expect(try read.format(of: "A2").contains("FF0000FF"))
  }
}
