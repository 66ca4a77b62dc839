internal import Administration

/// The units of a sample: those of the catalogue that live on its last day.
struct UnitPool {
  /// A unit with the beginnings of its dossier codes.
  struct Member {
    var unit: Administration.Unit
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

  let members: [Member]
  let communes: [Commune]
  /// Name of the province: "Tỉnh Trà Vinh".
  let provinceName: String
  let catalogue: UnitCatalogue
  /// For every level members by their share, each as often as its weight.
  private let shares: [[Int]]

  init(_ catalogue: UnitCatalogue) {
    self.catalogue = catalogue
    let day = SampleCalendar.days.last
    let tree = catalogue.tree(during: DaySpan(first: day, last: day))
    provinceName = tree.root.map { tree.units[$0].name } ?? ""
    let communeNumbers = tree.units(at: .commune)
    communes = communeNumbers.map { Self.commune(tree.units[$0]) }
    members = tree.units.indices.map { number in
      let area = Set(tree.area(of: number))
      let own = communeNumbers.indices.filter { area.contains(communeNumbers[$0]) }
      let unit = tree.units[number]
      return Member(
        unit: unit, codeStart: Self.codeStart(unit), oldCodeStart: Self.oldCodeStart(unit),
        homes: own.isEmpty ? Array(communeNumbers.indices) : own)
    }
    let root = tree.root
    shares = Level.allCases.map { level in
      tree.units(at: level).filter { $0 != root }.flatMap { number in
        [Int](repeating: number, count: Self.weight(of: tree.units[number]))
      }
    }
  }

  func members(at level: Level) -> [Int] { shares[level.rank] }

  /// Units that use the document system: all above the communes, and the communes of towns.
  var officeMembers: [Int] {
    members.indices.filter { number in
      let unit = members[number].unit
      return unit.level == .commune ? unit.kind != "xã" : !unit.parent.isEmpty
    }
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
