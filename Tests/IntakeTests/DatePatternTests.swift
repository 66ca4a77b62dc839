import Administration
import Testing

@testable import Intake

@Suite struct DatePatternTests {
  @Test(arguments: [
    ("dd/MM/yyyy", "05/04/2023", "2023-04-05"), ("d/M/yyyy", "5/4/2023", "2023-04-05"),
    ("d/M/yyyy", "15/12/2023", "2023-12-15"), ("yyyy-MM-dd", "2023-04-05", "2023-04-05"),
    ("dd/MM/yyyy HH:mm", "05/04/2023 07:45", "2023-04-05"),
    ("dd/MM/yyyy HH:mm:ss", "05/04/2023 23:59:59", "2023-04-05"),
    ("HH:mm dd/MM/yyyy", "07:45 05/04/2023", "2023-04-05"),
  ])
  func `reads the day and drops the time`(pattern: String, text: String, day: String) throws {
    let pattern = try #require(DatePattern(pattern))
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

  @Test(arguments: ["dd/MM", "yyyy", "dd/MM/yyyy x", "dd/dd/yyyy", "", "ddd/MM/yyyy"])
  func `refuses a pattern that is none`(text: String) {
    #expect(DatePattern(text) == nil)
  }
}
