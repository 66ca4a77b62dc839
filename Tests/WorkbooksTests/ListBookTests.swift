import Foundation
import TestSupport
import Testing
import Workbooks

@Suite struct ListBookTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func written(_ lists: ListSheet...) throws -> ReadBook {
    let path = scratch.path("list.xlsx")
    try ListBook(properties: BookProperties(created: firstOfJuly), sheets: lists).write(to: path)
    #expect(scratch.files == ["list.xlsx"])
    return ReadBook(path: path)
  }

  @Test func `writes the list below its head, with a filter over all of it`() throws {
    let read = try written(list(count: 3))
    let sheet = try read.sheet()
    #expect(sheet.contains("<autoFilter ref=\"A4:C7\"/>"))
    #expect(sheet.contains("<mergeCells count=\"2\"><mergeCell ref=\"A1:C2\"/>"))
    #expect(sheet.contains("<row r=\"1\" ht=\"33\" customHeight=\"1\">"))
    #expect(sheet.contains("<row r=\"5\">"))
    #expect(try read.cell("A7")?.value == "2")
    #expect(try read.cell("B7") == ReadCell())
    #expect(try read.cell("C5")?.value == "45839")
    #expect(try read.format(of: "C5").contains("dd/mm/yyyy"))
    for place in ["B1", "C1", "A2", "B2", "C2"] {
      #expect(try read.format(of: place).contains("<left style=\"thin\">"), "\(place)")
    }
    #expect(sheet.contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>Danh sách</t></is></c>"))
    #expect(sheet.contains("<t>Hồ sơ &lt;1&gt; _x005F_x0041_</t>"))
    #expect(sheet.contains("<hyperlink ref=\"A3\" location=\"'Danh sách'!A4\""))
  }

  @Test(arguments: [(5, false), (6, false), (7, true), (1_000, true)])
  func `says in the last row that the sheet is full`(count: Int, isCut: Bool) throws {
    let sheet = try written(list(count: count, rowLimit: 10)).sheet()
    #expect(sheet.contains("<t>5/\(count)</t>") == isCut)
    #expect(sheet.contains("<row r=\"10\"") == (count > 5))
    #expect(!sheet.contains("<row r=\"11\""))
    #expect(sheet.contains("<autoFilter ref=\"A4:C\(isCut ? 9 : 4 + count)\"/>"))
  }

  @Test func `writes the same bytes twice, of several lists`() throws {
    var second = list(count: 100)
    second.top.name = "Khác"
    _ = try written(list(count: 50), second)
    let first = try Data(contentsOf: URL(fileURLWithPath: scratch.path("list.xlsx")))
    let read = try written(list(count: 50), second)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("list.xlsx"))) == first)
    #expect(try read.sheet(2).contains("<row r=\"104\""))
  }

  @Test func `writes a list without rows`() throws {
    let sheet = try written(list(count: 0)).sheet()
    #expect(!sheet.contains("<row r=\"5\""))
    #expect(sheet.contains("<autoFilter ref=\"A4:C5\"/>"))
  }

  @Test(arguments: [
    (CellContent.number(.nan), WorkbookProblem.numberNotFinite),
    (.text(String(repeating: "x", count: 32_768)), .textTooLong(32_768)),
    (.day(year: 2025, month: 2, day: 30), .notADay(year: 2025, month: 2, day: 30)),
  ])
  func `checks each content and leaves nothing behind`(
    content: CellContent, problem: WorkbookProblem
  ) {
    var bad = list(count: 20)
    bad.row = { $0 == 7 ? [.blank, content] : [.integer($0)] }
    #expect(
      throws: WorkbookError(problem, sheet: "Danh sách", cell: CellPlace(row: 11, column: 1))
    ) { try written(bad) }
    #expect(scratch.files == [])
  }

  @Test func `refuses a list that has no room or no sense`() {
    expect(.listRowTooLong(4), at: CellPlace(row: 4, column: 3)) {
      $0.row = { _ in [.blank, .blank, .blank, .blank] }
    }
    expect(.listColumnCount(0)) { $0.styles = [] }
    expect(.listCountNegative(-1)) { $0.count = -1 }
    expect(.rowOutOfRange(2)) { $0.rowLimit = 2 }
    expect(.rowOutOfRange(4)) { $0.rowLimit = 5 }
    expect(.rowOutOfRange(9)) { $0.top.rowHeights[9] = 20 }
    expect(.styleOutOfRange(.indent)) { $0.styles[1].indent = -1 }
    expect(.chart(.onAList)) { list in
      list.top.charts = chartBook().sheets[1].charts.map {
        var chart = $0
        let range = ChartRange(
          sheet: "Danh sách", cells: CellRange(rows: 3...3, columns: 0...0))
        chart.series = [ChartSeries(name: "x", categories: range, values: range)]
        return chart
      }
      list.top.cells[1].content = .integer(1)
    }
  }

  private func expect(
    _ problem: WorkbookProblem, at cell: CellPlace? = nil, _ change: (inout ListSheet) -> Void
  ) {
    var bad = list(count: 20)
    change(&bad)
    #expect(throws: WorkbookError(problem, sheet: "Danh sách", cell: cell)) { try written(bad) }
    #expect(scratch.files == [])
  }

  @Test func `leaves no file open when a content is refused`() async throws {
    let path = scratch.path("bad.xlsx")
    await #expect(processExitsWith: .success) { [path = path as String] in
      func open() -> Int {
        ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []).count
      }
      var bad = list(count: 20)
      bad.row = { _ in [.number(.nan)] }
      let book = ListBook(properties: BookProperties(created: firstOfJuly), sheets: [bad, bad])
      let before = open()
      #expect(throws: WorkbookError.self) { try book.write(to: path) }
      #expect(open() == before)
    }
  }

  /// The whole sheet is checked by hand: it takes a minute in a debug build.
  @Test func `needs no more memory for more rows`() async throws {
    let path = scratch.path("long.xlsx")
    await #expect(processExitsWith: .success) { [path = path as String] in
      func peak() -> Int {
        var usage = rusage()
        _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
      }
      let book = ListBook(
        properties: BookProperties(created: firstOfJuly), sheets: [list(count: 2_000)])
      try book.write(to: path)
      let before = peak()
      var long = book
      long.sheets = [list(count: 60_000)]
      try long.write(to: path)
      // Kilobytes; the rows alone would take 20 MB.
      #expect(peak() - before < 4_000)
    }
  }
}

/// A list of three columns below a title over two rows, a link and a head.
private func list(count: Int, rowLimit: Int = 1_048_576) -> ListSheet {
  let border = CellStyle(bold: true, border: .thin)
  let top = SheetLayout(
    name: "Danh sách",
    cells: [
      text("Ngày", row: 3, column: 2, style: border), text("Số", row: 3, column: 0, style: border),
      text("Danh sách", row: 0, column: 0, style: border),
    ],
    merges: [CellRange(rows: 0...1, columns: 0...2), CellRange(rows: 2...2, columns: 1...2)],
    columnWidths: [8, 40, 12], rowHeights: [0: 33], frozenRows: 4,
    print: PrintLayout(repeatedRows: 3...3),
    links: [CellLink(row: 2, column: 0, target: "internal:'Danh sách'!A4", text: "Xuống")])
  return ListSheet(
    top: top, styles: [CellStyle(), CellStyle(wrap: true), CellStyle()], count: count,
    row: { row in
      row == 2
        ? [.integer(row)]
        : [
          .integer(row), .text("Hồ sơ <\(row)> _x0041_"), .day(year: 2025, month: 7, day: 1),
        ]
    }, cutNote: { "\($0)/\($1)" }, rowLimit: rowLimit)
}
