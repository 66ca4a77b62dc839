internal import Administration

/// The units of a sample: those of the catalogue that live on its last day, and where a province
/// took the place of others within its time those before that too.
struct UnitPool {
  /// A unit with the beginnings of its dossier codes.
  struct Member {
    var unit: Administration.Unit
    /// Place of its entry in the catalogue.
    var entry: Int
    /// `H59.951.09-`, as codes have begun since QĐ 20/2020/QĐ-TTg.
    var codeStart: [UInt8]
    /// `009.00.51.H59-`, as they began before (TT 01/2018/TT-VPCP).
    var oldCodeStart: [UInt8]
    /// Places in ``UnitPool/communes`` from which its applicants come; never empty where the
    /// province has communes.
    var homes: [Int]
  }

  /// A place where applicants live.
  struct Commune {
    /// "Ấp Mẫu " or "Khóm Mẫu ".
    var hamlet: String
    /// ", xã Long Đức, thành phố Trà Vinh".
    var rest: String
  }

  /// The units between two reforms.
  private struct Era {
    /// Its members' places in ``UnitPool/members``.
    var members: Range<Int>
    /// For every level members by their share, each as often as its weight.
    var shares: [[Int]]
    /// Those that use the document system.
    var office: [Int]
  }

  let members: [Member]
  let communes: [Commune]
  /// Name of the province: "Tỉnh Trà Vinh".
  let provinceName: String
  let catalogue: UnitCatalogue
  let calendar: SampleCalendar
  private let eras: [Era]
  /// For every member the one of the last era that took its place.
  private let heirs: [Int?]

  init(_ catalogue: UnitCatalogue) {
    self.catalogue = catalogue
    calendar = SampleCalendar(catalogue)
    let last = calendar.days.last
    let days = (calendar.reform.map { [$0.adding(-1)] } ?? []) + [last]
    var members: [Member] = []
    var communes: [Commune] = []
    var eras: [Era] = []
    for day in days {
      let tree = catalogue.tree(on: day)
      let start = members.count
      let communeNumbers = tree.units(at: .commune)
      let firstCommune = communes.count
      communes += communeNumbers.map { Self.commune(tree.units[$0]) }
      members += tree.units.indices.map { number in
        let area = Set(tree.area(of: number))
        let own = communeNumbers.indices.filter { area.contains(communeNumbers[$0]) }
        let homes = own.isEmpty ? Array(communeNumbers.indices) : own
        let unit = tree.units[number]
        return Member(
          unit: unit, entry: catalogue.entry(of: unit.code, on: day) ?? 0,
          codeStart: Self.codeStart(unit), oldCodeStart: Self.oldCodeStart(unit),
          homes: homes.map { $0 + firstCommune })
      }
      let shares = Level.allCases.map { level in
        tree.units(at: level).filter { !tree.units[$0].parent.isEmpty }.flatMap { number in
          [Int](repeating: start + number, count: Self.weight(of: tree.units[number]))
        }
      }
      eras.append(
        Era(
          members: start..<members.count, shares: shares,
          office: (start..<members.count).filter { Self.usesOffice(members[$0].unit) }))
    }
    let map = catalogue.map(during: DaySpan(first: last, last: last))
    let lastStart = eras.last?.members.lowerBound ?? 0
    heirs = members.map { member in map?.number(ofEntry: member.entry).map { lastStart + $0 } }
    provinceName = map?.tree.root.map { map?.tree.units[$0].name ?? "" } ?? ""
    self.members = members
    self.communes = communes
    self.eras = eras
  }

  var eraCount: Int { eras.count }

  func era(of day: CalendarDay) -> Int {
    guard let reform = calendar.reform, reform <= day else { return 0 }
    return 1
  }

  /// Members by their share; those of the communes where the level is no more.
  func members(at level: Level, on day: CalendarDay) -> [Int] {
    let own = members(at: level, era: era(of: day))
    return own.isEmpty ? members(at: .commune, era: era(of: day)) : own
  }

  func members(at level: Level, era: Int) -> [Int] { eras[era].shares[level.rank] }

  func hasMembers(at level: Level) -> Bool { eras.contains { !$0.shares[level.rank].isEmpty } }

  /// The member that took another's place; the member itself where none did.
  func heir(of member: Int) -> Int? { heirs[member] }

  /// The members of the same level whose place one of the last era took.
  func formers(of member: Int) -> [Int] {
    members.indices.filter {
      $0 != member && heirs[$0] == member && members[$0].unit.level == members[member].unit.level
    }
  }

  /// Whether a reform was less than a month ago.
  func isJustReformed(on day: CalendarDay) -> Bool {
    calendar.reform.map { $0 <= day && day < $0.adding(31) } ?? false
  }

  /// The unit that an export of a day names for another: for three months after a reform it still
  /// names the unit that is no more.
  func printed(_ member: Int, on day: CalendarDay) -> Int {
    guard let reform = calendar.reform, reform.adding(92) <= day else { return member }
    return heirs[member] ?? member
  }

  /// Whether a name without a code means several units on the last day.
  func isAmbiguous(_ name: String) -> Bool {
    let entries = catalogue.entries(forName: name).map { catalogue.entries[$0] }
    guard calendar.reform != nil else { return entries.count > 1 }
    let last = calendar.days.last
    let codes = Set(entries.filter { $0.validTo == calendar.reform?.adding(-1) }.map(\.code))
    return codes.count > 1 && !entries.contains { $0.isAlive(on: last) }
  }

  /// Units that use the document system.
  func officeMembers(on day: CalendarDay) -> [Int] { eras[era(of: day)].office }

  func usesOffice(_ member: Int) -> Bool { Self.usesOffice(members[member].unit) }

  /// All above the communes, and the communes of towns.
  private static func usesOffice(_ unit: Administration.Unit) -> Bool {
    unit.level == .commune ? unit.kind != "xã" : !unit.parent.isEmpty
  }

  private static func weight(of unit: Administration.Unit) -> Int {
    switch unit.kind {
    case "thành phố": 5
    case "phường", "thị trấn": 4
    case "thị xã": 3
    default: 2
    }
  }

  /// The first identifier code, else the unit's own code.
  static func identifier(of unit: Administration.Unit) -> String {
    unit.agencyCodes.first ?? unit.code
  }

  private static func codeStart(_ unit: Administration.Unit) -> [UInt8] {
    Array("\(identifier(of: unit))-".utf8)
  }

  private static func oldCodeStart(_ unit: Administration.Unit) -> [UInt8] {
    let parts = identifier(of: unit).split(separator: ".")
    guard parts.count == 2 || parts.count == 3, parts[1].count >= 2 else {
      return codeStart(unit)
    }
    let third = parts.count == 3 ? "0\(parts[2])" : "000"
    return Array("\(third).00.\(parts[1].suffix(2)).\(parts[0])-".utf8)
  }

  private static func commune(_ unit: Administration.Unit) -> Commune {
    let name = unit.aliases.first { $0.contains(", ") } ?? unit.name
    return Commune(
      hamlet: unit.kind == "xã" ? "Ấp Mẫu " : "Khóm Mẫu ", rest: ", \(name.withSmallInitial)")
  }
}

extension String {
  /// The text with its first letter small: "xã Long Đức".
  var withSmallInitial: String { prefix(1).lowercased() + dropFirst() }
}
