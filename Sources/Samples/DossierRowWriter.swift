internal import Administration
internal import DelimitedText

/// Writes dossiers as rows of one export, from pieces that were put into cells once.
struct DossierRowWriter {
  let dress: FileDress
  let columns: [DossierField]
  private let procedures: [ProcedureCells]
  private let units: [UnitCells]
  private let homes: [HomeCell]
  private let days: DayTexts
  private let words: DossierWords
  private let officers: [[UInt8]]
  private let pool: UnitPool

  /// The cells of a procedure.
  private struct ProcedureCells {
    var code: [UInt8]
    var name: [UInt8]
    var field: [UInt8]
    var fee: [UInt8]
    var isCharged: Bool
    /// Place in ``DossierWords/serviceLevel``.
    var serviceLevel: Int
  }

  /// The cells of a unit and the beginnings of its dossier codes.
  private struct UnitCells {
    var code: [UInt8]
    var name: [UInt8]
    var codeStart: [UInt8]
    /// Those of the days before ``SampleCalendar/newCodes``.
    var oldCodeStart: [UInt8]
  }

  /// What stands before and behind the number of the hamlet.
  private struct HomeCell {
    var start: [UInt8]
    var end: [UInt8]
  }

  init(_ dress: DossierDress, units pool: UnitPool, procedures: ProcedurePool) {
    let file = dress.file
    self.dress = file
    columns = dress.columns
    days = DayTexts(file.dates, in: pool.calendar)
    self.pool = pool
    words = DossierWords(dress: dress.headers)
    officers = PeopleNames.all.map { Array($0.utf8) }
    self.procedures = procedures.procedures.map { procedure in
      ProcedureCells(
        code: file.cell(procedure.code), name: file.cell(procedure.name),
        field: file.cell(procedure.field), fee: file.cell(dress.fees.text(of: procedure.fee)),
        isCharged: procedure.fee > 0,
        serviceLevel: SampleProcedure.ServiceLevel.allCases.firstIndex(of: procedure.serviceLevel)
          ?? 0)
    }
    units = pool.members.enumerated().map { number, member in
      UnitCells(
        code: file.cell(dress.units.code(of: member.unit, number: number)),
        name: file.cell(dress.units.name(of: member.unit, in: pool.catalogue)),
        codeStart: member.codeStart,
        oldCodeStart: member.unit.level == .commune ? member.codeStart : member.oldCodeStart)
    }
    homes = pool.communes.map { commune in
      let isQuoted = file.cell(commune.rest).count > commune.rest.utf8.count
      let quote = isQuoted ? "\"" : ""
      return HomeCell(
        start: Array("\(quote)\(commune.hamlet)".utf8), end: Array("\(commune.rest)\(quote)".utf8))
    }
  }

  /// Adds the row of a dossier as it stood on the evening of a day, with its line end.
  func append(_ dossier: Dossier, order: Int, on day: CalendarDay, to bytes: inout [UInt8]) {
    let state = dossier.state(on: day)
    var isFirst = true
    for column in columns {
      if !isFirst { bytes.append(dress.delimiter) }
      isFirst = false
      append(column, of: dossier, state: state, order: order, on: day, to: &bytes)
    }
    bytes.append(contentsOf: dress.lineEndBytes)
  }

  /// The cells of a row one by one, as they stand in the file.
  func cells(of dossier: Dossier, order: Int, on day: CalendarDay) -> [[UInt8]] {
    let state = dossier.state(on: day)
    return columns.map { column in
      var bytes: [UInt8] = []
      append(column, of: dossier, state: state, order: order, on: day, to: &bytes)
      return bytes
    }
  }

