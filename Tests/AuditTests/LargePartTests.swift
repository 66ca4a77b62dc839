@testable import Audit
import Foundation
import Testing

@Suite struct LargePartTests {
  @Test func `a part of more than ten million bytes is read to its end`() throws {
    let text = String(repeating: "Xã Long Đức ", count: 8_000)
    let count = 120
    let xml = "<a>" + String(repeating: "<b>\(text)</b>", count: count) + "</a>"
    #expect(xml.utf8.count > 10_000_000)
    var lengths: [Int] = []
    try readXML(Data(xml.utf8), part: "a.xml") { event in
      if case .end("b", let found) = event { lengths.append(found.utf8.count) }
    }
    #expect(lengths == [Int](repeating: text.utf8.count, count: count))
  }
}
