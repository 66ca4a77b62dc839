import Administration
import DelimitedText
import Testing

/// What the catalogues that the program ships with say, and that they say the same.
@Suite struct ShippedCatalogueTests {
  @Test func `every catalogue is sound`() throws {
    let names = try ShippedCatalogue.names
    #expect(Set(names).isSuperset(of: ["tra-vinh", "vinh-long", "vinh-long-2025"]))
    for name in names { #expect(throws: Never.self) { try ShippedCatalogue.named(name) } }
  }

  /// A day of a catalogue, the codes that its units stand below, and how many there are of a kind.
  struct Count: CustomTestStringConvertible {
    var catalogue: String
    var day: String
    /// Of the province.
    var province: String
    var districts: Int
    var kinds: [String: Int]
    var testDescription: String { "\(province) in \(catalogue) on \(day)" }
  }

  private static let traVinh2021 = ["phường": 11, "thị trấn": 10, "xã": 85]
  private static let traVinh2025 = ["phường": 9, "thị trấn": 10, "xã": 85]
  private static let vinhLong2021 = ["phường": 14, "thị trấn": 6, "xã": 87]
  private static let vinhLong2025 = ["phường": 13, "thị trấn": 6, "xã": 83]
  private static let benTre = ["phường": 6, "thị trấn": 10, "xã": 132]

  @Test(arguments: [
    Count(
      catalogue: "tra-vinh", day: "2021-06-01", province: "84", districts: 9, kinds: traVinh2021),
    Count(
      catalogue: "tra-vinh", day: "2024-12-31", province: "84", districts: 9, kinds: traVinh2021),
    Count(
      catalogue: "tra-vinh", day: "2025-01-01", province: "84", districts: 9, kinds: traVinh2025),
    Count(
      catalogue: "vinh-long", day: "2021-06-01", province: "86", districts: 8, kinds: vinhLong2021),
    Count(
      catalogue: "vinh-long", day: "2024-10-31", province: "86", districts: 8, kinds: vinhLong2021),
    Count(
      catalogue: "vinh-long", day: "2024-11-01", province: "86", districts: 8, kinds: vinhLong2025),
    Count(
      catalogue: "vinh-long-2025", day: "2021-06-01", province: "84", districts: 9,
      kinds: traVinh2021),
    Count(
      catalogue: "vinh-long-2025", day: "2021-06-01", province: "86", districts: 8,
      kinds: vinhLong2021),
    Count(
      catalogue: "vinh-long-2025", day: "2025-06-30", province: "84", districts: 9,
      kinds: traVinh2025),
    Count(
      catalogue: "vinh-long-2025", day: "2025-06-30", province: "86", districts: 8,
      kinds: vinhLong2025),
    Count(
      catalogue: "vinh-long-2025", day: "2025-06-30", province: "83", districts: 9, kinds: benTre),
    Count(
      catalogue: "vinh-long-2025", day: "2025-07-01", province: "86", districts: 0,
      kinds: ["phường": 19, "xã": 105]),
  ])
  func `counts the units of a day`(count: Count) throws {
    let day = try #require(CalendarDay(count.day))
    let units = try ShippedCatalogue.named(count.catalogue).units(on: day)
    let districts = units.filter { $0.level == .district && $0.parent == count.province }
    #expect(districts.count == count.districts)
    let above = Set(districts.map(\.code) + [count.province])
    let communes = units.filter { $0.level == .commune && above.contains($0.parent) }
    #expect(Dictionary(grouping: communes, by: \.kind).mapValues(\.count) == count.kinds)
  }

  @Test func `every former unit has an heir among the units of today`() throws {
    let catalogue = try ShippedCatalogue.named("vinh-long-2025")
    let today = try #require(CalendarDay("2025-07-01"))
    let map = try #require(catalogue.map(during: DaySpan(first: today, last: today)))
    #expect(map.tree.units(at: .district).isEmpty)
    for (number, unit) in catalogue.entries.enumerated() {
      let place = try #require(map.number(ofEntry: number), "\(unit.code)")
      let heir = map.tree.units[place]
      #expect(unit.validTo == nil ? heir == unit : !unit.successors.isEmpty, "\(unit.code)")
      // What a district did itself is the province's now.
      #expect(heir.level == (unit.level == .district ? .province : unit.level), "\(unit.code)")
      #expect(unit.level != .district || heir.code == "86", "\(unit.code)")
      #expect(unit.code.contains("-") == heir.code.contains("-"), "\(unit.code)")
    }
  }

  @Test func `five communes were split and all others went over whole`() throws {
    let catalogue = try ShippedCatalogue.named("vinh-long-2025")
    let split = catalogue.entries.filter(\.isSplit)
    #expect(Set(split.map(\.code)) == ["29719", "29764", "29770", "29771", "29821"])
    for unit in split { #expect(unit.successors.count == 2, "\(unit.code)") }
    for code in ["29410", "29413", "29533", "29536"] {
      let entry = try #require(
        catalogue.entries(forCode: code).first {
          catalogue.entries[$0].validTo != nil
        })
      #expect(catalogue.entries[entry].successors == [Unit.Successor(code: code)])
    }
  }

  @Test func `nothing that lives today is called a district`() throws {
    let catalogue = try ShippedCatalogue.named("vinh-long-2025")
    for unit in catalogue.entries where unit.validTo == nil {
      for name in [unit.name, unit.kind] + unit.aliases {
        #expect(!FoldedText.of(name).split(separator: " ").contains("huyen"), "\(name)")
      }
    }
  }

  @Test(arguments: [("tra-vinh", "84"), ("vinh-long", "86")])
  func `a former province is the same in both of its catalogues`(
    name: String, province: String
  ) throws {
    let former = try ShippedCatalogue.named(name)
    let merged = try ShippedCatalogue.named("vinh-long-2025")
    for unit in former.entries {
      let twin = try #require(
        merged.entries.first {
          $0.code == unit.code && $0.validFrom == unit.validFrom && $0.validTo == unit.validTo
        }, "\(unit.code)")
      #expect(twin.name == unit.name && twin.kind == unit.kind && twin.level == unit.level)
      #expect(twin.parent == unit.parent && twin.agencyCodes == unit.agencyCodes)
      // In the merged catalogue a name of two provinces can be told apart by the province.
      #expect(Set(twin.aliases).isSuperset(of: unit.aliases), "\(unit.code)")
      #expect(unit.successors.isEmpty || unit.successors == twin.successors, "\(unit.code)")
    }
  }
}

