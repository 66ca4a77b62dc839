import Administration
import DataFiles
import Indicators
import Reporting
import Testing

@Suite struct WritingTests {
  @Test(arguments: [
    (0, "0"), (12, "12"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567"),
    (-1234, "-1.234"),
  ])
  func `whole numbers have a point between thousands`(number: Int, text: String) {
    #expect(NumberText.whole(number) == text)
  }

  @Test(arguments: [(8193, "81,93%"), (10_000, "100,00%"), (5, "0,05%"), (123_450, "1.234,50%")])
  func `rates have a decimal comma and two decimals`(hundredths: Int, text: String) throws {
    #expect(try NumberText.value(.percent(hundredths: hundredths), of: indicator("%")) == text)
  }

  @Test(arguments: [(6000, "%", "60%"), (8193, "%", "81,93%"), (0, "bậc", "0")])
  func `bars have no needless decimals`(hundredths: Int, unit: String, text: String) throws {
    #expect(try NumberText.bar(hundredths: hundredths, of: indicator(unit)) == text)
  }

  @Test(arguments: [
    (101_352, "10,1352"), (5000, "0,5"), (-100, "-0,01"), (990_000, "99"), (0, "0"),
    (12_345_600_000, "1.234.560"),
  ])
  func `points have as many decimals as they need`(points: Int, text: String) {
    #expect(NumberText.points(points) == text)
  }

  private func indicator(_ unit: String) throws -> Indicator {
    let text =
      "indicators: [{id: x, name: X, area: A, unit: \"\(unit)\", kind: indicator-values, "
      + "better: higher, roll-up: none}]"
    let catalogue = try IndicatorCatalogue([DataNode(text: text, name: "c")], documents: [])
    return try #require(catalogue.indicators.first)
  }

  @Test(arguments: [(0, "0"), (4, "04"), (10, "10"), (1600, "1.600")])
  func `counts below ten have a leading zero in sentences`(count: Int, text: String) {
    #expect(NumberText.inSentence(count) == text)
  }

  @Test(arguments: [
    ("2023-07-05", "ngày 05 tháng 7 năm 2023", "05/7/2023"),
    ("2024-01-15", "ngày 15 tháng 01 năm 2024", "15/01/2024"),
    ("2023-12-31", "ngày 31 tháng 12 năm 2023", "31/12/2023"),
  ])
  func `days are written as decree 30 wants`(iso: String, long: String, short: String) throws {
    let day = try #require(CalendarDay(iso))
    #expect(DayText.long(day) == long)
    #expect(DayText.short(day) == short)
  }

  @Test func `names sort in the order of the Vietnamese alphabet`() {
    let sorted = ["Đà", "Cần", "Ân", "An", "Ăn", "Dân"].sorted(by: VietnameseOrder.precedes)
    #expect(sorted == ["An", "Ăn", "Ân", "Cần", "Dân", "Đà"])
  }

  @Test(arguments: [
    ("Xã Long Đức", "xã", "xã Long Đức", "Long Đức"),
    ("Phường 1", "phường", "phường 1", "Phường 1"),
    ("Thị trấn Cầu Kè", "thị trấn", "thị trấn Cầu Kè", "Cầu Kè"),
    ("Sở Nội vụ", "sở", "Sở Nội vụ", "Sở Nội vụ"),
  ])
  func `units are called as papers call them`(
    name: String, kind: String, inSentence: String, place: String
  ) {
    let unit = Unit(code: "1", name: name, kind: kind, level: .commune, parent: "")
    #expect(UnitNames.inSentence(unit) == inSentence)
    #expect(UnitNames.place(of: unit) == place)
  }
}
