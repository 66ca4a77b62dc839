internal import Administration

/// How a dossier goes: when it is due, when it ends, and how.
struct DossierLife {
  var due: CalendarDay?
  var finished: CalendarDay?
  var finishedMinute: Int
  var returned: CalendarDay?
  var ending: Dossier.Ending

  init(
    procedure: SampleProcedure, received: CalendarDay, minute: Int, random: inout SplitMix
  ) {
    let term = Self.term(of: procedure, received: received, minute: minute)
    let due = WorkingDays.day(term, after: received)
    self.due = random.happens(10) ? nil : due
    let draw = random.below(1000)
    ending = draw < 7 ? .refused : (draw < 17 ? .withdrawn : .finished)
    guard ending != .refused else {
      finishedMinute = 0
      return
    }
    let end =
      ending == .withdrawn
      ? WorkingDays.day(random.within(0...max(term, 1)), after: received)
      : Self.end(term: term, received: received, due: due, random: &random)
    finished = end
    finishedMinute =
      end == received ? min(minute + 10 + random.below(50), 1040) : 450 + random.below(570)
    if ending == .finished, random.happens(960) {
      returned = WorkingDays.day([0, 0, 0, 1, 2][random.below(5)], after: end)
    }
  }

  /// Working days from the receipt to the day due.
  private static func term(
    of procedure: SampleProcedure, received: CalendarDay, minute: Int
  ) -> Int {
    guard procedure.days == 0 else { return procedure.days }
    return WorkingDays.contain(received) && minute < OfficeHours.lastForToday ? 0 : 1
  }

  private static func end(
    term: Int, received: CalendarDay, due: CalendarDay, random: inout SplitMix
  ) -> CalendarDay {
    let draw = random.below(1000)
    let isLate = draw < (term < 2 ? 25 : 105)
    guard !isLate else {
      // A few lie for months; most are done in a week or two.
      let delay =
        random.happens(40) ? random.within(40...120) : random.within(1...(term < 2 ? 3 : 15))
      return WorkingDays.day(delay, after: due)
    }
    guard term > 0, draw < (term < 2 ? 1000 : 930) else { return due }
    return WorkingDays.day(random.within((term * 3 / 10)...(term - 1)), after: received)
  }
}
