import Testing
import TestSupport

@testable import Intake

@Suite struct KeyTableTests {
  @Test(arguments: 0..<20)
  func `it does what a dictionary does`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = KeyTable()
    var model: [UInt64: KeyTable.Row] = [:]
    var ordinal: UInt32 = 0
    for _ in 0..<12 {
      let keys = (0..<400).map { _ in UInt64.random(in: 0...800, using: &random) << 40 }
      let counts = keys.map { _ in UInt64.random(in: 0...9, using: &random) }
      let fixed = [FixedFacts](repeating: FixedFacts(), count: keys.count)
      var losers: [KeyTable.Row] = []
      table.put(keys, counts, fixed, firstOrdinal: ordinal) { loser, _, _ in losers.append(loser) }
      var expected: [KeyTable.Row] = []
      for (index, key) in keys.enumerated() {
        let row = KeyTable.Row(
          count: counts[index], ordinal: ordinal + UInt32(index), fixed: fixed[index])
        if let loser = model.updateValue(row, forKey: key) { expected.append(loser) }
      }
      #expect(losers == expected)
      ordinal += UInt32(keys.count)
    }
    #expect(table.count == model.count)
    var sum: UInt64 = 0
    table.forEachCount { sum += $0 }
    #expect(sum == model.values.reduce(0) { $0 + $1.count })
  }
}
