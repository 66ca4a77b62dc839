import Testing
import TestSupport

@testable import Intake

@Suite struct IntegerTableTests {
  @Test(arguments: 0..<20)
  func `it does what a dictionary does`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = IntegerTable<Int>(empty: 0)
    var model: [UInt64: Int] = [:]
    for step in 0..<3000 {
      let key = UInt64.random(in: 0...800, using: &random) << 40
      #expect(table.replace(key, by: step) == model.updateValue(step, forKey: key))
    }
    #expect(table.count == model.count)
    var sum = 0
    table.forEachValue { sum += $0 }
    #expect(sum == model.values.reduce(0, +))
  }
}
