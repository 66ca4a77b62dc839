import DelimitedText
import Testing
import TestSupport

@Suite struct RowReaderTests {
  @Test(arguments: [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("a,\"b,c\"\n", [["a", "b,c"]]),
    ("a,\"b\"\"c\"\n", [["a", "b\"c"]]),
    ("a,\"b\nc\"\nd,e\n", [["a", "b\nc"], ["d", "e"]]),
    ("a,\"\",c\n", [["a", "", "c"]]),
    ("a,b\"c\n", [["a", "b\"c"]]),
    ("a,\n,b\n", [["a", ""], ["", "b"]]),
    ("\n\na\n", [[""], [""], ["a"]]),
    ("", []),
  ])
  func `cuts rows and cells as RFC 4180 says`(text: String, rows: [[String]]) {
    #expect(read(text).map(\.cells) == rows)
  }

  @Test func `counts physical lines through quoted line breaks`() {
    let rows = read("a,\"b\nc\r\nd\"\ne,f\n")
    #expect(rows.map(\.line) == [1, 4])
    #expect(rows.map(\.lineCount) == [3, 1])
  }

  @Test func `a forgotten quote costs its own line`() {
    let text = "1,\"a,b\n2,\"c\",d\n3,e,f\n"
    let rows = read(text)
    #expect(rows.map(\.isBroken) == [true, false, false])
    #expect(rows.map(\.line) == [1, 2, 3])
    #expect(rows[1].cells == ["2", "c", "d"])
  }

  @Test func `a forgotten quote without any other costs its own line`() {
    let rows = read("1,\"a\n" + String(repeating: "2,b\n", count: 1000))
    #expect(rows.count == 1001)
    #expect(rows.filter(\.isBroken).map(\.line) == [1])
  }

  @Test(arguments: 0..<200)
  func `what is written in any dress is read back`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = ["a", "Đ", ",", ";", "\t", "\"", "\n", "\r\n", " ", "=", "ế"]
    let table = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<Int.random(in: 0...5, using: &random))
          .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      }
    }
    let delimiter = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let quotesAll = Bool.random(using: &random)
    let text =
      table.map { row in
        row.map { quoted($0, always: quotesAll, delimiter: delimiter) }.joined(separator: delimiter)
      }.joined(separator: lineEnd) + lineEnd
    #expect(read(text, delimiter: delimiter).map(\.cells) == table)
  }

  @Test(arguments: 0..<100)
  func `the lines of all rows are the lines of any bytes`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xC3]
    let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      signs.randomElement(using: &random) ?? 0
    }
    var lines = 0
    for (index, byte) in bytes.enumerated() {
      let isPair = byte == 0x0A && index > 0 && bytes[index - 1] == 0x0D
      if byte == 0x0A && !isPair || byte == 0x0D { lines += 1 }
    }
    if let last = bytes.last, last != 0x0A, last != 0x0D { lines += 1 }
    #expect(read(bytes, delimiter: 0x2C).reduce(0) { $0 + $1.lineCount } == lines)
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func `the size of a batch changes nothing`(size: Int) {
    let text = (0..<50).map { "\($0),\"x\ny\",z\n" }.joined()
    #expect(read(text, batch: size).map(\.cells) == read(text).map(\.cells))
    #expect(read(text, batch: size).map(\.line) == read(text).map(\.line))
  }

  @Test(arguments: 0..<300)
  func `the size of a block changes nothing`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x61]
    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
      signs.randomElement(using: &random) ?? 0
    }
    let whole = read(bytes, delimiter: 0x2C)
    for size in [1, 2, 3, 5, 8, 13, 64] {
      #expect(read(bytes, delimiter: 0x2C, block: size) == whole)
    }
  }

  @Test(arguments: 0..<500)
  func `rows made many bytes at a step are those made sign by sign`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // The rarer the odd signs, the longer the runs of plain rows.
    let plainSigns = [UInt8](
      repeating: 0x61, count: [1, 6, 30, 200].randomElement(using: &random) ?? 1)
    let cells: [[UInt8]] =
      plainSigns.map { [$0] } + [
        [0x2C], [0x2C], [0x2C, 0x22, 0x61, 0x22, 0x2C], [0x22], [0x22, 0x22], [0x0A], [0x0D, 0x0A],
        [0x2C, 0x22, 0x62, 0x22, 0x22, 0x63, 0x22, 0x2C],
        [0x2C, 0x22, 0x2C, 0x2C, 0x22, 0x0D, 0x0A],
        [0x2C, 0x22, 0x22, 0x0A], seed % 2 == 0 ? [0x0D] : [0x2C],
      ]
    let bytes = (0..<Int.random(in: 0...1500, using: &random)).flatMap { _ in
      cells.randomElement(using: &random) ?? []
    }
    let slow = read(bytes, delimiter: 0x2C, findsPlainRows: false)
    for block in [64, 100, 333, RowReader.usualBlockSize] {
      #expect(read(bytes, delimiter: 0x2C, block: block) == slow)
      #expect(read(bytes, delimiter: 0x2C, batch: 3, block: block) == slow)
    }
    let boundary = Int.random(in: 0...bytes.count, using: &random)
    #expect(
      read(bytes, delimiter: 0x2C, before: boundary)
        == read(bytes, delimiter: 0x2C, before: boundary, findsPlainRows: false))
  }

  // MARK: - Reading

  private struct ReadRow: Equatable {
    var line: Int
    var lineCount: Int
    var isBroken: Bool
    var cells: [String]
  }

  private func quoted(_ text: String, always: Bool, delimiter: String) -> String {
    let needs = text.contains(delimiter) || text.contains { "\"\n\r\r\n".contains($0) }
    guard always || needs else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private func read(_ text: String, delimiter: String = ",", batch: Int = 1000) -> [ReadRow] {
    read(Array(text.utf8), delimiter: delimiter.utf8.first ?? 0x2C, batch: batch)
  }

  private func read(
    _ bytes: [UInt8], delimiter: UInt8, batch size: Int = 1000,
    block: Int = RowReader.usualBlockSize, before boundary: Int = .max,
    findsPlainRows: Bool = true
  ) -> [ReadRow] {
    var reader = RowReader(
      delimiter: delimiter, blockSize: block, findsPlainRows: findsPlainRows)
    var batch = RowBatch()
    var rows: [ReadRow] = []
    while true {
      reader.read(size, from: bytes.span, before: boundary, into: &batch)
      guard !batch.rows.isEmpty else { return rows }
      rows += batch.rows.map { row in
        ReadRow(
          line: row.line, lineCount: row.lineCount, isBroken: row.hasBrokenQuote,
          cells: (0..<row.cellCount).compactMap { column in
            batch.cell(column, of: row).map { batch.text(of: $0, in: bytes.span) }
          })
      }
    }
  }
}
