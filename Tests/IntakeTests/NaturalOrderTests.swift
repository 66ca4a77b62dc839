import Intake
import Testing
import TestSupport

@Suite struct NaturalOrderTests {
  @Test func `numbers in names compare as numbers`() {
    let sorted = ["a-2.csv", "a-10.csv", "a-1.csv", "b.csv", "a.csv"]
      .sorted(by: NaturalOrder.precedes)
    #expect(sorted == ["a-1.csv", "a-2.csv", "a-10.csv", "a.csv", "b.csv"])
  }

  @Test(arguments: 0..<30)
  func `the order is one whatever it starts from`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let names = (0..<60).map { _ in
      (0..<4).map { _ in ["0", "1", "9", "a", "-"].randomElement(using: &random) ?? "" }.joined()
    }
    let sorted = names.sorted(by: NaturalOrder.precedes)
    #expect(names.shuffled(using: &random).sorted(by: NaturalOrder.precedes) == sorted)
  }
}