/// The tables that the catalogues were made from say the same; only where they are at hand.
@Suite(
  .enabled(if: ShippedCatalogue.hasDomain, "the folder shared is not beside the checkout"))
struct DomainTableTests {
  private func table(_ name: String) throws -> [[String: String]] {
    let table = try SmallTable(path: "\(ShippedCatalogue.domain)/\(name)")
    return table.lines.map { line in
      Dictionary(zip(table.header, line.cells), uniquingKeysWith: { first, _ in first })
    }
  }

  @Test(arguments: [
    ("units-legacy-2021.csv", "tra-vinh", "84", "2021-06-01"),
    ("units-legacy-2021.csv", "vinh-long", "86", "2021-06-01"),
    ("units-legacy.csv", "tra-vinh", "84", "2025-01-04"),
    ("units-legacy.csv", "vinh-long", "86", "2025-01-04"),
    ("units-legacy.csv", "vinh-long-2025", "84", "2025-06-30"),
    ("units-legacy.csv", "vinh-long-2025", "86", "2025-06-30"),
    ("units-legacy-bentre.csv", "vinh-long-2025", "83", "2025-06-30"),
    ("units-2025.csv", "vinh-long-2025", "86", "2025-07-01"),
  ])
  func `names and codes are those of the table`(
    file: String, name: String, province: String, day: String
  ) throws {
    let rows = try table(file)
    let codes = Self.below(province, in: rows.map { ($0["code"] ?? "", $0["parent_code"] ?? "") })
    let expected = rows.filter { codes.contains($0["code"] ?? "") }.map {
      [$0["code"], $0["name"], $0["kind"], $0["parent_code"], $0["level"]].map { $0 ?? "" }
    }
    let living = try ShippedCatalogue.named(name).units(on: #require(CalendarDay(day)))
      .filter { !$0.code.contains("-") }
    let own = Self.below(province, in: living.map { ($0.code, $0.parent) })
    let found = living.filter { own.contains($0.code) }.map {
      [$0.code, $0.name, $0.kind, $0.parent, $0.level.rawValue]
    }
    #expect(!expected.isEmpty)
    #expect(Set(found) == Set(expected))
  }

  /// A unit and all below it.
  private static func below(
    _ code: String, in units: [(code: String, parent: String)]
  ) -> Set<String> {
    var codes: Set<String> = [code]
    while true {
      let more = codes.union(units.filter { codes.contains($0.parent) }.map(\.code))
      if more == codes { return codes }
      codes = more
    }
  }

  @Test func `every commune went to those of the table`() throws {
    let rows = try table("units-2025-map.csv")
    #expect(rows.count == 359)
    var heirs: [String: Set<String>] = [:]
    for row in rows { heirs[row["old_code"] ?? "", default: []].insert(row["new_code"] ?? "") }
    let day = try #require(CalendarDay("2025-06-30"))
    let units = try ShippedCatalogue.named("vinh-long-2025").units(on: day)
    let communes = units.filter { $0.level == .commune }
    let codes = communes.map { $0.code }
    #expect(Set(codes) == Set(heirs.keys))
    for unit in communes {
      let successors = unit.successors.map { $0.code }
      #expect(Set(successors) == heirs[unit.code])
    }
  }
}