  private func append(
    _ column: DossierField, of dossier: Dossier, state: Dossier.State, order: Int,
    on day: CalendarDay, to bytes: inout [UInt8]
  ) {
    let isEnded = state == .ready || state == .returned || state == .withdrawn
    switch column {
    case .order: bytes.append(number: order)
    case .code: appendCode(of: dossier, to: &bytes)
    case .procedure: bytes.append(contentsOf: procedures[dossier.procedure].code)
    case .procedureName: bytes.append(contentsOf: procedures[dossier.procedure].name)
    case .field: bytes.append(contentsOf: procedures[dossier.procedure].field)
    case .agencyCode: bytes.append(contentsOf: units[pool.printed(dossier.member, on: day)].code)
    case .agencyName: bytes.append(contentsOf: units[pool.printed(dossier.member, on: day)].name)
    case .receivingCode: bytes.append(contentsOf: units[receiver(of: dossier, on: day)].code)
    case .receivingName: bytes.append(contentsOf: units[receiver(of: dossier, on: day)].name)
    case .applicant: appendName(of: dossier.applicant, to: &bytes)
    case .phone:
      bytes.append(text: "0900 000 ")
      bytes.append(number: dossier.applicant.phone, width: 3)
    case .address: appendAddress(of: dossier.applicant, to: &bytes)
    case .channel: bytes.append(contentsOf: words.channel[dossier.channel.rawValue])
    case .serviceLevel:
      bytes.append(contentsOf: words.serviceLevel[procedures[dossier.procedure].serviceLevel])
    case .received:
      days.append(
        dossier.received, minute: dossier.receivedMinute, second: dossier.number * 7 % 60,
        to: &bytes)
    case .due:
      if let due = dossier.due { days.append(due, minute: 17 * 60, second: 0, to: &bytes) }
    case .finished:
      if isEnded, let day = dossier.finished {
        days.append(
          day, minute: dossier.finishedMinute, second: dossier.number * 11 % 60, to: &bytes)
      }
    case .returned:
      if state == .returned, let day = dossier.returned {
        days.append(day, minute: 17 * 60, second: dossier.number * 13 % 60, to: &bytes)
      }
    case .status: bytes.append(contentsOf: words.state[state.rawValue])
    case .fee: bytes.append(contentsOf: procedures[dossier.procedure].fee)
    case .payment:
      if procedures[dossier.procedure].isCharged {
        bytes.append(contentsOf: words.payment[dossier.isPaidOnline ? 0 : 1])
      }
    case .components:
      bytes.append(contentsOf: words.digitised[dossier.hasDigitalComponents ? 0 : 1])
    case .result:
      if isEnded, dossier.ending == .finished {
        bytes.append(contentsOf: words.digitised[dossier.hasDigitalResult ? 0 : 1])
      }
    case .satisfaction:
      if isEnded { bytes.append(contentsOf: words.satisfaction[dossier.satisfaction]) }
    case .officer:
      if state.rawValue < Dossier.State.returned.rawValue {
        bytes.append(contentsOf: officers[dossier.officer])
      }
    }
  }

  private func receiver(of dossier: Dossier, on day: CalendarDay) -> Int {
    pool.printed(dossier.receiver ?? dossier.member, on: day)
  }

  private func appendCode(of dossier: Dossier, to bytes: inout [UInt8]) {
    let unit = units[dossier.member]
    let isOld = dossier.received < pool.calendar.newCodes
    bytes.append(contentsOf: isOld ? unit.oldCodeStart : unit.codeStart)
    let date = dossier.received.date
    bytes.appendTwoDigits(date.year % 100)
    bytes.appendTwoDigits(date.month)
    bytes.appendTwoDigits(date.day)
    bytes.append(0x2D)
    bytes.append(number: dossier.number, width: 4)
  }

  private func appendName(of applicant: Dossier.Applicant, to bytes: inout [UInt8]) {
    let names = applicant.isFirm ? PeopleNames.companies : PeopleNames.bytes
    bytes.append(contentsOf: names[applicant.name % names.count])
    bytes.append(number: applicant.number, width: 4)
  }

  private func appendAddress(of applicant: Dossier.Applicant, to bytes: inout [UInt8]) {
    guard homes.indices.contains(applicant.home) else { return }
    bytes.append(contentsOf: homes[applicant.home].start)
    bytes.append(number: applicant.hamlet)
    bytes.append(contentsOf: homes[applicant.home].end)
  }
}
