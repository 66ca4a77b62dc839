import Testing
import TestSupport

@testable import Intake

@Suite struct CellBytesTests {
  @Test(arguments: 0..<400)
  func `sound UTF-8 is what Swift reads as text`(seed: UInt64) {
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
    #expect(CellBytes.isSoundUTF8(0..<bytes.count, of: bytes.span) == expected)
  }
}
