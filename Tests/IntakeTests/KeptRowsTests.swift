import Testing
import TestSupport

@testable import Intake

@Suite struct KeptRowsTests {
  /// The last number of arguments is how many keys there are to choose from.
  @Test(arguments: 0..<20 as Range<UInt64>, [400, 60_000])
  func `it does what a dictionary does`(seed: UInt64, most: Int) async {
    var random = SeededGenerator(seed: seed)
    var kept = KeptRows()
    var model: [UInt64: KeptRows.Row] = [:]
    var expected: [[UInt32]] = []
    for _ in 0..<12 {
      let size = Int.random(in: 0...most, using: &random)
      let keys = (0..<size).map { _ in
        UInt64.random(in: 0...UInt64(most * 2), using: &random) << 40
      }
      let counts = keys.map { _ in UInt64.random(in: 0...9, using: &random) }
      let fixed = [FixedFacts](repeating: FixedFacts(), count: size)
      for (index, key) in keys.enumerated() {
        let row = KeptRows.Row(
          ordinal: UInt32(kept.count + index), count: counts[index], fixed: fixed[index])
        if let loser = model.updateValue(row, forKey: key) {
          expected.append([loser.ordinal, row.ordinal])
        }
      }
      kept.put(RowColumns(keys: keys, counts: counts, fixed: fixed))
    }
    let losses = await kept.losses()
    #expect(losses.map { [$0.loser, $0.winner] } == expected.sorted { $0[0] < $1[0] })
    kept.remove(losses)
    var ordinals: [UInt32] = []
    kept.forEachRow { row, key in
      ordinals.append(row.ordinal)
      #expect(model[key] == row)
    }
    #expect(ordinals == model.values.map(\.ordinal).sorted())
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
