internal import Administration

/// Writes the exports of one iOffice list; all of them as they stood on the last day of the
/// sample.
struct OfficeExports<Rows: OfficeRows> {
  private let rows: Rows
  private let count: Int
  private let units: UnitPool
  private let seed: UInt64

  init(_ rows: Rows, count: Int, units: UnitPool, seed: UInt64) {
    self.rows = rows
    self.count = count
    self.units = units
    self.seed = seed
  }

  /// Writes the files, and says where the planted rows stand.
  func write(to folder: String) throws(SampleError) -> [OddPlace] {
    guard units.members.indices.contains(where: units.usesOffice) else { return [] }
    // At most one row in 200 is spoilt.
    let planted = Rows.planted.prefix(count / 200)
    let shares = DayShares(rows: count - planted.count, in: units.calendar)
    var random = SplitMix(seed: seed, stream: Rows.stream)
    var numbers = OfficeNumbers(members: units.members.count)
    var places: [OddPlace] = []
    for (index, period) in Rows.periods(in: units.calendar).enumerated() {
      var entries: [OfficeEntry] = []
      let days = SampleCalendar.span(of: period)
      for number in days.first.number...days.last.number {
        let day = CalendarDay(number: number)
        let members = units.officeMembers(on: day)
        for _ in 0..<shares.rows(on: day) {
          entries.append(numbers.entry(on: day, member: random.pick(members)))
        }
      }
      let faults = planted.filter { $0.file == index }.map(\.fault)
      // The spoilt rows stand in even steps between the others.
      for (number, fault) in faults.enumerated().reversed() {
        let place = (number + 1) * entries.count / (faults.count + 1)
        let day = entries.isEmpty ? days.first : entries[min(place, entries.count - 1)].day
        var entry = numbers.entry(
          on: day, member: random.pick(units.officeMembers(on: day)))
        entry.fault = fault
        entries.insert(entry, at: place)
      }
      let dress = OfficeDress.all[index % OfficeDress.all.count]
      let name = OfficeFiles.name(Rows.fileStart, period)
      places += try write(entries, dress: dress, name: name, to: folder, random: &random)
    }
    return places
  }

  private func write(
    _ entries: [OfficeEntry], dress: OfficeDress, name: String, to folder: String,
    random: inout SplitMix
  ) throws(SampleError) -> [OddPlace] {
    let context = OfficeContext(units: units, form: dress.file.dates, naming: dress.units)
    var file = try ExportFile(name: name, in: folder, hasMark: dress.file.hasMark)
    var places: [OddPlace] = []
    dress.file.append(row: Rows.columns.map(\.header), to: &file.bytes)
    try file.endRow()
    for entry in entries {
      var cells = rows.cells(of: entry, in: context, random: &random)
      if let fault = entry.fault {
        fault.spoil(&cells, Rows.columns)
        places.append(
          OddPlace(file: name, line: file.line, rejection: fault.rejection, text: fault.text))
      }
      dress.file.append(row: cells, to: &file.bytes)
      try file.endRow()
    }
    try file.close()
    return places
  }
}

/// Counts the numbers of every unit, from 1 in every year.
private struct OfficeNumbers {
  private var last: [Int]
  private var year = 0

  init(members: Int) { last = [Int](repeating: 0, count: members) }

  mutating func entry(on day: CalendarDay, member: Int) -> OfficeEntry {
    if day.date.year != year {
      year = day.date.year
      for index in last.indices { last[index] = 0 }
    }
    last[member] += 1
    return OfficeEntry(day: day, member: member, number: last[member])
  }
}

/// How one iOffice export looks.
struct OfficeDress {
  var file: FileDress
  var units: UnitNaming

  /// Taken in turn by the files of a list.
  static let all = [
    OfficeDress(file: .comma(mark: true, .crlf, .day), units: .ownCode),
    OfficeDress(file: .semicolon(mark: true, .crlf, .minutes), units: .identifier),
    OfficeDress(
      file: .comma(mark: false, .lf, .day), units: .name(.short, hasCodeColumn: true)),
    OfficeDress(file: .tab(mark: false, .lf, .iso), units: .mixedCodes),
    OfficeDress(file: .comma(mark: true, .crlf, .day), units: .ownCode),
  ]
}

/// Where the iOffice exports stand.
enum OfficeFiles {
  static let folder = "exports/ioffice"

  static func name(_ start: String, _ period: Period) -> String {
    "\(folder)/\(start)-\(period.text).csv"
  }
}
