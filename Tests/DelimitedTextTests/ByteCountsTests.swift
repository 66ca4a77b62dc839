import Foundation
import Testing
import TestSupport

@testable import DelimitedText

@Suite struct ByteCountsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test(arguments: 0..<300)
  func `the counts of all lines are those of the file`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] =
      ["a", "\n", "ế", "Đ", "Ã", "\u{FFFD}", "Ä\u{90}", "😀", "abcdefgh"].map { Array($0.utf8) }
      + [[0], [0xC3], [0xFF], [0xE1, 0xBA], [0x0A], [0x0A]]
    let bytes = (0..<Int.random(in: 0...300, using: &random)).flatMap { _ in
      pieces.randomElement(using: &random) ?? []
    }
    let path = scratch.path("a.csv")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let file = try OpenFile(path: path)
    var sum = ByteCounts()
    var start = 0
    for (index, byte) in bytes.enumerated()
    where byte == 0x0A && Bool.random(using: &random) || index == bytes.count - 1 {
      sum.count(start..<(index + 1), of: bytes.span)
      start = index + 1
    }
    #expect(try file.bytes.counts() == sum)
  }
}
