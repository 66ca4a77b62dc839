import DataFiles
import Testing

@Suite struct DataNodeTests {
  @Test func `an unknown key is named with its place and the nearest known one`() throws {
    let node = try DataNode(text: "province: tra-vinh\ncalender: months\n", name: "b.yaml")
    #expect(
      throws: DataFileError(
        file: "b.yaml", line: 2, column: 1,
        problem: .unknownKey("calender", nearest: "calendar"))
    ) { try node.mapping(of: ["province", "calendar"]) }
  }

  @Test func `a missing key is named`() throws {
    let map = try DataNode(text: "a: 1\n", name: "b.yaml").mapping(of: ["a", "b"])
    #expect(
      throws: DataFileError(file: "b.yaml", line: 1, column: 1, problem: .missingKey("b"))
    ) { try map.required("b") }
  }

  @Test(arguments: ["00123", "no", "1.10", "12:30:45", "2023-01-01", "1e3"])
  func `texts stay as they are written`(text: String) throws {
    let map = try DataNode(text: "a: \(text)\n", name: "b.yaml").mapping(of: ["a"])
    #expect(try map.required("a").text() == text)
  }

  @Test(arguments: ["a: [1, 2\nb: 3\n", "a: 'x\n", "\ta: 1\n", "a: 1\na: 2\n", "", "- : :\n  x"])
  func `what is not sound YAML is an error with the file's name`(text: String) {
    let error = #expect(throws: DataFileError.self) {
      _ = try DataNode(text: text, name: "b.yaml").mapping(of: ["a", "b"])
    }
    #expect(error?.file == "b.yaml")
  }

  @Test func `a word outside a closed list comes with the list`() throws {
    let map = try DataNode(text: "a: mouths\n", name: "b.yaml").mapping(of: ["a"])
    #expect(
      throws: DataFileError(
        file: "b.yaml", line: 1, column: 4,
        problem: .unknownWord("mouths", nearest: "months", allowed: ["months", "decree-09"]))
    ) { try map.required("a").word(of: ["months", "decree-09"]) }
  }
}

@Suite struct CanonicalTextTests {
  @Test(arguments: [
    ("{a: 1, b: [x, y]}", "{b: [y, x], a: 1}"), ("a: [x]", "a: x"), ("a: \"x\"", "a: x"),
    ("a:\n  b: c", "{a: {b: c}}"),
  ])
  func `what means the same reads the same`(text: String, other: String) throws {
    let left = try DataNode(text: text, name: "a").canonicalText
    #expect(try left == DataNode(text: other, name: "b").canonicalText)
  }

  @Test(arguments: [("a: x", "a: y"), ("a: [x, y]", "a: \"x,y\""), ("a: 'x\"'", "a: 'x\\\"'")])
  func `what means something else reads otherwise`(text: String, other: String) throws {
    let left = try DataNode(text: text, name: "a").canonicalText
    #expect(try left != DataNode(text: other, name: "b").canonicalText)
  }
}
