import Administration
import DataFiles
import Foundation
import Testing
import TestSupport

/// Catalogues with one fault each: the check names it and its line, and finds nothing else.
@Suite struct CatalogueCheckTests {
  /// A catalogue that was sound before a fault was planted.
  struct Planted: CustomTestStringConvertible {
    var testDescription: String
    var rows: String
    /// The line of the fault, from 1; the header is the first.
    var line: Int
    var problem: DataFileProblem
  }

  @Test(arguments: [
    Planted(
      testDescription: "a successor that does not exist",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        29242,Phường 3,phường,xa,84,,,,,
        29245,Phường 2,phường,xa,84,,,,2024-12-31,29241
        """,
      line: 4, problem: .unit(.noSuchSuccessor("29241", nearest: "29242"))),
    Planted(
      testDescription: "a successor that is not there on the day after",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        29242,Phường 3,phường,xa,84,,,2025-01-02,,
        29245,Phường 2,phường,xa,84,,,,2024-12-31,29242
        """,
      line: 4, problem: .unit(.successorNotAlive("29242", on: "2025-01-01"))),
    Planted(
      testDescription: "successors in a circle",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        1,Xã B,xã,xa,84,,,,2024-12-31,2
        2,Xã C,xã,xa,84,,,,2024-12-31,3
        3,Xã D,xã,xa,84,,,,2024-12-31,1
        """,
      line: 3, problem: .unit(.successorsInACircle(["1", "2", "3", "1"]))),
    Planted(
      testDescription: "an end without an heir",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        842,Huyện B,huyện,huyen,84,,,,2025-06-30,
        """,
      line: 3, problem: .unit(.noHeir)),
    Planted(
      testDescription: "a gap between two lives of a code",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        1,Phường 2,phường,xa,84,,,,2024-10-31,
        1,Phường 1,phường,xa,84,,,2024-11-02,,
        """,
      line: 3, problem: .unit(.gapBeforeNextLife(begins: "2024-11-02"))),
    Planted(
      testDescription: "two lives of a code on the same day",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        1,Phường 2,phường,xa,84,,,,2024-10-31,
        1,Phường 1,phường,xa,84,,,2024-10-31,,
        """,
      line: 4, problem: .repeated("1")),
    Planted(
      testDescription: "an end before the beginning",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        1,Xã B,xã,xa,84,,,2025-07-01,2025-06-30,
        """,
      line: 3, problem: .unit(.endsBeforeItBegins)),
    Planted(
      testDescription: "a parent that does not live as long",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        842,Huyện B,huyện,huyen,84,,,,2025-06-30,84
        1,Xã C,xã,xa,842,,,,,
        """,
      line: 4, problem: .unit(.parentNotAlive("842", from: "2025-07-01", to: nil))),
    Planted(
      testDescription: "a commune under a commune",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        84-SNV,Sở Nội vụ,sở,tinh,84,,,,,
        1,Xã B,xã,xa,84,,,,,
        2,Xã C,xã,xa,1,,,,,
        """,
      line: 5, problem: .unit(.levelNotBelow(parent: "1"))),
    Planted(
      testDescription: "one identifier code of two units",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,H59,,,,
        1,Xã B,xã,xa,84,H59.1|H59.2,,,,
        2,Xã C,xã,xa,84,H59.2,,,,
        """,
      line: 4, problem: .unit(.sharedCode("H59.2", with: "1", line: 3))),
    Planted(
      testDescription: "two provinces on the last day",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        86,Tỉnh B,tỉnh,tinh,,,,,,
        """,
      line: 3, problem: .unit(.notOneRoot(["84", "86"]))),
    Planted(
      testDescription: "a successor before the end",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        1,Xã B,xã,xa,84,,,,,2
        2,Xã C,xã,xa,84,,,,,
        """,
      line: 3, problem: .unit(.successorWithoutEnd)),
    Planted(
      testDescription: "two marks of doubt",
      rows: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        1,Xã B,xã,xa,84,,,,2025-06-30,2|3??
        2,Xã C,xã,xa,84,,,,,
        3,Xã D,xã,xa,84,,,,,
        """,
      line: 3, problem: .unit(.unreadableSuccessor("3??"))),
  ])
  func `finds the planted fault and nothing else`(planted: Planted) throws {
    let expected = DataFileError(file: "units.csv", line: planted.line, problem: planted.problem)
    #expect(try faults(of: planted.rows) == [expected])
  }

  @Test func `tells all faults in the order of their lines`() throws {
    let faults = try faults(
      of: """
        84,Tỉnh A,tỉnh,tinh,,,,,,
        1,Xã B,xã,xa,99,,,,2024-12-31,3
        2,Xã C,xã,xa,,,,,,
        2,Xã D,xã,xa,84,,,,,
        """)
    #expect(faults.map(\.line) == [3, 3, 4, 4, 5])
    let parent = DataFileProblem.unknownWord("99", nearest: nil, allowed: [])
    #expect(faults.first?.problem == parent)
    #expect(faults.last?.problem == .repeated("2"))
  }

  @Test func `lines that cannot be read are all told before the units are compared`() throws {
    let faults = try faults(
      of: """
        84,Tỉnh A,tỉnh,tinhh,,,,,,
        1,Xã B,xã,xa,99,,,,31/12/2024,
        2,Xã C,xã,xa,84,,,,2024-12-31,?
        """)
    #expect(faults.map(\.line) == [2, 3, 4])
    #expect(faults.last?.problem == .unit(.unreadableSuccessor("?")))
  }

  @Test func `a department may stand at the level of the unit that it is part of`() throws {
    let rows = """
      84,Tỉnh A,tỉnh,tinh,,,,,,
      84-SNV,Sở Nội vụ,sở,tinh,84,,,,,
      842,Huyện B,huyện,huyen,84,,,,,
      842-PNV,Phòng Nội vụ,phòng,huyen,842,,,,,
      """
    #expect(try faults(of: rows).isEmpty)
  }

  @Test func `provinces may live side by side before they become one`() throws {
    let rows = """
      84,Tỉnh A,tỉnh,tinh,,H59,,,2025-06-30,86
      86,Tỉnh B,tỉnh,tinh,,H61,,,2025-06-30,
      86,Tỉnh B,tỉnh,tinh,,H61,,2025-07-01,,
      """
    #expect(try faults(of: rows).isEmpty)
  }

  private func faults(of rows: String) throws -> [DataFileError] {
    let scratch = try ScratchFolder()
    let path = scratch.path("units.csv")
    let header = "code,name,kind,level,parent,agency_codes,aliases,valid_from,valid_to,successor\n"
    try Data((header + rows + "\n").utf8).write(to: URL(fileURLWithPath: path))
    do {
      _ = try UnitCatalogue(path: path, name: "units.csv")
      return []
    } catch {
      return error.faults
    }
  }
}
