import Administration
import Testing
import TestSupport

@testable import Intake

@Suite struct KeptRowsTests {
  private static let units = 7

  /// `most` is how many rows a chunk has at most: the many of them make several slices.
  @Test(arguments: 0..<20 as Range<UInt64>, [400, 60_000])
  func `it does what a dictionary does`(seed: UInt64, most: Int) async {
    var random = SeededGenerator(seed: seed)
    var kept = KeptRows(units: Self.units)
    for subject in 0..<5 {
      _ = kept.matters.number(of: Matter(subject: subject, procedure: 9 - subject))
    }
    var model: [UInt64: KeptRows.Row] = [:]
    var expected: [[UInt32]] = []
    for _ in 0..<12 {
      let size = Int.random(in: 0...most, using: &random)
      let keys = (0..<size).map { _ in
        UInt64.random(in: 0...UInt64(most * 2), using: &random) << 40
      }
      let facts = keys.map { _ in
        RowFacts(
          unit: .random(in: 0..<Self.units, using: &random), of: Self.units,
          matter: .random(in: 0..<kept.matters.count, using: &random),
          signature: .random(in: 0...9, using: &random), day: CalendarDay(number: 19_000))
      }
      for (index, key) in keys.enumerated() {
        let place = facts[index].place
        let row = KeptRows.Row(
          ordinal: UInt32(kept.count + index), unit: place % Self.units,
          matter: kept.matters[place / Self.units], signature: facts[index].signature,
          day: facts[index].day)
        if let loser = model.updateValue(row, forKey: key) {
          expected.append([loser.ordinal, row.ordinal])
        }
      }
      kept.put(RowColumns(keys: keys, facts: facts))
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
    #expect(
      kept.sortedCounts() == model.values.filter { $0.signature != 0 }.map(\.count.packed).sorted())
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
