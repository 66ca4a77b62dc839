import Administration
import DelimitedText
import Foundation
import TestSupport

@testable import Samples

/// A sample written for tests, and what they ask of it.
struct SampleFixture: Sendable {
  static let templates = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Templates").path

  /// That of a province that did not change.
  static let calendar = SampleCalendar(UnitCatalogue(entries: []))

  let scratch: ScratchFolder
  let catalogue: UnitCatalogue
  let places: [OddPlace]
  /// The folder of the sample.
  let folder: String

  init(rows: Int, seed: UInt64) throws {
    scratch = try ScratchFolder()
    folder = scratch.path("sample")
    catalogue = try Self.catalogue()
    places = try Self.sample(catalogue, rows: rows, seed: seed).writeAll(to: folder)
  }

  static func catalogue() throws -> UnitCatalogue {
    try UnitCatalogue(path: "\(templates)/provinces/tra-vinh/units.csv", name: "units.csv")
  }

  static func sample(
    _ catalogue: UnitCatalogue, rows: Int, seed: UInt64
  ) throws -> SampleFolder {
    SampleFolder(
      province: "tra-vinh", catalogue: catalogue, procedures: try procedures(),
      handKept: [HandKeptFile(name: "chi-tieu.csv", text: "Mã chỉ tiêu,Kỳ,Mã đơn vị\n")],
      rows: rows, seed: seed)
  }

  static func procedures() throws -> SmallTable {
    try SmallTable(path: "\(templates)/samples/procedures.csv")
  }

  /// The paths of all files below the folder, in order.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter {
      $0.contains(".")
    }
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  func line(_ number: Int, of name: String) throws -> String {
    let lines = try bytes(name).split(separator: 0x0A, omittingEmptySubsequences: false)
    return String(decoding: lines[number - 1], as: UTF8.self)
  }

  func oddLines(of name: String) -> Set<Int> {
    Set(places.filter { $0.file == name }.map(\.line))
  }

  /// The monthly exports in the order of their months, read.
  func dossierTables() throws -> [ReadTable] {
    try zip(Self.calendar.months, DossierDress.months).map { month, dress in
      try ReadTable(
        DossierExports.fileName(month), in: folder, dress: dress.file,
        header: dress.columns.map { $0.headers[dress.headers] },
        titles: dress.columns.map { $0.headers[0] })
    }
  }

  /// The exports of an iOffice list, read.
  func officeTables<Rows: OfficeRows>(_: Rows.Type) throws -> [ReadTable] {
    let header = Rows.columns.map(\.header)
    return try Rows.periods(in: Self.calendar).enumerated().map { index, period in
      try ReadTable(
        OfficeFiles.name(Rows.fileStart, period), in: folder,
        dress: OfficeDress.all[index % OfficeDress.all.count].file, header: header, titles: header)
    }
  }
}

/// An export read back, cell by cell.
struct ReadTable {
  struct Line {
    /// Physical line, from 1.
    var line: Int
    var cells: [String]
    var hasBrokenQuote: Bool
    /// The cells by the names of their columns.
    var values: [String: String]

    subscript(_ column: String) -> String { values[column] ?? "" }
  }

  let name: String
  let width: Int
  /// The rows between the header and the footer that hold something.
  let lines: [Line]

  /// `titles` are the names by which cells are asked for.
  init(
    _ name: String, in folder: String, dress: FileDress, header: [String], titles: [String]
  ) throws {
    self.name = name
    width = header.count
    let file = try TextFile(path: "\(folder)/\(name)")
    let bytes = file.data.span
    var reader = RowReader(delimiter: dress.delimiter, startingAt: file.textStart)
    var batch = RowBatch()
    var lines: [Line] = []
    var isInTable = false
    repeat {
      reader.read(1000, from: bytes, into: &batch)
      for row in batch.rows {
        let cells = (0..<row.cellCount).compactMap { column in
          batch.cell(column, of: row).map { batch.text(of: $0, in: bytes) }
        }
        if cells.first == "Tổng cộng" { isInTable = false }
        let isFilled = cells.contains { !$0.isEmpty }
        if isInTable, isFilled, cells.first != "(1)" {
          let values = Dictionary(zip(titles, cells)) { first, _ in first }
          lines.append(
            Line(
              line: row.line, cells: cells, hasBrokenQuote: row.hasBrokenQuote, values: values))
        }
        if cells == header { isInTable = true }
      }
    } while !batch.rows.isEmpty
    self.lines = lines
  }
}
