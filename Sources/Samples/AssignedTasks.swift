internal import Administration

/// Tasks that leaders gave to units (nhiệm vụ, ý kiến chỉ đạo được giao).
struct AssignedTasks: OfficeRows {
  static let fileStart = "nhiem-vu"
  static let title = "Nhiệm vụ được giao"
  static func periods(in calendar: SampleCalendar) -> [Period] { calendar.years }
  static let planted: [(file: Int, fault: OfficeFault)] = [(1, .noSuchDay)]
  static let stream = SplitMix.Stream.tasks
  static let columns = [
    OfficeColumn("STT", "Số thứ tự trong năm của đơn vị"),
    OfficeColumn("Mã nhiệm vụ", .code, "Mã nhiệm vụ"),
    OfficeColumn("Số ký hiệu", "Văn bản giao nhiệm vụ (bịa); một văn bản giao nhiều nhiệm vụ"),
    OfficeColumn("Nội dung nhiệm vụ", "Nội dung (bịa)"),
    OfficeColumn("Cơ quan giao", "Nơi giao"),
    OfficeColumn("Mã đơn vị", .agencyCode, "Mã đơn vị được giao"),
    OfficeColumn("Đơn vị xử lý", .agencyName, "Tên đơn vị được giao"),
    OfficeColumn("Ngày giao", .firstDay, "Ngày giao"),
    OfficeColumn("Hạn xử lý", "Hạn"),
    OfficeColumn("Ngày hoàn thành", .lastDay, "Ngày xong; trống khi chưa xong"),
    OfficeColumn("Trạng thái", "Đúng hạn, quá hạn, đang xử lý, quá hạn chưa hoàn thành"),
  ]

  func cells(
    of entry: OfficeEntry, in context: OfficeContext, random: inout SplitMix
  ) -> [String] {
    let unit = context.unit(entry)
    let due = WorkingDays.day(random.within(5...40), after: entry.day)
    let end = end(of: entry.day, due: due, random: &random)
    return [
      "\(entry.number)", "NV-\(unit.code)-\(entry.day.date.year)-\(entry.number)",
      "\(random.within(1...400))/UBND-MAU", random.pick(OfficeWords.subjects),
      context.hasDistrictAbove(unit) ? "UBND huyện Mẫu" : "UBND tỉnh Mẫu", context.code(entry),
      context.name(entry), context.text(entry.day), context.text(due), context.ended(end),
      state(end: end, due: due, today: context.lastDay),
    ]
  }

  /// `nil` for a task that is not done.
  private func end(
    of day: CalendarDay, due: CalendarDay, random: inout SplitMix
  ) -> CalendarDay? {
    let draw = random.below(100)
    if draw < 80 {
      let days = Int(due.number - day.number)
      return day.adding(days / 3 + random.below(days - days / 3 + 1))
    }
    return draw < 98 ? WorkingDays.day(random.within(1...30), after: due) : nil
  }

  private func state(end: CalendarDay?, due: CalendarDay, today: CalendarDay) -> String {
    if let end, end <= today { return end <= due ? "Hoàn thành đúng hạn" : "Hoàn thành quá hạn" }
    return due < today ? "Quá hạn chưa hoàn thành" : "Đang xử lý"
  }
}
