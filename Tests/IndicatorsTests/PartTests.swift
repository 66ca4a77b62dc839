import Indicators
import Testing
import TestSupport

@Suite struct PartTests {
  @Test(arguments: [
    (0, 9, "0.00"), (1, 1, "100.00"), (1, 10, "10.00"), (1, 3, "33.33"), (2, 3, "66.67"),
    (1, 800, "0.13"), (3, 800, "0.38"), (1, 20_000, "0.01"), (1, 20_001, "0.00"),
  ])
  func `a rate is rounded half up to two decimals`(
    numerator: Int, denominator: Int, value: String
  ) {
    #expect(plain(Part(numerator: numerator, denominator: denominator)) == value)
  }

  @Test func `a rate of no cases is nothing and a count of nothing is 0`() {
    #expect(Part(numerator: 0, denominator: 0).value == nil)
    #expect(Part(numerator: 0, denominator: nil).value == .count(0))
  }

  @Test func `two communes of 1 in 1 and 0 in 9 make 10 percent`() {
    var sum = Part(numerator: 1, denominator: 1)
    sum.merge(Part(numerator: 0, denominator: 9))
    #expect(plain(sum) == "10.00")
  }

  @Test(arguments: 0..<50)
  func `any order and any grouping give the same sum`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = (0..<30).map { _ in
      let cases = Int.random(in: 0...50, using: &random)
      return Part(numerator: Int.random(in: 0...cases, using: &random), denominator: cases)
    }
    let shuffled = parts.shuffled(using: &random)
    let cut = Int.random(in: 0...parts.count, using: &random)
    var left = total(shuffled[..<cut])
    left.merge(total(shuffled[cut...]))
    #expect(left == total(parts[...]))
  }

  @Test(arguments: [(10, 3, 333), (1, 3, 33), (1600, 1, 160_000), (5, 8, 63), (1, 0, nil)])
  func `a quotient is rounded half up to two decimals`(
    numerator: Int, denominator: Int, hundredths: Int?
  ) {
    let part = Part(numerator: numerator, denominator: denominator, measure: .quotient)
    #expect(part.value == hundredths.map { .quotient(hundredths: $0) })
  }

  private func plain(_ part: Part) -> String? {
    part.value.map { Hundredths.plain($0.hundredths) }
  }

  private func total(_ parts: ArraySlice<Part>) -> Part {
    parts.reduce(into: Part(numerator: 0, denominator: 0)) { $0.merge($1) }
  }
}
