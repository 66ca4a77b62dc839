internal import Administration

/// A dossier (hồ sơ) with its whole life, of which an export shows what had happened by its day.
struct Dossier {
  enum Channel: Int {
    case online, postal, inPerson
  }

  enum Ending {
    case finished, withdrawn, refused
  }

  /// What an export says about a dossier.
  enum State: Int {
    case new, processing, waiting, ready, returned, withdrawn, refused
  }

  /// Its unit in ``UnitPool/members``.
  var member: Int
  /// The unit whose counter received it, where that is another.
  var receiver: Int?
  /// Its place in ``ProcedurePool/procedures``.
  var procedure: Int
  /// Its number among those of its unit and day, from 1.
  var number: Int
  var received: CalendarDay
  /// Minutes since midnight.
  var receivedMinute: Int
  /// `nil` where no day was promised.
  var due: CalendarDay?
  /// `nil` for a refused one, which nobody works on.
  var finished: CalendarDay?
  var finishedMinute: Int
  var returned: CalendarDay?
  var ending: Ending
  /// Whether it waits for a supplement while it is open.
  var waits: Bool
  var channel: Channel
  var isPaidOnline: Bool
  var hasDigitalComponents: Bool
  var hasDigitalResult: Bool
  /// 0 for none given, then very satisfied, satisfied, dissatisfied.
  var satisfaction: Int
  var applicant: Applicant
  /// Place of the officer's name in ``PeopleNames/all``.
  var officer: Int

  /// Who asked; nobody who exists.
  struct Applicant {
    var isFirm: Bool
    /// Place in the list of names, taken round.
    var name: Int
    /// 0…9999, behind the name.
    var number: Int
    /// Last three digits of the phone number.
    var phone: Int
    /// Place in ``UnitPool/communes``.
    var home: Int
    /// 1…9.
    var hamlet: Int
  }

  /// Its state on the evening of a day.
  func state(on day: CalendarDay) -> State {
    if ending == .refused { return .refused }
    guard let finished, finished <= day else {
      if waits { return .waiting }
      return received == day ? .new : .processing
    }
    if ending == .withdrawn { return .withdrawn }
    return returned.map { $0 <= day } ?? false ? .returned : .ready
  }

  /// Whether somebody still works on it after a day.
  func isOpen(after day: CalendarDay) -> Bool {
    ending != .refused && finished.map { $0 > day } ?? true
  }
}
