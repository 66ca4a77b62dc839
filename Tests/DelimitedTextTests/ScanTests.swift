import CScan
import Testing
import TestSupport

/// The searches with wide instructions against their plain twins.
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

  @Test(arguments: 0..<400)
  func `wide and plain checks of UTF-8 agree with Swift`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] = [
      [0x61], Array("Đế".utf8), Array("😀".utf8), [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xC3], [0x80],
      [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], Array("abcdefgh".utf8),
    ]
    let isSound = Bool.random(using: &random)
    let bytes = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
      let piece = pieces.randomElement(using: &random) ?? []
      return isSound && String(validating: piece, as: UTF8.self) == nil ? [0x62] : piece
    }
    let expected = String(validating: bytes, as: UTF8.self) != nil
    #expect(unsafe scan_is_utf8(bytes, bytes.count) == expected)
    #expect(unsafe scan_is_utf8_plain(bytes, bytes.count) == expected)
  }
}
