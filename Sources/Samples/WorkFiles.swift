internal import Administration

/// Work files (hồ sơ công việc).
struct WorkFiles: OfficeRows {
  static let fileStart = "ho-so-cong-viec"
  static let title = "Hồ sơ công việc"
  static func periods(in calendar: SampleCalendar) -> [Period] { calendar.quarters }
  static let planted: [(file: Int, fault: OfficeFault)] = [
    (4, .unknownUnit), (4, .missingCode),
  ]
  static let stream = SplitMix.Stream.workFiles
  static let columns = [
    OfficeColumn("Mã hồ sơ công việc", .code, "Mã hồ sơ"),
    OfficeColumn("Tên hồ sơ", "Tên hồ sơ (bịa)"),
    OfficeColumn("Mã đơn vị", .agencyCode, "Mã đơn vị lập; có tệp để trống"),
    OfficeColumn("Đơn vị lập hồ sơ", .agencyName, "Tên đơn vị lập"),
    OfficeColumn("Người lập", "Người lập (bịa)"),
    OfficeColumn("Ngày mở", .firstDay, "Ngày mở hồ sơ"),
    OfficeColumn("Ngày đóng", .lastDay, "Ngày đóng; trống khi chưa đóng"),
    OfficeColumn("Thời hạn bảo quản", "Số năm"),
    OfficeColumn("Hình thức xử lý", "Trên môi trường mạng hoặc giấy"),
    OfficeColumn("Độ mật", "Thường hoặc mật"),
  ]

  func cells(
    of entry: OfficeEntry, in context: OfficeContext, random: inout SplitMix
  ) -> [String] {
    let unit = context.unit(entry)
    let isSecret = random.happens(20)
    let onlineShare = [880, 820, 640][unit.level.rank]
    let isOnline = !isSecret && random.happens(onlineShare)
    let closed = WorkingDays.day(random.within(2...40), after: entry.day)
    return [
      "HSCV-\(unit.code)-\(entry.day.date.year)-\(entry.number)",
      "Hồ sơ mẫu: \(random.pick(OfficeWords.subjects))", context.code(entry), context.name(entry),
      OfficeWords.person(&random), context.text(entry.day), context.ended(closed),
      random.happens(300) ? "20 năm" : "10 năm",
      isOnline ? "Trên môi trường mạng" : "Hồ sơ giấy", isSecret ? "Mật" : "Thường",
    ]
  }
}
