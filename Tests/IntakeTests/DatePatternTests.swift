import Administration
import Testing

@testable import Intake

@Suite struct DatePatternTests {
  @Test(arguments: [
    ("dd/MM/yyyy", "05/04/2023", "2023-04-05"), ("d/M/yyyy", "5/4/2023", "2023-04-05"),
    ("d/M/yyyy", "15/12/2023", "2023-12-15"), ("yyyy-MM-dd", "2023-04-05", "2023-04-05"),
    ("dd/MM/yyyy HH:mm", "05/04/2023 07:45", "2023-04-05"),
    ("dd/MM/yyyy HH:mm:ss", "05/04/2023 23:59:59", "2023-04-05"),
    ("HH:mm dd/MM/yyyy", "07:45 05/04/2023", "2023-04-05"), ("d/M/yy", "5/4/23", "2023-04-05"),
    ("d/M/yy", "5/4/99", "1999-04-05"), ("MM/dd/yyyy", "04/05/2023", "2023-04-05"),
    ("excel", "45107", "2023-06-30"), ("excel", "45107.99", "2023-06-30"),
    ("iso", "1994-10-23T17:00:00.000+0000", "1994-10-24"),
    ("iso", "2023-06-30T16:59:59Z", "2023-06-30"),
    ("iso", "2023-06-30T17:00:00Z", "2023-07-01"),
    ("iso", "2023-07-01T00:30:00+07:00", "2023-07-01"),
    ("iso", "2023-07-01T01:00+09:00", "2023-06-30"), ("iso", "2023-07-01 08:15:00", "2023-07-01"),
    ("iso", "2023-12-31T20:00:00-05:00", "2024-01-01"),
  ])
  func `reads the day and drops the time`(pattern: String, text: String, day: String) throws {
    let pattern = try #require(DateWriting(pattern))
    let bytes = Array(text.utf8)
    #expect(pattern.day(in: 0..<bytes.count, of: bytes.span)?.iso == day)
  }

  @Test(arguments: [
    "31/02/2023", "00/01/2023", "1/1/2023", "05/04/23", "05-04-2023", "05/04/2023 ", "hôm qua",
    "45/13/2023", "05/04/20233",
  ])
  func `refuses what is not a day in its form`(text: String) throws {
    let pattern = try #require(DatePattern("dd/MM/yyyy"))
    let bytes = Array(text.utf8)
    #expect(pattern.day(in: 0..<bytes.count, of: bytes.span) == nil)
  }

  @Test(arguments: [
    ("excel", "2023"), ("excel", "123456"), ("excel", "45107."), ("excel", "4510x"),
    ("excel", "99999"),
    ("iso", "2023-06-30T24:00:00"), ("iso", "2023-06-30T10:00:00+25:00"),
    ("iso", "2023-06-31T10:00"),
    ("iso", "2023-06-30T10:00:00 ICT"), ("iso", "2023-06-30T"), ("iso", "2023-06-30T10:00:00."),
  ])
  func `refuses other texts`(writing: String, text: String) throws {
    let writing = try #require(DateWriting(writing))
    let bytes = Array(text.utf8)
    #expect(writing.day(in: 0..<bytes.count, of: bytes.span) == nil)
  }

  @Test(arguments: ["dd/MM", "yyyy", "dd/MM/yyyy x", "dd/dd/yyyy", "", "ddd/MM/yyyy"])
  func `refuses a pattern that is none`(text: String) {
    #expect(DatePattern(text) == nil)
  }
}
