import TestSupport
import Testing
import Workbooks

@Suite struct CellStyleTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func format(_ style: CellStyle) throws -> String {
    let path = scratch.path("styles.xlsx")
    try book(row: .integer(1), style: style).write(to: path)
    return try ReadBook(path: path).format(of: "A1")
  }

  @Test(arguments: [
    (CellStyle(size: 13.5), "<sz val=\"13.5\"/>"),
    (CellStyle(bold: true), "<b/>"),
    (CellStyle(italic: true), "<i/>"),
    (CellStyle(underline: true), "<u/>"),
    (CellStyle(wrap: true), "wrapText=\"1\""),
    (CellStyle(horizontal: .left), "horizontal=\"left\""),
    (CellStyle(horizontal: .center), "horizontal=\"center\""),
    (CellStyle(horizontal: .right), "horizontal=\"right\""),
    (CellStyle(horizontal: .justify), "horizontal=\"justify\""),
    (CellStyle(vertical: .top), "vertical=\"top\""),
    (CellStyle(vertical: .middle), "vertical=\"center\""),
    (CellStyle(border: .thin), "<bottom style=\"thin\">"),
    (CellStyle(border: .hair), "<top style=\"hair\">"),
    (CellStyle(numberFormat: "#,##0"), "formatCode=\"#,##0\""),
    (CellStyle(numberFormat: "0.00%"), "formatCode=\"0.00%\""),
    (CellStyle(numberFormat: "0.0"), "formatCode=\"0.0\""),
    (CellStyle(fill: 0xDDEBF7), "<fgColor rgb=\"FFDDEBF7\"/>"),
    (CellStyle(fill: 0x000000), "<fgColor rgb=\"FF000000\"/>"),
    (CellStyle(color: 0xC00000), "<color rgb=\"FFC00000\"/>"),
    (CellStyle(color: 0x000000), "<color rgb=\"FF000000\"/>"),
    (CellStyle(indent: 2), "horizontal=\"left\" indent=\"2\""),
    (CellStyle(rotation: 90), "textRotation=\"90\""),
    (CellStyle(rotation: -45), "textRotation=\"135\""),
    (CellStyle(rotation: 270), "textRotation=\"255\""),
  ])
  func `writes each field of a style`(style: CellStyle, xml: String) throws {
    let format = try format(style)
    #expect(format.contains(xml))
    #expect(format.contains("<name val=\"Times New Roman\"/><family val=\"1\"/>"))
  }

  @Test func `makes one format for each distinct style of the book`() throws {
    let styles = [CellStyle(), CellStyle(bold: true), CellStyle(), CellStyle(bold: true)]
    let cells = styles.enumerated().map { row, style in
      PlacedCell(row: row, column: 0, content: .integer(row), style: style)
    }
    let path = scratch.path("styles.xlsx")
    try book([SheetLayout(name: "1", cells: cells), SheetLayout(name: "2", cells: cells)])
      .write(to: path)
    // The library's own default format comes first.
    #expect(try ReadBook(path: path).part("xl/styles.xml").contains("<cellXfs count=\"3\">"))
  }
}
