import TestSupport
import Testing
import Workbooks

@Suite struct SheetSetUpTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func written(_ layout: BookLayout) throws -> ReadBook {
    let path = scratch.path("book.xlsx")
    try layout.write(to: path)
    return ReadBook(path: path)
  }

  @Test func `sets up the page as the layout says`() throws {
    let print = PrintLayout(
      landscape: true, repeatedRows: 4...6,
      margins: PageMargins(left: 0.5, right: 0.25, top: 1, bottom: 0.75),
      footer: "&CTrang &P/&N")
    let read = try written(book([SheetLayout(name: "II.06a", print: print)]))
    let sheet = try read.sheet()
    #expect(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"))
    #expect(sheet.contains("<pageMargins left=\"0.5\" right=\"0.25\" top=\"1\" bottom=\"0.75\""))
    #expect(
      sheet.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"))
    #expect(sheet.contains("<oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter>"))
    #expect(!sheet.contains("<printOptions"))
    #expect(
      try read.part("xl/workbook.xml").contains(
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'II.06a'!$5:$7</definedName>"))
  }

  @Test func `prints upright on A4 without a footer unless told`() throws {
    let sheet = try written(book([SheetLayout(name: "1")])).sheet()
    #expect(
      sheet.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"portrait\"/>"))
    #expect(!sheet.contains("headerFooter"))
  }

  @Test func `prints a part of the sheet on one page in the middle`() throws {
    let print = PrintLayout(
      footer: "&P", header: "&C&P", onOnePage: true,
      area: CellRange(rows: 1...20, columns: 0...5), centersHorizontally: true, firstPage: 7)
    let read = try written(book([SheetLayout(name: "T9", print: print)]))
    let sheet = try read.sheet()
    #expect(sheet.contains("<printOptions horizontalCentered=\"1\"/>"))
    #expect(
      sheet.contains(
        "<pageSetup paperSize=\"9\" orientation=\"portrait\" useFirstPageNumber=\"1\""
          + " firstPageNumber=\"7\"/>")
        || sheet.contains(
          "<pageSetup paperSize=\"9\" firstPageNumber=\"7\" orientation=\"portrait\""
            + " useFirstPageNumber=\"1\"/>")
    )
    #expect(
      sheet.contains(
        "<headerFooter><oddHeader>&amp;C&amp;P</oddHeader><oddFooter>&amp;P</oddFooter>"))
    #expect(
      try read.part("xl/workbook.xml").contains(
        "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'T9'!$A$2:$F$21</definedName>"))
  }

  @Test func `begins a new page at the rows that the layout says`() throws {
    let sheet = try written(
      book([SheetLayout(name: "1", print: PrintLayout(breaks: [30, 12, 30]))])
    ).sheet()
    #expect(
      sheet.contains(
        "<rowBreaks count=\"2\" manualBreakCount=\"2\"><brk id=\"12\" max=\"16383\" man=\"1\"/>"
          + "<brk id=\"30\" max=\"16383\" man=\"1\"/></rowBreaks>"))
  }

  @Test func `colours a tab and shows a sheet smaller`() throws {
    let sheet = try written(book([SheetLayout(name: "1", tabColor: 0x1F4E79, zoom: 85)])).sheet()
    #expect(sheet.contains("<tabColor rgb=\"FF1F4E79\"/>"))
    #expect(sheet.contains("zoomScale=\"85\" zoomScaleNormal=\"85\""))
  }

  /// The library leaves these unquoted, and Excel calls the file damaged.
  @Test(arguments: [("2025", "'2025'"), ("T9", "'T9'"), ("R1C1", "'R1C1'"), ("Q'1", "'Q''1'")])
  func `quotes the name of any sheet that repeats rows or filters`(
    name: String, quoted: String
  ) throws {
    let sheet = SheetLayout(
      name: name, print: PrintLayout(repeatedRows: 0...0),
      filter: CellRange(rows: 0...9, columns: 0...2))
    let workbook = try written(book([sheet])).part("xl/workbook.xml")
    #expect(workbook.contains(">\(quoted)!$1:$1</definedName>"))
    #expect(workbook.contains("hidden=\"1\">\(quoted)!$A$1:$C$10</definedName>"))
  }

  @Test func `freezes, filters, sizes and hides gridlines`() throws {
    let sheet = try written(
      book([
        SheetLayout(
          name: "1", columnWidths: [5, 30], rowHeights: [0: 20, 3: 33.75], frozenRows: 2,
          frozenColumns: 1, filter: CellRange(rows: 1...8, columns: 0...1), showsGrid: false)
      ])
    ).sheet()
    #expect(sheet.contains("<sheetView showGridLines=\"0\""))
    #expect(
      sheet.contains(
        "<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\" activePane=\"bottomRight\""
          + " state=\"frozen\"/>"))
    #expect(sheet.contains("<autoFilter ref=\"A2:B9\"/>"))
    // Excel adds the 5 pixels of padding to the width itself.
    #expect(sheet.contains("<col min=\"1\" max=\"1\" width=\"5.7109375\" customWidth=\"1\"/>"))
    #expect(sheet.contains("<col min=\"2\" max=\"2\" width=\"30.7109375\" customWidth=\"1\"/>"))
    #expect(sheet.contains("<row r=\"4\" ht=\"33.75\" customHeight=\"1\"/>"))
  }

  @Test func `leaves a sheet unfrozen and with gridlines by default`() throws {
    let sheet = try written(book([SheetLayout(name: "1")])).sheet()
    #expect(!sheet.contains("<pane"))
    #expect(!sheet.contains("showGridLines"))
  }

  @Test func `writes defined names and properties`() throws {
    var layout = book(
      [SheetLayout(name: "II.06a")],
      names: [DefinedName(name: "Tong.II_06a", formula: "='II.06a'!$C$12")])
    layout.properties.subject = "Kiểm soát thủ tục"
    layout.properties.company = "UBND tỉnh"
    layout.properties.comments = "Ghi chú"
    let read = try written(layout)
    #expect(
      try read.part("xl/workbook.xml")
        .contains("<definedName name=\"Tong.II_06a\">'II.06a'!$C$12</definedName>"))
    let core = try read.part("docProps/core.xml")
    #expect(core.contains("<dc:title>Báo cáo</dc:title>"))
    #expect(core.contains("<dc:subject>Kiểm soát thủ tục</dc:subject>"))
    #expect(core.contains("<dc:creator>Sở Nội vụ</dc:creator>"))
    #expect(core.contains("<dc:description>Ghi chú</dc:description>"))
    #expect(core.contains(">2025-07-01T00:00:00Z</dcterms:created>"))
    #expect(try read.part("docProps/app.xml").contains("<Company>UBND tỉnh</Company>"))
  }
}
