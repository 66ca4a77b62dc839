internal import Administration
internal import Registers

/// The tasks of the plans of a unit: counted by area and by agency in charge, and one by one.
struct PlanTables {
  let tasks: [PlanTask]
  /// The last day of the period.
  let day: CalendarDay
  /// The name of a unit by its code.
  let names: [String: String]

  /// Nothing where there are no tasks.
  var tables: [ReportTable] { tasks.isEmpty ? [] : [summary, list] }

  private var summary: ReportTable {
    let byArea = Self.grouped(tasks) { $0.area.isEmpty ? "Chưa ghi lĩnh vực" : $0.area }
    let byLead = Self.grouped(tasks) { task in
      task.unit.flatMap { names[$0] } ?? (task.lead.isEmpty ? "Chưa ghi cơ quan" : task.lead)
    }
    return ReportTable(
      id: "Nhiệm vụ kế hoạch", title: "Thực hiện nhiệm vụ của kế hoạch cải cách hành chính",
      columns: [
        .init("Lĩnh vực, cơ quan chủ trì", .label, width: 46), .init("Tổng số", .number, width: 9),
        .init("Đã đến hạn", .number, width: 9), .init("Xong đúng hạn", .number, width: 9),
        .init("Xong trễ hạn", .number, width: 9), .init("Quá hạn chưa xong", .number, width: 10),
        .init("Chưa đến hạn hoặc không có hạn: đã xong", .number, width: 14),
        .init("Chưa đến hạn hoặc không có hạn: đang làm", .number, width: 14),
        .init("Tỷ lệ xong trong số đến hạn", .number, width: 12),
      ],
      rows: [.group("Theo lĩnh vực")] + byArea.map { row($0.name, $0.tasks) }
        + [.group("Theo cơ quan chủ trì")] + byLead.map { row($0.name, $0.tasks) }
        + [row("Tổng cộng", tasks, role: .total)],
      notes: [
        "Tính đến hết \(DayText.long(day)). Hạn ghi theo tháng, quý, năm thì tính ngày cuối; nhiệm vụ "
          + "thường xuyên, định kỳ không có hạn."
      ])
  }

  private static func grouped(
    _ tasks: [PlanTask], by name: (PlanTask) -> String
  ) -> [(name: String, tasks: [PlanTask])] {
    var groups: [(name: String, tasks: [PlanTask])] = []
    var places: [String: Int] = [:]
    for task in tasks {
      let name = name(task)
      let key = FoldedText.of(name)
      if let place = places[key] {
        groups[place].tasks.append(task)
      } else {
        places[key] = groups.count
        groups.append((name, [task]))
      }
    }
    return groups
  }

  private func row(
    _ name: String, _ tasks: [PlanTask], role: ReportTable.Row.Role = .item
  ) -> ReportTable.Row {
    var counts: [PlanTask.State: Int] = [:]
    for task in tasks { counts[task.state(on: day), default: 0] += 1 }
    let count = { (state: PlanTask.State) in counts[state] ?? 0 }
    let done = count(.doneInTime) + count(.doneLate)
    let due = done + count(.overdue)
    return ReportTable.Row(
      [
        .text(name), .whole(tasks.count), .whole(due), .whole(count(.doneInTime)),
        .whole(count(.doneLate)), .whole(count(.overdue)), .whole(count(.doneUndue)),
        .whole(count(.ongoing)),
        due == 0
          ? .text(EmptyMark.noCases)
          : .rate((20_000 * done + due) / (2 * due)),
      ], role: role)
  }

  private var list: ReportTable {
    var rows: [ReportTable.Row] = []
    for area in Self.grouped(tasks, by: \.area) {
      rows.append(.group(area.name.isEmpty ? "Chưa ghi lĩnh vực" : area.name))
      rows += area.tasks.map { task in
        ReportTable.Row([
          .text(task.code), .text(task.content), .text(task.lead), .text(task.partner),
          .text(task.product), .text(task.dueText),
          .text(task.finishedAt.map(DayText.short) ?? ""), .text(words(for: task)),
          .text(task.evidence),
        ])
      }
    }
    return ReportTable(
      id: "Danh sách nhiệm vụ", title: "Danh sách nhiệm vụ của kế hoạch cải cách hành chính",
      columns: [
        .init("Mã", .mark, width: 10), .init("Nhiệm vụ", .label, width: 50),
        .init("Cơ quan chủ trì", .text, width: 22), .init("Cơ quan phối hợp", .text, width: 22),
        .init("Sản phẩm", .text, width: 24), .init("Thời hạn", .text, width: 14),
        .init("Ngày hoàn thành", .mark, width: 12), .init("Tình trạng", .text, width: 14),
        .init("Minh chứng", .text, width: 20),
      ], rows: rows)
  }

  private func words(for task: PlanTask) -> String {
    switch task.state(on: day) {
    case .doneInTime: "Xong đúng hạn"
    case .doneLate: "Xong trễ hạn"
    case .overdue: "Quá hạn chưa xong"
    case .doneUndue: "Đã xong"
    case .ongoing: "Đang thực hiện"
    }
  }
}
