internal import Administration

/// Incoming documents (văn bản đến).
struct IncomingDocuments: OfficeRows {
  static let fileStart = "van-ban-den"
  static let title = "Văn bản đến"
  static func periods(in calendar: SampleCalendar) -> [Period] { calendar.quarters }
  static let planted: [(file: Int, fault: OfficeFault)] = [(4, .unknownUnit), (4, .noSuchDay)]
  static let stream = SplitMix.Stream.incoming
  static let columns = [
    OfficeColumn("Ngày đến", .firstDay, "Ngày văn bản đến"),
    OfficeColumn("Số đến", .code, "Số thứ tự đến của đơn vị trong năm"),
    OfficeColumn("Tác giả", "Nơi gửi (bịa)"),
    OfficeColumn("Số ký hiệu văn bản", "Số, ký hiệu của nơi gửi (bịa)"),
    OfficeColumn("Ngày tháng văn bản", "Ngày ký của nơi gửi"),
    OfficeColumn("Trích yếu", "Nội dung (bịa)"),
    OfficeColumn("Mã đơn vị", .agencyCode, "Mã đơn vị nhận; có tệp để trống"),
    OfficeColumn("Đơn vị nhận", .agencyName, "Tên đơn vị nhận"),
    OfficeColumn("Loại văn bản", "Công văn, quyết định …"),
    OfficeColumn("Độ khẩn", "Thường, khẩn, hỏa tốc"),
    OfficeColumn("Độ mật", "Thường hoặc mật"),
    OfficeColumn("Hình thức nhận", "Điện tử, giấy, hoặc cả hai"),
    OfficeColumn("Hạn xử lý", "Hạn; một phần tư để trống"),
    OfficeColumn("Ngày hoàn thành", .lastDay, "Ngày xử lý xong; trống khi chưa xong"),
    OfficeColumn("Xử lý chính", "Người xử lý (bịa)"),
  ]

  private let authors = ["Bộ Mẫu", "UBND tỉnh Mẫu", "Sở Thí Dụ", "Văn phòng Thử Nghiệm"]
  private let types = ["Công văn", "Quyết định", "Kế hoạch", "Thông báo", "Giấy mời"]

  func cells(
    of entry: OfficeEntry, in context: OfficeContext, random: inout SplitMix
  ) -> [String] {
    let isSecret = random.happens(20)
    let draw = random.below(1000)
    let sent =
      isSecret ? "Bản giấy" : (draw < 930 ? "Điện tử" : (draw < 970 ? "Điện tử và giấy" : "Giấy"))
    let due = random.happens(750) ? WorkingDays.day(random.within(3...15), after: entry.day) : nil
    return [
      context.text(entry.day), "\(entry.number)", random.pick(authors),
      "\(random.within(1...999))/MAU-VP", context.text(entry.day.adding(-random.below(9))),
      random.pick(OfficeWords.subjects), context.code(entry), context.name(entry),
      random.pick(types), OfficeWords.urgency(&random), isSecret ? "Mật" : "Thường", sent,
      context.text(due), context.ended(end(of: entry.day, due: due, random: &random)),
      OfficeWords.person(&random),
    ]
  }

  private func end(
    of day: CalendarDay, due: CalendarDay?, random: inout SplitMix
  ) -> CalendarDay {
    guard let due else { return WorkingDays.day(random.below(10), after: day) }
    // Of all, with and without a day due, about 8% are late.
    guard !random.happens(107) else { return WorkingDays.day(random.within(1...10), after: due) }
    return day.adding(random.below(Int(due.number - day.number) + 1))
  }
}
