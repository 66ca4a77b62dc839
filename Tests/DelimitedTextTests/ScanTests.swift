import CScan
import Testing
import TestSupport

/// The search with wide instructions against its plain twin.
@Suite struct ScanTests {
  @Test(arguments: 0..<200)
  func `wide and plain searches find the same places`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...500, using: &random)).map { _ in
      Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random) : [0x22, 0x2C, 0x0A, 0x0D][Int(seed % 4)]
    }
    let delimiter: UInt8 = [0x2C, 0x3B, 0x09, 0x7C].randomElement(using: &random) ?? 0x2C
    var wide = [UInt32](repeating: 0, count: bytes.count + 8)
    var plain = wide
    let found = unsafe scan_structure(bytes, bytes.count, delimiter, &wide)
    let twin = unsafe scan_structure_plain(bytes, bytes.count, delimiter, &plain)
    #expect(wide[..<found] == plain[..<twin])
  }
}
