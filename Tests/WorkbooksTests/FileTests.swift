import Foundation
import Glibc
import TestSupport
import Testing
import Workbooks

extension ScratchFolder {
  /// The names of the files in the folder, sorted.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? ["?"]).sorted()
  }
}

/// A book with something of everything.
func fullBook() -> BookLayout {
  let styles = (0..<40).map { CellStyle(size: 10 + Double($0) / 4, bold: $0 % 2 == 0) }
  let cells = styles.enumerated().flatMap { row, style in
    [
      text("Dòng \(row)", row: row, column: 0, style: style),
      PlacedCell(row: row, column: 1, content: .number(Double(row) / 7), style: style),
      PlacedCell(row: row, column: 2, content: .formula("=B\(row + 1)", .number(1)), style: style),
      PlacedCell(
        row: row, column: 3, content: .day(year: 2025, month: 6, day: 1 + row % 30), style: style),
    ]
  }
  let heights = Dictionary(uniqueKeysWithValues: (0..<40).map { ($0, 15 + Double($0)) })
  let sheets = (1...3).map {
    SheetLayout(
      name: "Biểu \($0)", cells: cells, merges: [CellRange(rows: 50...51, columns: 0...3)],
      columnWidths: [20, 10, 10, 12], rowHeights: heights, frozenRows: 1,
      print: PrintLayout(repeatedRows: 0...0, footer: "&CTrang &P/&N"),
      filter: CellRange(rows: 0...39, columns: 0...3),
      links: [CellLink(row: 60, column: 0, target: "internal:'Biểu 1'!A1", text: "Về đầu")])
  }
  return book(sheets, names: [DefinedName(name: "Tong", formula: "='Biểu 1'!$B$1")])
}

@Suite struct FileTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func `writes the same bytes again a second later`() async throws {
    try fullBook().write(to: scratch.path("1.xlsx"))
    try await Task.sleep(for: .milliseconds(1100))
    try fullBook().write(to: scratch.path("2.xlsx"))
    #expect(try bytes("1.xlsx") == bytes("2.xlsx"))
  }

  @Test func `writes the same bytes in another time zone`() async throws {
    try fullBook().write(to: scratch.path("here.xlsx"))
    let path = scratch.path("there.xlsx")
    await #expect(processExitsWith: .success) { [path = path as String] in
      unsafe setenv("TZ", "Asia/Ho_Chi_Minh", 1)
      tzset()
      try fullBook().write(to: path + "1")
      unsafe setenv("TZ", "America/New_York", 1)
      tzset()
      try fullBook().write(to: path + "2")
    }
    #expect(try bytes("there.xlsx1") == bytes("here.xlsx"))
    #expect(try bytes("there.xlsx2") == bytes("here.xlsx"))
  }

  @Test func `writes the same bytes from four tasks at once`() async throws {
    let scratch = scratch
    try await withThrowingTaskGroup { group in
      for task in 0..<4 {
        group.addTask { try fullBook().write(to: scratch.path("\(task).xlsx")) }
      }
      try await group.waitForAll()
    }
    let first = try bytes("0.xlsx")
    for task in 1..<4 { #expect(try bytes("\(task).xlsx") == first) }
  }

  @Test func `refuses to write where numbers have a decimal comma`() async throws {
    let locales = try VietnameseLocale()
    let path = scratch.path("comma.xlsx")
    await #expect(processExitsWith: .success) {
      [path = path as String, folder = locales.folder as String] in
      unsafe setenv("LOCPATH", folder, 1)
      let isSet = unsafe setlocale(LC_NUMERIC, "vi_VN.UTF-8") != nil
      #expect(isSet)
      #expect(throws: WorkbookError(.decimalPointNotAPoint)) {
        try book(row: .number(1.5)).write(to: path)
      }
    }
    #expect(scratch.files == [])
  }

  @Test func `replaces an earlier file and leaves nothing beside it`() throws {
    let path = scratch.path("book.xlsx")
    try book(row: .integer(1)).write(to: path)
    try book(row: .integer(2)).write(to: path)
    #expect(try ReadBook(path: path).cell("A1")?.value == "2")
    #expect(scratch.files == ["book.xlsx"])
  }

  @Test func `keeps the earlier file when the new one is refused`() throws {
    let path = scratch.path("book.xlsx")
    try book(row: .integer(1)).write(to: path)
    #expect(throws: WorkbookError.self) { try book(row: .number(.nan)).write(to: path) }
    #expect(try ReadBook(path: path).cell("A1")?.value == "1")
    #expect(scratch.files == ["book.xlsx"])
  }

  @Test func `says why it cannot create the file`() {
    #expect(throws: WorkbookError(.cannotCreateFile(ENOENT))) {
      try book(row: .integer(1)).write(to: scratch.path("missing/book.xlsx"))
    }
  }

  @Test func `says why it cannot put the file in its place`() throws {
    let path = scratch.path("book.xlsx")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(throws: WorkbookError(.cannotRenameFile(EISDIR))) {
      try book(row: .integer(1)).write(to: path)
    }
    #expect(scratch.files == ["book.xlsx"])
  }

  @Test(arguments: ["", "a\u{0}b.xlsx"])
  func `refuses a path that C would cut`(path: String) {
    #expect(throws: WorkbookError(.illegalPath(path))) {
      try book(row: .integer(1)).write(to: path)
    }
  }

  @Test func `asks for more temporary room than the parts take`() throws {
    let hostile = String(repeating: "_x0041_&", count: 2_000)
    let layout = book(fullBook().sheets + book(row: .text(hostile)).sheets)
    let path = scratch.path("book.xlsx")
    try layout.write(to: path)
    let read = ReadBook(path: path)
    let taken = try read.partNames().reduce(0) { try $0 + read.part($1).utf8.count }
    #expect(layout.unpackedBytes > taken)
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: scratch.path(name)))
  }
}
