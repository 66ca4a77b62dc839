import Testing

@testable import Intake

@Suite struct AmountTests {
  @Test(arguments: [
    ("20000", true), ("20.000", true), ("1 234 567", true), ("1,234,567.5", true), ("0", false),
    ("0 đ", false), ("20.000 đ", true), ("20.000đ", true), ("50000 VNĐ", true), ("12,5", true),
    ("000", false), ("15.000 đồng", true),
  ])
  func `tells a sum from nothing`(text: String, isCharged: Bool) {
    let bytes = Array(text.utf8)
    #expect(Amount.isCharged(0..<bytes.count, of: bytes.span) == isCharged)
  }

  @Test(arguments: ["miễn phí", "đ", "-5", "1..2", "20.000 x", ".", "20 000 000 đô"])
  func `refuses what is not a sum`(text: String) {
    let bytes = Array(text.utf8)
    #expect(Amount.isCharged(0..<bytes.count, of: bytes.span) == nil)
  }
}
