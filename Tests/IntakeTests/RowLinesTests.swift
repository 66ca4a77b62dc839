import Testing
import TestSupport

@testable import Intake

@Suite struct RowLinesTests {
  @Test(arguments: 0..<200)
  func `every row has its line`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // From hardly any gap to one behind every row.
    let gaps = [0, 1, 20, 99].randomElement(using: &random) ?? 0
    var lines: [UInt32] = []
    var line: UInt32 = 1
    for _ in 0..<Int.random(in: 0...300, using: &random) {
      lines.append(line)
      let isGap = Int.random(in: 0..<100, using: &random) < gaps
      line += isGap ? UInt32.random(in: 2...9, using: &random) : 1
    }
    let kept = RowLines(lines)
    #expect(lines.indices.map { UInt32(kept[$0]) } == lines)
  }
}
