import DelimitedText
import Foundation
import Testing
import TestSupport

/// Any table, written in any dress by Python's csv module, is read back cell for cell.
@Suite struct IndependentWriterTests {
  /// A table as the script describes it.
  private struct Table: Decodable {
    var file: String
    var delimiter: String
    /// What the reader calls the encoding, and what it is told of it.
    var encoding: String
    var choice: String
    /// How the table was written, for a message.
    var dress: String
    var rows: [[String]]
  }

  private static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("EndToEnd/independent/write_tables.py").path

  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test(arguments: 0..<4)
  func `any table in any dress is read back cell for cell`(seed: Int) throws {
    let tables = try written(seed: seed, count: 93)
    #expect(tables.count == 93)
    for (number, table) in tables.enumerated() {
      let choice = try #require(TextEncodingChoice(rawValue: table.choice))
      let file = try TextFile(path: scratch.path(table.file), encoding: choice)
      let place = "seed \(seed), \(table.file): \(table.dress)"
      // ASCII alone is UTF-8 whatever it was written as.
      let isASCII = table.rows.allSatisfy { $0.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } }
      #expect(isASCII || file.encoding.rawValue == table.encoding, "\(place)")
      #expect(file.isSoundUTF8, "\(place)")
      let delimiter = try #require(table.delimiter.utf8.first)
      for block in [RowReader.usualBlockSize, 1 + number * 37] {
        let rows = cells(of: file, delimiter: delimiter, block: block)
        let first = zip(rows, table.rows).first { $0 != $1 }
        #expect(first == nil, "\(place): \(String(describing: first))")
        #expect(rows.count == table.rows.count, "\(place)")
      }
    }
  }

  private func written(seed: Int, count: Int) throws -> [Table] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      Self.script, "--seed", "\(seed)", "--count", "\(count)", "--out", scratch.url.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let list = try Data(contentsOf: URL(fileURLWithPath: scratch.path("tables.json")))
    return try JSONDecoder().decode([Table].self, from: list)
  }

  /// The cells of all rows; a row with a broken quote is the text of its line.
  private func cells(of file: TextFile, delimiter: UInt8, block: Int) -> [[String]] {
    let bytes = file.data.span
    var reader = RowReader(delimiter: delimiter, startingAt: file.textStart, blockSize: block)
    var batch = RowBatch()
    var rows: [[String]] = []
    while true {
      reader.read(512, from: bytes, into: &batch)
      guard !batch.rows.isEmpty else { return rows }
      rows += batch.rows.map { row in
        (0..<row.cellCount).compactMap { column in
          batch.cell(column, of: row).map { batch.text(of: $0, in: bytes) }
        }
      }
    }
  }
}
