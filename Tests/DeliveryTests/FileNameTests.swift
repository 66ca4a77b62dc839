import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite struct FileNameTests {
  @Test(arguments: [
    ("Báo cáo.xlsx", "84.xlsx", "Báo cáo.xlsx"), ("Báo cáo", "84.xlsx", "Báo cáo.xlsx"),
    ("Báo cáo.csv", "84.xlsx", "Báo cáo.csv.xlsx"), ("a/b\\c:d?.XLSX", "84.xlsx", "a-b-c-d-.xlsx"),
    ("../../x.xlsx", "84.xlsx", "-..-x.xlsx"), ("a\r\nb.xlsx", "84.xlsx", "a b.xlsx"),
  ])
  func `a name is safe and ends as its file does`(name: String, own: String, safe: String) {
    #expect(HeaderText.fileName(name, as: own) == safe)
  }

  @Test func `a long name keeps its ending`() {
    let name = HeaderText.fileName(String(repeating: "ấ", count: 300) + ".csv", as: "a.csv")
    #expect(name.count == 124 && name.hasSuffix("ấ.csv"))
  }

  @Test func `programs without accents get plain letters`() {
    #expect(ASCIIName.of("Đường sá ở xã Hòa Ân ©.xlsx") == "Duong sa o xa Hoa An -.xlsx")
  }

  @Test(arguments: 0..<50)
  func `any name comes back, no line too long and no letter cut`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let letters = Array("aăâđêôơưAĐ ằẵặ ểễệ 012 ,.;=()'%*😀")
    let name = String(
      (0..<Int.random(in: 1...120, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      })
    var back = ""
    for line in Disposition.text(of: name).split(separator: "\n").dropFirst() {
      #expect(line.utf8.count <= 77)
      let value = try #require(line.split(separator: "=", maxSplits: 1).last)
      let section = value.hasPrefix("UTF-8''") ? value.dropFirst(7) : value[...]
      let inner = section.hasSuffix(";") ? section.dropLast() : section
      if inner.hasPrefix("\"") {
        back += inner.dropFirst().dropLast()
      } else {
        back += try #require(String(inner).removingPercentEncoding)
      }
    }
    #expect(back == name)
  }
}
