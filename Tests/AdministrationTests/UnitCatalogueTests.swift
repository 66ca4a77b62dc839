import Administration
import DataFiles
import Foundation
import Testing
import TestSupport

@Suite struct UnitCatalogueTests {
  private let scratch: ScratchFolder
  private static let header =
    "code,name,kind,level,parent,agency_codes,aliases,valid_from,valid_to,successor\n"

  init() throws { scratch = try ScratchFolder() }

  private func catalogue(_ rows: String, header: String = Self.header) throws -> UnitCatalogue {
    let path = scratch.path("units.csv")
    try Data((header + rows).utf8).write(to: URL(fileURLWithPath: path))
    return try UnitCatalogue(path: path, name: "units.csv")
  }

  @Test func `finds units by code, identifier code, name and alias`() throws {
    let catalogue = try catalogue(
      "84,Tỉnh A,tỉnh,tinh,,H59,,,,\n842,Thành phố B,thành phố,huyen,84,H59.1|H59.2,TP B,,,\n")
    #expect(catalogue.entries(forCode: "842") == [1])
    #expect(catalogue.entries(forCode: "H59.2") == [1])
    #expect(catalogue.entries(forName: "UBND THÀNH PHỐ B") == [1])
    #expect(catalogue.entries(forName: "tp. b") == [1])
    #expect(catalogue.entries(forName: "C").isEmpty)
  }

  @Test func `a code that changed its name is one unit with the later name`() throws {
    let catalogue = try catalogue(
      "84,Tỉnh A,tỉnh,tinh,,,,,,\n1,Phường 2,phường,xa,84,,,,2024-10-31,\n"
        + "1,Phường 1,phường,xa,84,,,2024-11-01,,\n")
    let days = ReportingCalendar.months.days(of: try #require(Period("2024-Q4")))
    let map = try #require(catalogue.map(during: days))
    #expect(map.tree.units.map(\.name) == ["Tỉnh A", "Phường 1"])
    #expect((0...2).map { map.number(ofEntry: $0) } == [0, 1, 1])
    #expect((0...2).map { catalogue.key(ofEntry: $0) } == ["84", "1@2024-10-31", "1"])
    #expect(catalogue.entry(ofKey: "1@2024-10-31") == 1)
  }

  @Test(arguments: [
    (
      "84,A,tỉnh,tinhh,,,,,,\n",
      DataFileProblem.unknownWord(
        "tinhh", nearest: "tinh", allowed: ["tinh", "huyen", "xa"])
    ),
    ("84,,tỉnh,tinh,,,,,,\n", .missingKey("name")),
    ("84,A,tỉnh,tinh,,,,2023-02-31,,\n", .expected(.day)),
    (
      "84,A,tỉnh,tinh,,,,,,\n1,B,xã,xa,84,,,,,\n1,C,xã,xa,84,,,,,\n", .repeated("1")
    ),
    (
      "84,A,tỉnh,tinh,,,,,,\n1,B,xã,xa,99,,,,,\n",
      .unknownWord("99", nearest: nil, allowed: [])
    ),
  ])
  func `names the line of a fault`(rows: String, problem: DataFileProblem) throws {
    let line = rows.split(separator: "\n").count + 1
    let fault = DataFileError(file: "units.csv", line: line, problem: problem)
    #expect(throws: DataFileFaults([fault])) { try catalogue(rows) }
  }

  @Test func `refuses a column that it does not know`() throws {
    let header = Self.header.replacing("aliases", with: "alias")
    let missing = DataFileError(file: "units.csv", line: 1, problem: .missingKey("aliases"))
    let unknown = DataFileError(
      file: "units.csv", line: 1, problem: .unknownKey("alias", nearest: "aliases"))
    #expect(throws: DataFileFaults([missing, unknown])) { try catalogue("", header: header) }
  }
}
