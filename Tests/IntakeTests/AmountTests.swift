import Testing

@testable import Intake

@Suite struct AmountTests {
  private func amount(_ text: String) -> Amount? {
    let bytes = Array(text.utf8)
    return Amount(0..<bytes.count, of: bytes.span)
  }

  @Test(arguments: [
    ("20000", 20_000, 0), ("20.000", 20_000, 0), ("1.234.567", 1_234_567, 0),
    ("1 234 567", 1_234_567, 0), ("1,234,567.5", 12_345_675, 1), ("1.234.567,50", 123_456_750, 2),
    ("12,5", 125, 1), ("12.5", 125, 1), ("0", 0, 0), ("000", 0, 0), ("20.000 đ", 20_000, 0),
    ("20.000đ", 20_000, 0), ("50000 VNĐ", 50_000, 0), ("15.000 đồng", 15_000, 0),
    ("1234,567", 1_234_567, 3), ("0,2734", 2734, 4),
  ])
  func `reads every way of writing a number`(text: String, digits: Int, scale: Int) {
    #expect(amount(text)?.digits == digits)
    #expect(amount(text)?.scale == scale)
  }

  @Test(arguments: [
    "miễn phí", "đ", "-5", "1..2", "20.000 x", ".", "20 000 000 đô", "1.23.456", "1.234,567,8",
    "1234.567.890", "12 5", "12345678901234567890",
  ])
  func `refuses what is not a number`(text: String) {
    #expect(amount(text) == nil)
  }

  @Test(arguments: [("0 đ", false), ("0", false), ("0,00", false), ("0,5", true), ("15000", true)])
  func `tells a sum from nothing`(text: String, isPositive: Bool) {
    #expect(amount(text)?.isPositive == isPositive)
  }
}
