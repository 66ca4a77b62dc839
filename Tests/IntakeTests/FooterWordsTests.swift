import Testing

@testable import Intake

@Suite struct FooterWordsTests {
  @Test(arguments: [
    "Tổng cộng", "TỔNG SỐ: 120 hồ sơ", "Người lập biểu", "Trà Vinh, ngày 30 tháng 6 năm 2023",
    "Trà Vinh, ngày … tháng … năm …", "Thủ trưởng đơn vị", "TM. ỦY BAN NHÂN DÂN", "Cộng",
    "Ghi chú: số liệu tạm tính",
  ])
  func `lines below the table are known`(text: String) {
    #expect(FooterWords.begin(text))
  }

  @Test(arguments: [
    "15", "H59.12-230405-0001", "Công Thương", "Tổng cục Thuế", "Đất đai", "Cộng đồng", "",
    "Đăng ký ngày nghỉ trong tháng của năm",
  ])
  func `beginnings of rows are not taken for them`(text: String) {
    #expect(!FooterWords.begin(text))
  }
}
