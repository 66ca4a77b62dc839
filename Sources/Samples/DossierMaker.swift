internal import Administration

/// Makes the dossiers of a sample, day by day.
struct DossierMaker {
  private let units: UnitPool
  private let procedures: ProcedurePool
  private let shares: DayShares
  private var random: SplitMix
  /// For every member the number of its last dossier of the day.
  private var lastNumbers: [Int]
  /// Levels by their share of the dossiers.
  private let levels: [Level]

  init(
    rows: Int, units: UnitPool, procedures: ProcedurePool, random: SplitMix
  ) throws(SampleError) {
    self.units = units
    self.procedures = procedures
    self.random = random
    shares = DayShares(rows: rows, in: units.calendar)
    lastNumbers = [Int](repeating: 0, count: units.members.count)
    let twentieths: [(Level, Int)] = [(.commune, 11), (.district, 6), (.province, 3)]
    levels = twentieths.flatMap { level, share in
      let isOffered =
        units.hasMembers(at: level) && !procedures.procedures(at: level).isEmpty
      return isOffered ? [Level](repeating: level, count: share) : []
    }
    guard !units.members.isEmpty else {
      throw SampleError(path: "units.csv", problem: .noUnit)
    }
    guard !levels.isEmpty else {
      throw SampleError(path: "procedures.csv", problem: .noProcedure)
    }
  }

  /// The dossiers received in a month, in the order of their receipt.
  ///
  /// `progress` says where the month stands in the sample, from 0 to 1000.
  mutating func dossiers(of month: DaySpan, progress: Int) -> [Dossier] {
    var dossiers: [Dossier] = []
    for day in month.first.number...month.last.number {
      let day = CalendarDay(number: day)
      let count = shares.rows(on: day)
      guard count > 0 else { continue }
      for index in lastNumbers.indices { lastNumbers[index] = 0 }
      for index in 0..<count {
        let minute = OfficeHours.minute(index, of: count, on: day)
        dossiers.append(
          dossier(on: day, minute: minute, level: random.pick(levels), progress: progress))
      }
    }
    return dossiers
  }

  /// A dossier that starts and ends within three working days, for a planted row.
  mutating func shortDossier(on day: CalendarDay, number: Int, progress: Int) -> Dossier {
    var made = dossier(
      on: WorkingDays.dayOrNext(day), minute: 8 * 60 + number % 60, level: levels[0],
      progress: progress)
    made.number = number
    made.ending = .finished
    made.waits = false
    made.due = WorkingDays.day(2, after: made.received)
    made.finished = WorkingDays.day(1, after: made.received)
    made.returned = made.finished
    return made
  }

  private mutating func dossier(
    on day: CalendarDay, minute: Int, level: Level, progress: Int
  ) -> Dossier {
    let number = random.pick(procedures.procedures(at: level))
    let procedure = procedures.procedures[number]
    var member = random.pick(
      level == .province
        ? procedures.departments(for: number, on: day) : units.members(at: level, on: day))
    let receiver = receiver(of: member, on: day)
    if receiver == nil, units.isJustReformed(on: day), random.happens(200) {
      // Some exports still name the unit that is no more.
      member = units.formers(of: member).first ?? member
    }
    lastNumbers[member] += 1
    let life = DossierLife(
      procedure: procedure, received: day, minute: minute, random: &random)
    let channel = channel(for: procedure, progress: progress)
    let isFinished = life.ending == .finished
    return Dossier(
      member: member, receiver: receiver, procedure: number, number: lastNumbers[member],
      received: day,
      receivedMinute: minute, due: life.due, finished: life.finished,
      finishedMinute: life.finishedMinute, returned: life.returned, ending: life.ending,
      waits: random.happens(15), channel: channel,
      isPaidOnline: random.happens(channel == .online ? 550 : 150),
      hasDigitalComponents: random.happens(700),
      hasDigitalResult: isFinished && random.happens(650),
      satisfaction: isFinished ? satisfaction() : 0,
      applicant: applicant(of: member, isFirm: procedure.isForFirms),
      officer: (member * 7 + random.below(3)) % PeopleNames.all.count)
  }

  /// The unit whose counter received a dossier, where that is another: since the reform any commune
  /// may take any dossier of the province.
  private mutating func receiver(of member: Int, on day: CalendarDay) -> Int? {
    guard let reform = units.calendar.reform, reform <= day,
      units.members[member].unit.level == .commune, random.happens(120)
    else { return nil }
    let receiver = random.pick(units.members(at: .commune, on: day))
    return receiver == member ? nil : receiver
  }

  private mutating func channel(
    for procedure: SampleProcedure, progress: Int
  ) -> Dossier.Channel {
    let draw = random.below(1000)
    if draw < 30 { return .postal }
    // Procedures of which only information stands online are asked for at the counter; the others
    // make up for them.
    let online = procedure.serviceLevel == .information ? 0 : 365 + 260 * progress / 1000
    return draw < 30 + online ? .online : .inPerson
  }

  private mutating func satisfaction() -> Int {
    guard random.happens(400) else { return 0 }
    let draw = random.below(100)
    return draw < 30 ? 1 : (draw < 97 ? 2 : 3)
  }

  private mutating func applicant(of member: Int, isFirm: Bool) -> Dossier.Applicant {
    let homes = units.members[member].homes
    return Dossier.Applicant(
      isFirm: isFirm, name: random.below(PeopleNames.all.count), number: random.below(10_000),
      phone: random.below(1000), home: homes.isEmpty ? -1 : random.pick(homes),
      hamlet: random.within(1...9))
  }
}

/// The hours of the counters: 7:30–11:30 and 13:00–17:00, on Saturdays the morning.
enum OfficeHours {
  /// Dossiers received later are due the working day after (Điều 7 NĐ 23/2015/NĐ-CP).
  static let lastForToday = 15 * 60

  /// Minutes since midnight of a row among those of a day, which come in even steps.
  static func minute(_ index: Int, of count: Int, on day: CalendarDay) -> Int {
    let worked = index * (WorkingDays.contain(day) ? 480 : 240) / max(count, 1)
    return (worked < 240 ? 7 * 60 + 30 : 9 * 60) + worked
  }
}
