@testable import Documents
import Testing

@Suite struct TableAlignmentTests {
  private func aligned(_ text: String) -> String {
    String(decoding: TableAlignment.aligned(Array(text.utf8)), as: UTF8.self)
  }

  @Test func `bars stand below each other, numbers at the right`() {
    let table = """
      Trước

      | STT | Lĩnh vực | Số hồ sơ |
      | :---: | :--- | ---: |
      | **I** | **Cấp xã** |   |
      | 1 | Hộ tịch \\| đất đai | 1.234 |

      Sau

      """
    #expect(
      aligned(table) == """
        Trước

        |  STT  | Lĩnh vực           | Số hồ sơ |
        | :---: | :----------------- | -------: |
        | **I** | **Cấp xã**         |          |
        |   1   | Hộ tịch \\| đất đai |    1.234 |

        Sau

        """)
  }

  @Test func `accents of their own take no room`() {
    let lines = aligned(
      "| a | b |\n| --- | --- |\n| Hòa bình | 1 |\n| Ho\u{300}a bi\u{300}nh | 1 |\n"
    ).split(separator: "\n")
    #expect(lines[2] == "| Hòa bình | 1     |")
    #expect(lines[3] == "| Ho\u{300}a bi\u{300}nh | 1     |")
  }

  @Test func `neither a long head nor a long cell widens the other rows`() {
    let head = String(repeating: "h", count: 30)
    let long = String(repeating: "d", count: 60)
    let lines = aligned(
      "| \(head) | x | c | d |\n| ---: | :--- | --- | --- |\n| 12 | ab | | |\n"
        + "| 345678 | \(long) | | |\n"
    ).split(separator: "\n")
    let room = { (text: String) in text + String(repeating: " ", count: 56 - text.count) }
    #expect(lines[0] == "| \(head) | \(room("x")) | c     | d     |")
    #expect(lines[2] == "|     12 | \(room("ab")) |       |       |")
    #expect(lines[3] == "| 345678 | \(long) |       |       |")
  }

  @Test(arguments: [
    "", "\n", "Chữ", "|", "||", "| a\n", "| a |", "| a | b\\|\n", "| a |\n| b |\n", "a\n\n\nb",
    "| :---: |\n| a |\n",
  ])
  func `what is no table stays`(text: String) {
    #expect(aligned(text) == text)
  }

  @Test func `aligning twice changes nothing more`() {
    let table = "| a | b |\n| :---: | ---: |\n| **x** |  |\n|  | …; 12% |\n| 1 | 2 | 3 |\n"
    let once = aligned(table)
    #expect(aligned(once) == once)
  }
}
