import DelimitedText
import Testing

@Suite struct CSVTextTests {
  @Test func `quotes only where a cell needs it`() {
    var text = CSVText(header: ["a", "b"])
    text.append(["x,y", "he said \"no\""])
    text.append(["", "two\nlines"])
    let expected = "a,b\n\"x,y\",\"he said \"\"no\"\"\"\n,\"two\nlines\"\n"
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: ["=1+1", "+84", "-2", "@x", "\tx"])
  func `texts that a spreadsheet would run are led by an apostrophe`(text: String) {
    #expect(CSVText.guarded(text) == "'" + text)
  }

  @Test(arguments: ["", "Sở Nội vụ", "31/02/2023"])
  func `other texts stay as they are`(text: String) {
    #expect(CSVText.guarded(text) == text)
  }
}
