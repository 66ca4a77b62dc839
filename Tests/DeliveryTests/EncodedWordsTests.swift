import TestSupport
import Testing

@testable import Delivery

@Suite struct EncodedWordsTests {
  @Test func `ASCII stands as it is, folded between words`() {
    #expect(EncodedWords.of("Bao cao quy II", after: 9) == "Bao cao quy II")
    let long = Array(repeating: "chu", count: 40).joined(separator: " ")
    let lines = EncodedWords.of(long, after: 9).split(separator: "\n")
    #expect(lines.count > 1 && lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.joined() == long)
  }

  @Test func `what looks like an encoded word is encoded`() {
    #expect(EncodedWords.of("=?x?=", after: 9) == "=?UTF-8?Q?=3D=3Fx=3F=3D?=")
  }

  @Test(arguments: 0..<50)
  func `any text comes back, in words of at most 75 letters of whole characters`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let letters = Array("aăâđêôơưAĐ ằẵặ ểễệ ỗ ở 012 ,.;:<>\"=?_()😀")
    let text = String(
      (0..<Int.random(in: 1...200, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      })
    var back: [UInt8] = []
    for line in EncodedWords.encoded(text, after: 9).split(separator: "\n") {
      let word = line.drop { $0 == " " }
      #expect(word.utf8.count <= 75)
      let inner = word.dropFirst("=?UTF-8?Q?".count).dropLast(2)
      var bytes: [UInt8] = []
      var rest = inner[...]
      while let first = rest.first {
        if first == "=" {
          bytes.append(try #require(UInt8(rest.dropFirst().prefix(2), radix: 16)))
          rest = rest.dropFirst(3)
        } else {
          bytes.append(first == "_" ? 0x20 : try #require(first.asciiValue))
          rest = rest.dropFirst()
        }
      }
      #expect(String(validating: bytes, as: UTF8.self) != nil)
      back += bytes
    }
    #expect(String(decoding: back, as: UTF8.self) == text)
  }
}
