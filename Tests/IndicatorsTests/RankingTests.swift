import Indicators
import TestSupport
import Testing

@Suite struct RankingTests {
  private func entry(_ unit: Int, _ value: Int?, _ cases: Int?) -> Ranking.Entry {
    Ranking.Entry(unit: unit, value: value, cases: cases)
  }

  @Test func `equal values share a rank and the next one is left out`() {
    let ranking = Ranking(
      [entry(0, 90, 20), entry(1, 95, 20), entry(2, 90, 20), entry(3, 80, 20)], minimum: 10,
      isLowerBetter: false)
    #expect(ranking.ranked.map(\.rank) == [1, 2, 2, 4])
    #expect(ranking.ranked.map(\.entry.unit) == [1, 0, 2, 3])
  }

  @Test func `units with few cases or no value stand outside`() {
    let ranking = Ranking(
      [entry(0, 100, 9), entry(1, nil, 0), entry(2, 50, 10), entry(3, 60, nil)], minimum: 10,
      isLowerBetter: false)
    #expect(ranking.ranked.map(\.entry.unit) == [3, 2])
    #expect(ranking.outside.map(\.unit) == [0, 1])
  }

  @Test func `where less is better the least comes first`() {
    let ranking = Ranking(
      [entry(0, 5, nil), entry(1, 0, nil)], minimum: 10, isLowerBetter: true)
    #expect(ranking.ranked.map(\.entry.unit) == [1, 0])
  }

  @Test(arguments: 0..<30)
  func `a rank is one more than the number of better units`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let entries = (0..<40).map { unit in
      entry(unit, Int.random(in: 0...20, using: &random), Int.random(in: 0...30, using: &random))
    }
    let ranking = Ranking(entries.shuffled(using: &random), minimum: 10, isLowerBetter: false)
    #expect(ranking.ranked.count + ranking.outside.count == entries.count)
    for (rank, entry) in ranking.ranked {
      let better = ranking.ranked.filter { ($0.entry.value ?? 0) > (entry.value ?? 0) }.count
      #expect(rank == better + 1)
    }
  }
}
