import Administration
import Foundation
import Testing

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Ngày tiếp nhận", "ngay tiep nhan"), ("  NGÀY  Tiếp-nhận: ", "ngay tiep nhan"),
    ("Đơn vị", "don vi"), ("Hoà", "hoa"), ("Hòa", "hoa"), ("Phí, lệ phí", "phi le phi"),
    ("Mức độ 4", "muc do 4"), ("", ""), ("...", ""),
  ])
  func `strips case, accents, punctuation and spaces`(text: String, folded: String) {
    #expect(FoldedText.of(text) == folded)
    #expect(FoldedText.of(text.decomposedStringWithCanonicalMapping) == folded)
    #expect(FoldedText.of(text.uppercased()) == folded)
  }

  @Test(arguments: [
    "Ủy ban nhân dân xã Long Đức", "UBND xã Long Đức", "Uỷ ban nhân dân XÃ LONG ĐỨC",
    "xã Long Đức", "Xã Long Đức", "UBND. Xã Long  Đức",
  ])
  func `drops the words for people's committee from names of units`(text: String) {
    #expect(FoldedText.ofUnitName(text) == "xa long duc")
  }
}
