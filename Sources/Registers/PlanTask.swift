package import Administration

/// A task of a plan of administrative reform; a row of `plan-tasks`.
package struct PlanTask: Hashable, Sendable {
  package var code: String
  package var area: String
  package var content: String
  /// The agency in charge, as written.
  package var lead: String
  package var partner: String
  package var product: String
  /// As written: "Quý I năm 2023", "Thường xuyên".
  package var dueText: String
  /// The last day; `nil` where the task has none (thường xuyên, định kỳ).
  package var dueAt: CalendarDay?
  package var finishedAt: CalendarDay?
  package var status: String
  package var evidence: String
  /// Code of the one unit that ``lead`` names; `nil` where it names several or a group.
  package var unit: String?
  package var place: RegisterPlace

  /// How a task stands on a day.
  package enum State: CaseIterable, Hashable, Sendable {
    case doneInTime, doneLate, overdue
    /// Finished though it has no day to be due, or before that day has come.
    case doneUndue
    case ongoing
  }

  /// Where it stands at the end of a day.
  package func state(on day: CalendarDay) -> State {
    let isDone = finishedAt.map { $0 <= day } ?? false
    guard let dueAt, dueAt <= day else { return isDone ? .doneUndue : .ongoing }
    guard isDone, let finishedAt else { return .overdue }
    return finishedAt <= dueAt ? .doneInTime : .doneLate
  }
}

extension PlanTask: RegisterEntry {
  var key: String { code }

  init(_ row: RegisterRow, context: RegisterContext) throws(RegisterFault) {
    code = try row.required("code")
    area = row["area"]
    content = row["content"]
    lead = row["lead"]
    partner = row["partner"]
    product = row["product"]
    dueText = row["dueAt"]
    switch DueTime(dueText) {
    case .day(let day): dueAt = day
    case .open: dueAt = nil
    case nil: throw row.fault("dueAt", .notADay(dueText))
    }
    let finished = row["finishedAt"]
    if finished.isEmpty {
      finishedAt = nil
    } else {
      guard let day = DueTime.day(of: finished) else {
        throw row.fault("finishedAt", .notADay(finished))
      }
      finishedAt = day
    }
    status = row["status"]
    evidence = row["evidence"]
    unit = context.units.code(
      code: lead, name: lead, during: context.days, evenIfGone: true)
    place = RegisterPlace(file: row.file, line: row.line)
  }

  func says(_ other: PlanTask) -> Bool {
    var same = other
    same.place = place
    return self == same
  }
}
