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

  @Test(arguments: [
    ["Ủy ban nhân dân xã Hòa Bình", "uỷ ban nhân dân XÃ HOÀ BÌNH", "UBND xã Hoà-Bình"],
    ["Xã Thủy Tạ", "xã thuỷ tạ"], ["Xã Đông Thạnh"], ["Xã Đông Thành"], ["Xã Dông Thành"],
    ["Xã Quới An", "XÃ  QUỚI AN."], ["Phường 1"],
  ])
  func `keeps the accents of a unit's name, written in one way`(texts: [String]) {
    let forms = texts.flatMap { text in
      [text, text.decomposedStringWithCanonicalMapping, text.uppercased()]
    }
    let keys = Set(forms.map(FoldedText.accentedUnitName))
    #expect(keys.count == 1)
    let without = keys.map(FoldedText.of)
    #expect(without == [FoldedText.ofUnitName(texts[0])])
    let others = ["Xã Hoa Bình", "Xã Thuý Tạ", "Xã Đóng Thạnh", "Xa Dong Thanh", "Xã Qưới An"]
    #expect(keys.isDisjoint(with: others.map(FoldedText.accentedUnitName)))
  }
}
