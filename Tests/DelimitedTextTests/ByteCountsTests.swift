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

  /// Bytes that are mostly sound, so that what is rare comes after long stretches without it.
  @Test(arguments: 0..<400)
  func `whatever bytes there are, they count for what each of them is`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sound = ["Trà Vinh ", "đúng hạn,", "ế", "0123456789", "ưởng", "\n"].map { Array($0.utf8) }
    let rare: [[UInt8]] =
      ["\u{FFFD}", "Ä\u{90}", "Ã¡", "😀", "\u{F000}", "\u{FEFF}", "ÃÂ"].map { Array($0.utf8) } + [
        [0], [0xC3], [0x80], [0xFF], [0xC0, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
        [0xED, 0x9F, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF],
        [0xF5], [0xE1, 0xBA], [0xEF, 0xBF], [0xBD], [0xF0, 0x9F, 0x98], [0xC3, 0xA1, 0xC2],
      ]
    let oneIn = [2, 30, 2_000].randomElement(using: &random) ?? 2
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...6_000, using: &random) {
      let pieces = Int.random(in: 0..<oneIn, using: &random) == 0 ? rare : sound
      bytes += pieces.randomElement(using: &random) ?? []
    }
    var counts = ByteCounts()
    counts.count(0..<bytes.count, of: bytes.span)
    #expect(counts == Self.plainCounts(bytes))
    // Cut in two at any place.
    let cut = Int.random(in: 0...bytes.count, using: &random)
    var halves = ByteCounts()
    halves.count(0..<cut, of: bytes.span)
    if cut < bytes.count {
      halves.count(cut..<bytes.count, of: bytes.span)
      #expect(halves == counts)
    }
  }

  /// The same, byte by byte and as the encoding is defined (RFC 3629, 4).
  private static func plainCounts(_ bytes: [UInt8]) -> ByteCounts {
    var counts = ByteCounts()
    counts.total = bytes.count
    /// A byte so many places before another; a blank before the first.
    func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }
    // The blanks behind the last byte say that a letter is cut.
    for index in 0..<(bytes.count + 3) {
      let (this, first, second, third) = (
        byte(index), byte(index - 1), byte(index - 2), byte(index - 3)
      )
      let isWanted = first >= 0xC0 || second >= 0xE0 || third >= 0xF0
      let isContinuation = this & 0xC0 == 0x80
      let isImpossible =
        this == 0xC0 || this == 0xC1 || this >= 0xF5 || first == 0xE0 && this < 0xA0
        || first == 0xED && this >= 0xA0 || first == 0xF0 && this < 0x90
        || first == 0xF4 && this >= 0x90
      if isWanted != isContinuation || isImpossible { counts.faults += 1 }
      guard index < bytes.count else { continue }
      if this >= 0xC0 { counts.leads += 1 }
      if second == 0xEF, first == 0xBF, this == 0xBD { counts.replacements += 1 }
      if second == 0xC3, [0xC2, 0xC5, 0xCB, 0xE2].contains(this) { counts.doubled += 1 }
      if this == 0 {
        if index % 2 == 0 { counts.nulsAtEven += 1 } else { counts.nulsAtOdd += 1 }
      }
    }
    return counts
  }
}
