@testable import Documents
@testable import Reporting
import TestSupport
import Testing

@Suite struct ChartScaleTests {
  @Test(
    arguments: [
      ([5000], 5000, 10_000), ([5000, 5000, 5000], 5000, 10_000), ([0], 0, 100), ([], 0, 100),
      ([4999], 0, 5000), ([5001], 5000, 10_000), ([10_000], 5000, 10_000), ([12_000], 0, 15_000),
      ([-300, 200], -300, 200),
    ] as [([Int], Int, Int)])
  func `lines of rates have an axis with a length, and all of it where all are just half`(
    values: [Int], low: Int, high: Int
  ) {
    let scale = ChartScale(values, .percent, fromZero: false)
    #expect(scale.low == low && scale.high == high)
  }

  @Test(arguments: 0..<200)
  func `every value has its place on the axis`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let most = [1, 100, 5000, 10_000, 123_456].randomElement(using: &random) ?? 1
    let values = (0..<3).map { _ in
      (Int.random(in: 0...most, using: &random) / 2500) * (seed % 2 == 0 ? 2500 : 1)
    }
    for measure in [ReportChart.Measure.count, .percent] {
      for fromZero in [true, false] {
        let scale = ChartScale(values, measure, fromZero: fromZero)
        #expect(scale.low < scale.high && scale.ticks.count <= 7)
        #expect(scale.ticks.last == scale.high)
        for value in values {
          #expect(scale.low <= value && value <= scale.high)
          #expect((0...1000).contains(scale.place(value, on: 1000)))
        }
      }
    }
  }
}
