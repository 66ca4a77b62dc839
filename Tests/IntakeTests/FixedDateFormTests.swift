import Administration
import Testing
import TestSupport

@testable import Intake

@Suite struct FixedDateFormTests {
  private static let patterns = [
    "dd/MM/yyyy", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "HH:mm:ss dd/MM/yyyy", "yyyy-MM-dd",
    "MM.dd.yyyy", "yyyyMMdd", "HH HH dd-MM-yyyy",
  ]

  @Test(arguments: 0..<400)
  func `eight bytes at a step are read as one by one`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = Self.patterns[Int(seed) % Self.patterns.count]
    let pattern = try #require(DatePattern(text))
    let fixed = try #require(pattern.fixed)
    // Digits in the places of letters, and now and then any byte anywhere.
    var bytes = text.utf8.map { byte in
      switch byte {
      case 0x41...0x7A: UInt8.random(in: 0x30...0x33, using: &random)
      default: byte
      }
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let signs = Array("0123456789/:. ".utf8) + [0x00, 0x2F, 0x3A, 0x80, 0xB0, 0xFF]
      bytes[Int.random(in: 0..<bytes.count, using: &random)] =
        signs.randomElement(using: &random) ?? 0
    }
    let year = String(Int.random(in: 1890...2210, using: &random)).utf8
    if Bool.random(using: &random), let place = text.utf8.firstIndex(of: 0x79) {
      let offset = text.utf8.distance(from: text.startIndex, to: place)
      bytes.replaceSubrange(offset..<(offset + 4), with: year)
    }
    let range = 0..<bytes.count
    #expect(fixed.day(in: range, of: bytes.span) == pattern.day(in: range, of: bytes.span))
  }

  /// Of the writings that can stand in one column: those that take day and month in one order.
  @Test(arguments: 0..<400)
  func `what is written in one form, no other writing reads as another day`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let all = DateWriting.all
    let writing = try #require(all.filter { $0.fixed != nil }.randomElement(using: &random))
    guard case .pattern(let pattern) = writing else { return }
    let fixed = try #require(pattern.fixed)
    let texts = [
      "dd/MM/yyyy", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "yyyy-MM-dd", "yyyy-MM-dd HH:mm",
      "yyyy-MM-dd HH:mm:ss", "HH:mm dd/MM/yyyy",
    ]
    for text in texts {
      let bytes = text.utf8.map { byte in
        (0x41...0x7A).contains(byte) ? UInt8.random(in: 0x30...0x35, using: &random) : byte
      }
      let range = 0..<bytes.count
      guard fixed.isForm(of: range, bytes.span) else { continue }
      let day = fixed.day(in: range, of: bytes.span)
      for other in all where [nil, writing.order].contains(other.order) || writing.order == nil {
        let otherDay = other.day(in: range, of: bytes.span)
        #expect(otherDay == nil || otherDay == day, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test func `a tab is no digit`() {
    #expect(DatePattern("dd/MM/yyyy\tHH:mm")?.fixed == nil)
  }
}
