import Foundation
import FoundationXML
import TestSupport
import Testing
import Workbooks

@Suite struct HostileTextTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func written(_ layout: BookLayout) throws -> ReadBook {
    let path = scratch.path("book.xlsx")
    try layout.write(to: path)
    return ReadBook(path: path)
  }

  @Test(arguments: [
    "=1+1", "{=1+1}", "+84 235", "-1", "@SUM(A1)", "0123", "1e5", "2025-07-01",
    "https://example.vn", "internal:'Biểu'!A1", "]]>", "<&>", "\"'", "  hai đầu  ",
    "dòng 1\ndòng 2\t|", "&amp;", "Hồ sơ 🏛", "\u{7F}\u{85}\u{FFFD}\u{FEFF}",
    "&CTrang &P",
  ])
  func `writes any text as the text that it is`(text: String) throws {
    let cell = try written(book(row: .text(text))).cell("A1")
    #expect(cell == ReadCell(type: "s", value: text))
  }

  @Test(arguments: [
    ("a\u{0}b", "a b"), ("\u{1}", " "), ("a\u{1B}[31m", "a [31m"), ("\u{B}\u{1F}", "  "),
    ("a\u{FFFE}b\u{FFFF}", "a b "), ("a\r\nb\rc\n\nd", "a\nb\nc\n\nd"),
  ])
  func `writes a space for what XML cannot carry and one kind of line end`(
    text: String, carried: String
  ) throws {
    let read = try written(
      book(row: .text(text), .formula("=A1", .text(text))))
    #expect(try read.cell("A1") == ReadCell(type: "s", value: carried))
    #expect(try read.cell("B1")?.value == carried)
  }

  @Test(arguments: [
    ("_x0041_", "_x005F_x0041_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("a_x00e9_b", "a_x005F_x00e9_b"), ("_x41_", "_x41_"), ("_X0041_", "_X0041_"),
    ("_x004", "_x004"),
  ])
  func `keeps Excel from reading an escape in a text`(text: String, written xml: String) throws {
    #expect(try written(book(row: .text(text))).cell("A1") == ReadCell(type: "s", value: xml))
  }

  @Test func `writes an empty text as a blank cell with its style`() throws {
    let read = try written(book(row: .text(""), style: CellStyle(border: .thin)))
    #expect(try read.cell("A1") == ReadCell())
    #expect(try read.format(of: "A1").contains("thin"))
  }

  @Test func `keeps the longest text that Excel can hold`() throws {
    // 32,767 UTF-16 units in 16,384 characters.
    let longest = String(repeating: "🏛", count: 16_383) + "x"
    #expect(try written(book(row: .text(longest))).cell("A1")?.value == longest)
  }

  @Test func `writes well-formed XML whatever the texts are`() throws {
    let text = "<&>\"']]>\u{0}\u{1}\u{FFFF}\r_x0000_"
    let name = "<&>\"' \u{7F}b"
    var layout = book(
      [
        SheetLayout(
          name: name, cells: [PlacedCell(row: 0, column: 0, content: .text(text))],
          print: PrintLayout(repeatedRows: 0...0, footer: "&C<&P>" + text),
          filter: CellRange(rows: 0...1, columns: 0...1),
          links: [CellLink(row: 1, column: 0, target: "https://a.vn/<&>\"", text: text)])
      ], names: [DefinedName(name: "Tong", formula: "=\"<&>\u{1}\"")])
    layout.properties = BookProperties(
      title: text, subject: text, author: text, company: text, comments: text,
      created: firstOfJuly)
    let read = try written(layout)
    for part in try read.partNames() {
      let parser = XMLParser(data: Data(try read.part(part).utf8))
      #expect(parser.parse(), "\(part): \(String(describing: parser.parserError))")
    }
  }
}
