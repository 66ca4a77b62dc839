internal import Administration

/// Tells from a row's days what the row is in a period (contract, 5 and 6).
struct DateFacts: Sendable {
  let kind: SourceKind
  let days: DaySpan
  let rules: CountingRules
  private let begun: Fact?
  private let second: Fact?
  private let open: Fact?

  /// Where a fact lies in a signature.
  private struct Fact: Sendable {
    let shift: UInt32

    func signature(_ word: Int) -> Signature { Signature(truncatingIfNeeded: word) << shift }
  }

  init(kind: SourceKind, days: DaySpan, rules: CountingRules) {
    self.kind = kind
    self.days = days
    self.rules = rules
    let layout = FactLayout(of: kind)
    let fact = { (name: String) in layout.slot(name).map { Fact(shift: $0.shift) } }
    begun = fact(kind == .dossiers ? "intake" : "begun")
    second = fact(kind == .dossiers ? "outcome" : "finished")
    open = fact("open")
  }

  /// The days of a row; a day that its cell leaves empty is `nil`.
  struct RowDays {
    var first: CalendarDay
    var due: CalendarDay?
    var finish: CalendarDay?
  }

  /// The words of `status`, as numbers from 1; 0 is none.
  enum Status {
    static let waiting = 2
    static let withdrawn = 4
    static let refused = 5
  }

  /// The facts that the days decide; 0 where the row is in no figure of the period.
  func signature(of row: RowDays, status: Int) -> Signature {
    switch kind {
    case .dossiers: dossier(row, status: status)
    case .incomingDocuments, .tasks: begunSignature(row) | finishedSignature(row) | openTask(row)
    case .outgoingDocuments, .workFiles, .meetings: begunSignature(row)
    }
  }

  /// Whether a dossier is late: resolved late in the period, or overdue at its end.
  func isLate(_ signature: Signature) -> Bool {
    let outcome = outcome(of: signature)
    return outcome == Outcome.late || outcome == Outcome.pendingOverdue
  }

  /// Whether a late dossier was still pending at the end of the period.
  func isPending(_ signature: Signature) -> Bool {
    outcome(of: signature) == Outcome.pendingOverdue
  }

  /// The words of a dossier's `outcome` that are late, as numbers from 1.
  private enum Outcome {
    static let late: Signature = 3
    static let pendingOverdue: Signature = 5
  }

  private func outcome(of signature: Signature) -> Signature {
    second.map { signature >> $0.shift & 7 } ?? 0
  }

  private func dossier(_ row: RowDays, status: Int) -> Signature {
    guard let begun, let second, row.first.number <= days.last.number else { return 0 }
    if status == Status.refused {
      return days.first.number <= row.first.number ? second.signature(6) : 0
    }
    let isWithdrawn = status == Status.withdrawn && row.finish != nil
    if isWithdrawn, rules.withdrawn == .excluded { return 0 }
    if let finish = row.finish, finish.number < days.first.number { return 0 }
    let intake = begun.signature(row.first.number < days.first.number ? 2 : 1)
    if let finish = row.finish, finish.number <= days.last.number {
      if isWithdrawn, rules.withdrawn == .onTime { return intake | second.signature(2) }
      guard let due = row.due else { return intake | second.signature(2) }
      return intake | second.signature(finish.number < due.number ? 1 : finish == due ? 2 : 3)
    }
    if status == Status.waiting, rules.waiting == .inTime { return intake | second.signature(4) }
    let isOverdue = row.due.map { $0.number < days.last.number } ?? false
    return intake | second.signature(isOverdue ? 5 : 4)
  }

  private func begunSignature(_ row: RowDays) -> Signature {
    guard let begun, days.contains(row.first) else { return 0 }
    return begun.signature(1)
  }

  private func finishedSignature(_ row: RowDays) -> Signature {
    guard let second, let finish = row.finish, days.contains(finish) else { return 0 }
    return second.signature(row.due.map { finish <= $0 } ?? true ? 1 : 2)
  }

  private func openTask(_ row: RowDays) -> Signature {
    guard let open, row.first <= days.last, let due = row.due, due < days.last,
      row.finish.map({ days.last < $0 }) ?? true
    else { return 0 }
    return open.signature(1)
  }
}
