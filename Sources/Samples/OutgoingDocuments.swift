internal import Administration

/// Outgoing documents (văn bản đi).
struct OutgoingDocuments: OfficeRows {
  static let fileStart = "van-ban-di"
  static let title = "Văn bản đi"
  static func periods(in calendar: SampleCalendar) -> [Period] { calendar.quarters }
  static let planted: [(file: Int, fault: OfficeFault)] = [(4, .missingDay), (3, .unknownUnit)]
  static let stream = SplitMix.Stream.outgoing
  static let columns = [
    OfficeColumn("STT", "Số thứ tự trong năm của đơn vị"),
    OfficeColumn("Số ký hiệu", .code, "Số, ký hiệu; chỉ duy nhất trong đơn vị và năm"),
    OfficeColumn("Ngày ban hành", .firstDay, "Ngày ban hành"),
    OfficeColumn("Loại văn bản", "Công văn, quyết định …"),
    OfficeColumn("Trích yếu", "Nội dung (bịa)"),
    OfficeColumn("Người ký chính", "Người ký (bịa)"),
    OfficeColumn("Mã đơn vị ban hành", .agencyCode, "Mã đơn vị; có tệp để trống"),
    OfficeColumn("Đơn vị ban hành", .agencyName, "Tên đơn vị"),
    OfficeColumn("Độ mật", "Thường hoặc mật"),
    OfficeColumn("Văn bản ký số", "Đã ký số, hoặc trống khi chưa ký số"),
    OfficeColumn("Hình thức gửi", "Điện tử, bản giấy, hoặc cả hai"),
    OfficeColumn("Nơi nhận", "Nơi nhận (bịa)"),
  ]

  private let types: [(name: String, mark: String)] = [
    ("Công văn", ""), ("Công văn", ""), ("Công văn", ""), ("Quyết định", "QĐ"),
    ("Báo cáo", "BC"), ("Kế hoạch", "KH"), ("Thông báo", "TB"), ("Tờ trình", "TTr"),
  ]

  func cells(
    of entry: OfficeEntry, in context: OfficeContext, random: inout SplitMix
  ) -> [String] {
    let isSecret = random.happens(20)
    let type = random.pick(types)
    let office = context.abbreviation(entry)
    let draw = random.below(1000)
    let sent = draw < 930 ? "Điện tử" : (draw < 975 ? "Điện tử kèm bản giấy" : "Bản giấy")
    let isSigned = !isSecret && random.happens(900)
    return [
      "\(entry.number)",
      type.mark.isEmpty ? "\(entry.number)/\(office)-VP" : "\(entry.number)/\(type.mark)-\(office)",
      context.text(entry.day), type.name, random.pick(OfficeWords.subjects),
      OfficeWords.person(&random), context.code(entry), context.name(entry),
      isSecret ? "Mật" : "Thường", isSigned ? "Đã ký số" : "", isSecret ? "Bản giấy" : sent,
      "Như trên; Lưu: VT, mẫu",
    ]
  }
}
