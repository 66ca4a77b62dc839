import Administration
import Testing

@testable import Registers

@Suite struct DueTimeTests {
  @Test(arguments: [
    ("30/06/2023", "2023-06-30"), ("2023-06-30", "2023-06-30"), ("1-6-2023", "2023-06-01"),
    ("Quý IV năm 2022", "2022-12-31"), ("Quý I/2023", "2023-03-31"),
    ("Quý II, III năm 2023", "2023-09-30"), ("Tháng 01/2023", "2023-01-31"),
    ("Tháng 8 năm 2023", "2023-08-31"), ("Năm 2023", "2023-12-31"),
    ("Quý IV/2022 và theo định kỳ", "2022-12-31"), ("Trong năm 2023", "2023-12-31"),
    ("Hoàn thành trước tháng 9/2023", "2023-08-31"),
  ])
  func `a time means its last day`(text: String, day: String) throws {
    #expect(DueTime(text) == .day(try #require(CalendarDay(day))))
  }

  @Test(arguments: [
    "", "Thường xuyên", "Định kỳ trong năm 2023", "Theo BC CCHC định kỳ",
    "Sau khi có kết quả công bố", "Theo quy định của cơ quan có thẩm quyền",
  ])
  func `what comes again and again has no last day`(text: String) {
    #expect(DueTime(text) == .open)
  }

  @Test(arguments: ["31/02/2023", "Quý V năm 2023", "Tháng 13/2023", "sớm nhất", "Quý II", "2023"])
  func `what is no time is refused`(text: String) {
    #expect(DueTime(text) == nil)
  }
}
