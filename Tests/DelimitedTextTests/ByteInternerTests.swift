import DelimitedText
import Testing
import TestSupport

@Suite struct ByteInternerTests {
  @Test(arguments: 0..<20)
  func `equal bytes get equal numbers and others others`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var interner = ByteInterner()
    var known: [[UInt8]: Int] = [:]
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        UInt8.random(in: 0...9, using: &random)
      }
      let number = interner.intern(bytes)
      #expect(known[bytes, default: number] == number)
      known[bytes] = number
      #expect(Array(interner.bytes(of: number)) == bytes)
    }
    #expect(interner.count == known.count)
    #expect(Set(known.values).count == known.count)
  }
}
