import TestSupport
import Testing
import Workbooks

@Suite struct RefusalTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func expectRefusal(_ refusal: Refusal) {
    let path = scratch.path("refused.xlsx")
    #expect(throws: refusal.error) { try refusal.layout.write(to: path) }
    #expect(throws: refusal.error) { try refusal.layout.check() }
    #expect(scratch.files == [])
  }

  @Test(arguments: [
    Refusal.created(0), .created(-1),
    Refusal(layout: book([]), error: WorkbookError(.noSheets)),
    .name("", .illegalDefinedName("")), .name("1a", .illegalDefinedName("1a")),
    .name("tổng", .illegalDefinedName("tổng")), .name("a b", .illegalDefinedName("a b")),
    .name("T9", .illegalDefinedName("T9")), .name("xfd1", .illegalDefinedName("xfd1")),
    .name("R1C1", .illegalDefinedName("R1C1")), .name("c", .illegalDefinedName("c")),
    .name("_xlnm.Print_Area", .illegalDefinedName("_xlnm.Print_Area")),
    .name("a", .formulaWithoutEquals("1"), formula: "1"),
    .name("a", .formulaWithoutEquals("="), formula: "="),
    .name(
      "a", .definedNameFormulaTooLong("a"), formula: "=" + String(repeating: "1", count: 128)),
    Refusal(
      layout: book(
        [SheetLayout(name: "1")],
        names: [
          DefinedName(name: "Tong", formula: "=1"), DefinedName(name: "TONG", formula: "=2"),
        ]),
      error: WorkbookError(.duplicateDefinedName("TONG"))),
    Refusal(
      layout: book([SheetLayout(name: "Đất đai"), SheetLayout(name: "ĐẤT ĐAI")]),
      error: WorkbookError(.duplicateSheetName, sheet: "ĐẤT ĐAI")),
  ])
  func `refuses a book that Excel could not open`(refusal: Refusal) {
    expectRefusal(refusal)
  }

  @Test(arguments: [
    ("", WorkbookProblem.emptySheetName),
    (String(repeating: "ơ", count: 32), .sheetNameTooLong(32)),
    (String(repeating: "🏛", count: 16), .sheetNameTooLong(32)),
    ("a/b", .illegalSheetName), ("[a]", .illegalSheetName), ("a:b", .illegalSheetName),
    ("a*", .illegalSheetName), ("a?", .illegalSheetName), ("a\\b", .illegalSheetName),
    ("'a", .illegalSheetName), ("a'", .illegalSheetName), ("a\u{0}b", .illegalSheetName),
    ("a\nb", .illegalSheetName), ("a\u{FFFF}", .illegalSheetName), ("History", .illegalSheetName),
  ])
  func `refuses a sheet name that Excel does not allow`(name: String, problem: WorkbookProblem) {
    expectRefusal(
      Refusal(
        layout: book([SheetLayout(name: "1"), SheetLayout(name: name)]),
        error: WorkbookError(problem, sheet: name)))
  }

  @Test(arguments: [
    Refusal.content(.number(.infinity), .numberNotFinite),
    .content(.number(.nan), .numberNotFinite),
    .content(.formula("=1/0", .number(.nan)), .numberNotFinite),
    .content(.integer(1 << 53 + 1), .integerNotExact(1 << 53 + 1)),
    .content(.integer(.min), .integerNotExact(.min)),
    .content(.text(String(repeating: "a", count: 40_000)), .textTooLong(40_000)),
    .content(.text(String(repeating: "🏛", count: 16_384)), .textTooLong(32_768)),
    .content(.text(String(repeating: "_x0041_", count: 4_000)), .textTooLong(52_000)),
    .content(
      .formula("=A1", .text(String(repeating: "a", count: 32_768))), .textTooLong(32_768)),
    .content(.formula("SUM(A1)", .number(1)), .formulaWithoutEquals("SUM(A1)")),
    .content(.formula("", .number(1)), .formulaWithoutEquals("")),
    .content(
      .formula("=" + String(repeating: "1", count: 8_192), .number(1)), .formulaTooLong(8_193)),
    .content(
      .day(year: 2025, month: 13, day: 1), .notADay(year: 2025, month: 13, day: 1)),
    .content(.day(year: 2025, month: 2, day: 29), .notADay(year: 2025, month: 2, day: 29)),
    .content(.day(year: 1900, month: 2, day: 29), .notADay(year: 1900, month: 2, day: 29)),
    .content(.day(year: 1899, month: 12, day: 31), .notADay(year: 1899, month: 12, day: 31)),
    .content(.day(year: 2025, month: 6, day: 0), .notADay(year: 2025, month: 6, day: 0)),
    .style(.size, CellStyle(size: .nan)), .style(.size, CellStyle(size: 0)),
    .style(.numberFormat, CellStyle(numberFormat: "")),
    .style(.numberFormat, CellStyle(numberFormat: "0\u{1}")),
    .style(.numberFormat, CellStyle(numberFormat: String(repeating: "0", count: 128))),
    .style(.fill, CellStyle(fill: 0x100_0000)), .style(.color, CellStyle(color: 0x100_0000)),
    .style(.indent, CellStyle(indent: -1)), .style(.rotation, CellStyle(rotation: 91)),
  ])
  func `refuses a content or a style and says in which cell`(refusal: Refusal) {
    expectRefusal(refusal)
  }

  @Test(arguments: [(-1, 0), (1_048_576, 0), (0, -1), (0, 16_384)])
  func `refuses a cell outside the sheet`(row: Int, column: Int) {
    let problem: WorkbookProblem =
      column == 0 ? .rowOutOfRange(row) : .columnOutOfRange(column)
    expectRefusal(
      .sheet(problem, at: CellPlace(row: row, column: column)) {
        $0.cells = [PlacedCell(row: row, column: column, content: .blank)]
      })
  }

  @Test(arguments: [
    Refusal.merges(.mergeOfOneCell, at: CellPlace(row: 1, column: 1), [(1, 1, 1, 1)]),
    .merges(.rangeReversed, at: CellPlace(row: 1, column: 1), [(1, 1, 0, 2)]),
    .merges(
      .mergesOverlap, at: CellPlace(row: 2, column: 2), [(2, 2, 3, 3), (0, 0, 5, 0), (0, 1, 2, 2)]),
    .merges(.columnOutOfRange(16_384), at: CellPlace(row: 0, column: 0), [(0, 0, 0, 16_384)]),
    .merges(
      .cellUnderMerge, at: CellPlace(row: 1, column: 1), [(0, 0, 1, 1)],
      cells: [text("x", row: 1, column: 1)]),
    .sheet(.placeTakenTwice, at: CellPlace(row: 0, column: 0)) {
      $0.cells = [text("x", row: 0, column: 0)]
      $0.links = [CellLink(row: 0, column: 0, target: "https://a.vn", text: "x")]
    },
    .link("http://a.vn", .illegalLinkTarget("http://a.vn")),
    .link("https://", .illegalLinkTarget("https://")),
    .link("https://a.vn/external:b", .illegalLinkTarget("https://a.vn/external:b")),
    .link("file:///etc", .illegalLinkTarget("file:///etc")), .link("", .illegalLinkTarget("")),
    .link("internal:'#'!A1", .illegalLinkTarget("internal:'#'!A1")),
    .link("internal:'Mất'!A1", .linkToMissingSheet("internal:'Mất'!A1")),
    .link("https://a.vn", .emptyLinkText, text: ""),
    .link("https://a.vn", .textTooLong(256), text: String(repeating: "x", count: 256)),
    .sheet(.columnWidthOutOfRange(256)) { $0.columnWidths = [8, 256] },
    .sheet(.columnWidthOutOfRange(0)) { $0.columnWidths = [0] },
    .sheet(.rowHeightOutOfRange(410)) { $0.rowHeights = [1: 410] },
    .sheet(.rowOutOfRange(-1)) { $0.rowHeights = [-1: 10] },
    .sheet(.rowOutOfRange(-1)) { $0.frozenRows = -1 },
    .sheet(.columnOutOfRange(16_384)) { $0.frozenColumns = 16_384 },
    .sheet(.marginOutOfRange(-0.5)) { $0.print.margins.left = -0.5 },
    .sheet(.marginOutOfRange(.infinity)) { $0.print.margins.top = .infinity },
    .sheet(.rowOutOfRange(-1)) { $0.print.repeatedRows = -1...0 },
    .sheet(.footerTooLong(256)) { $0.print.footer = String(repeating: "x", count: 256) },
    .sheet(.footerWithPicture) { $0.print.footer = "&L&G" },
    .sheet(.headerTooLong(256)) { $0.print.header = String(repeating: "x", count: 256) },
    .sheet(.headerWithPicture) { $0.print.header = "&[Picture]" },
    .sheet(.breakOutOfRange(0)) { $0.print.breaks = [5, 0] },
    .sheet(.breakOutOfRange(1_048_576)) { $0.print.breaks = [1_048_576] },
    .sheet(.tooManyBreaks(1_024)) { $0.print.breaks = Array(1...1_024) },
    .sheet(.breaksOnOnePage) { ($0.print.breaks, $0.print.onOnePage) = ([1], true) },
    .sheet(.rangeReversed) {
      $0.print.area = CellRange(firstRow: 2, firstColumn: 0, lastRow: 1, lastColumn: 3)
    },
    .sheet(.firstPageOutOfRange(0)) { $0.print.firstPage = 0 },
    .sheet(.zoomOutOfRange(401)) { $0.zoom = 401 },
    .sheet(.tabColorOutOfRange(0x100_0000)) { $0.tabColor = 0x100_0000 },
    .sheet(.rangeReversed, at: CellPlace(row: 2, column: 0)) {
      $0.filter = CellRange(firstRow: 2, firstColumn: 0, lastRow: 1, lastColumn: 3)
    },
  ])
  func `refuses a sheet whose parts do not fit together`(refusal: Refusal) {
    expectRefusal(refusal)
  }

  @Test(arguments: [
    (0, 0, "A1"), (11, 2, "C12"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576"),
  ])
  func `names a place as Excel does`(row: Int, column: Int, label: String) {
    #expect(CellPlace(row: row, column: column).label == label)
    #expect(CellPlace(row: -1, column: column).label == nil)
  }
}
