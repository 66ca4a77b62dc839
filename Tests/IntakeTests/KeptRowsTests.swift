import Testing
import TestSupport

@testable import Intake

@Suite struct KeptRowsTests {
  @Test(arguments: 0..<20)
  func `it does what a dictionary does`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var kept = KeptRows()
    var model: [UInt64: KeptRows.Row] = [:]
    var ordinal: UInt32 = 0
    for _ in 0..<12 {
      let size = Int.random(in: 0...400, using: &random)
      let keys = (0..<size).map { _ in UInt64.random(in: 0...800, using: &random) << 40 }
      let counts = keys.map { _ in UInt64.random(in: 0...9, using: &random) }
      let fixed = [FixedFacts](repeating: FixedFacts(), count: size)
      var losers: [KeptRows.Row] = []
      kept.put(RowColumns(keys: keys, counts: counts, fixed: fixed)) { loser, _, _ in
        losers.append(loser)
      }
      var expected: [KeptRows.Row] = []
      for (index, key) in keys.enumerated() {
        let row = KeptRows.Row(
          ordinal: ordinal + UInt32(index), count: counts[index], fixed: fixed[index])
        if let loser = model.updateValue(row, forKey: key) { expected.append(loser) }
      }
      #expect(losers == expected)
      ordinal += UInt32(size)
    }
    #expect(kept.keyCount == model.count)
    #expect(kept.sortedCounts() == model.values.map(\.count).filter { $0 != 0 }.sorted())
  }
}

@Suite struct RadixSortTests {
  @Test(arguments: [0, 1, 2, 100, 5000, 20_000], [UInt64(3), 0xFFFF, 0xFF00_0000_FF00, .max])
  func `it sorts as comparing does`(count: Int, mask: UInt64) {
    var random = SeededGenerator(seed: UInt64(count))
    var numbers = (0..<count).map { _ in UInt64.random(in: 0...(.max), using: &random) & mask }
    let sorted = numbers.sorted()
    RadixSort.sort(&numbers)
    #expect(numbers == sorted)
  }
}
