import Registers
import Testing

@Suite struct VietnameseNumberTests {
  @Test(arguments: [
    ("0", 0), ("1.600", 16_000_000), ("81,93", 819_300), ("1.234.567,5", 12_345_675_000),
    ("10,1352", 101_352), ("0,10", 1000), ("-0,01", -100), ("99%", 990_000), ("0,27340", 2734),
  ])
  func `reads numbers as Vietnamese papers write them`(text: String, value: Int) {
    #expect(VietnameseNumber(text, decimals: 4)?.tenThousandths == value)
  }

  @Test(arguments: [
    "", "81.93", "0.533", "1.60", "1,2,3", "1,", ",5", "1 600", "abc", "1.6000", "--1", "٣",
    "10,13521", "99999999999999999",
  ])
  func `refuses what could mean something else`(text: String) {
    #expect(VietnameseNumber(text, decimals: 4) == nil)
  }

  @Test func `more decimals than allowed are refused and zeros behind them are not`() {
    #expect(VietnameseNumber("1,005", decimals: 2) == nil)
    #expect(VietnameseNumber("1,500", decimals: 2)?.hundredths == 150)
    #expect(VietnameseNumber("1,5", decimals: 2)?.whole == nil)
    #expect(VietnameseNumber("99 %", decimals: 2)?.isPercent == true)
  }
}
