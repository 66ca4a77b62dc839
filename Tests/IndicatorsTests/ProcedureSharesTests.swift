import Administration
import DataFiles
import Foundation
import Indicators
import Intake
import Registers
import Testing
import TestSupport

/// Shares of procedures: from the list and the dossiers to the figures of units and scopes.
@Suite struct ProcedureSharesTests {
  private let scratch: ScratchFolder
  private static let days = ReportingCalendar.months.days(
    of: Period(year: 2023, part: .quarter(2)))

  init() throws { scratch = try ScratchFolder() }

  private static let units = UnitCatalogue(entries: [
    Unit(code: "8", name: "Tỉnh T", kind: "tỉnh", level: .province, parent: ""),
    Unit(code: "8-S", name: "Sở S", kind: "sở", level: .province, parent: "8"),
    Unit(code: "81", name: "Huyện H", kind: "huyện", level: .district, parent: "8"),
    Unit(code: "811", name: "Xã A", kind: "xã", level: .commune, parent: "81"),
    Unit(code: "812", name: "Xã B", kind: "xã", level: .commune, parent: "81"),
    Unit(code: "82", name: "Huyện K", kind: "huyện", level: .district, parent: "8"),
    Unit(code: "821", name: "Xã C", kind: "xã", level: .commune, parent: "82"),
  ])

  private static let catalogue = """
    indicators:
      - {id: online, name: O, area: A, unit: "%", kind: procedures, better: higher, roll-up: distinct, with-dossiers: {intake: received, channel: online}, among: {serviceLevel: [full, partial]}}
      - {id: paid, name: P, area: A, unit: "%", kind: procedures, better: higher, roll-up: distinct, with-dossiers: {intake: received, fee: charged, paymentChannel: online}, among: {feeRequired: "yes"}}
    """
  private static let listProfile = """
    columns: {procedure: Mã, procedureName: Tên, level: Cấp, serviceLevel: Mức, feeRequired: Phí}
    values:
      level: {tinh: Tỉnh, huyen: Huyện, xa: Xã}
      serviceLevel: {full: Toàn trình, partial: Một phần, information: Thông tin}
      feeRequired: {"yes": Có, "no": Không}
    """
  private static let dossierProfile = """
    columns: {code: a, procedure: p, agencyCode: u, receivedAt: r, channel: c, fee: f, paymentChannel: t}
    values:
      channel: {online: o, in-person: d}
      paymentChannel: {online: o, in-person: d}
    dates: [yyyy-MM-dd]
    """

  private func file(_ name: String, _ lines: [String]) throws -> Source.File {
    let path = scratch.path(name)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
    return Source.File(path: path, name: name)
  }

  private func registers(_ list: [String]) throws -> RegisterIntake {
    let profile = try RegisterProfile(
      DataNode(text: Self.listProfile, name: "l.yaml"), kind: .procedures)
    let file = try file("l.csv", ["Mã,Tên,Cấp,Mức,Phí"] + list)
    return try RegisterIntake(
      [RegisterSource(profile: profile, files: [file])], units: Self.units, calendar: .months,
      days: Self.days)
  }

  private func read(_ dossiers: [String]) async throws -> (IndicatorCatalogue, KindIntake) {
    let catalogue = try IndicatorCatalogue(
      [DataNode(text: Self.catalogue, name: "c.yaml")], documents: [])
    let profile = try SourceProfile(
      DataNode(text: Self.dossierProfile, name: "p.yaml"), kind: .dossiers)
    let file = try file("d.csv", ["a,p,u,r,c,f,t"] + dossiers)
    let intake = try await SourceIntake(
      kind: .dossiers, sources: [Source(profile: profile, files: [file])],
      catalogue: Self.units, days: Self.days, rules: CountingRules(),
      progress: ReadingProgress(), procedureMarks: catalogue.procedureMarks
    ).read()
    return (catalogue, intake)
  }

  /// Numerator and denominator of `online` (or another) for a unit and scope, as "1/2".
  private func shares(
    _ list: [String], _ dossiers: [String]
  ) async throws
    -> (String, Scope, Int) -> String
  {
    let (catalogue, intake) = try await read(dossiers)
    let map = try #require(Self.units.map(during: Self.days))
    let table = FigureTable(
      catalogue: catalogue, map: map, intake: [intake],
      registers: try registers(list), until: Self.days.last)
    return { unit, scope, indicator in
      guard let number = map.tree.number(of: unit) else { return "" }
      let part = table.parts(scope, of: number)[indicator]
      return "\(part.numerator)/\(part.denominator ?? -1)"
    }
  }

  private static let list = [
    "1.000001.000.00.00.H59,Một,Tỉnh,Toàn trình,Có", "1.000002,Hai,Huyện,Một phần,Có",
    "1.000003,Ba,Xã,Toàn trình,Không", "1.000004,Bốn,Xã,Một phần,Có",
    "1.000005,Năm,Xã,Thông tin,Có",
    "1.000006,Sáu,\"Huyện, Xã\",Toàn trình,Không",
  ]

  @Test func `a procedure counts once in every scope and only for the levels of the scope`()
    async throws
  {
    let share = try await shares(
      Self.list,
      [
        "1,1.000003.000.00.00.H59,811,2023-04-03,o,,", "2,1.000003,811,2023-04-04,o,,",
        "3,1.000003,812,2023-04-03,o,,", "4,1.000004,812,2023-04-03,o,,",
        "5,1.000002,81,2023-04-03,o,,", "6,1.000006,821,2023-04-03,o,,",
        // A commune that received one of the district: in the area of the district alone.
        "7,1.000002,821,2023-04-03,o,,", "8,1.000001,8-S,2023-04-03,d,,",
      ])
    #expect(share("811", .own, 0) == "1/3")
    #expect(share("812", .area, 0) == "2/3")
    #expect(share("81", .own, 0) == "1/2")
    #expect(share("81", .area, 0) == "3/4")
    #expect(share("821", .own, 0) == "1/3")
    #expect(share("82", .own, 0) == "0/2")
    #expect(share("82", .area, 0) == "2/4")
    #expect(share("8-S", .area, 0) == "0/1")
    #expect(share("8", .level(.commune), 0) == "3/3")
    #expect(share("8", .level(.district), 0) == "1/2")
    #expect(share("8", .level(.province), 0) == "0/1")
    #expect(share("8", .area, 0) == "4/5")
  }

  @Test func `paid online is a dossier of the period with a fee, of a procedure with a fee`()
    async throws
  {
    let share = try await shares(
      Self.list,
      [
        "1,1.000004,811,2023-04-03,d,20000,o", "2,1.000005,811,2023-04-03,d,0,o",
        "3,1.000005,811,2023-03-31,d,20000,o", "4,1.000003,811,2023-04-03,d,20000,o",
        "5,1.000005,812,2023-04-03,o,20000,d",
      ])
    #expect(share("811", .own, 1) == "1/2")
    #expect(share("812", .own, 1) == "0/2")
    #expect(share("8", .area, 1) == "1/4")
  }

  @Test func `procedures are found by name where dossiers have no codes`() async throws {
    let share = try await shares(Self.list, ["1,BA,811,2023-04-03,o,,"])
    #expect(share("811", .own, 0) == "1/3")
  }

  @Test func `a code that the list lacks is warned of once with its first place`() async throws {
    let (_, intake) = try await read([
      "1,1.000003,811,2023-04-03,o,,", "2,1.999999.000.00.00.H59,811,2023-04-03,o,,",
      "3,1.999999,812,2023-04-03,d,,", "4,2.999999,812,2023-08-03,d,,", "5,,812,2023-04-03,d,,",
    ])
    let use = try #require(intake.procedures)
    let warnings = ProcedureList(try registers(Self.list).procedures).warnings(of: use)
    #expect(warnings.map(\.text) == ["1.999999"])
    #expect(warnings.map(\.warning) == [.unknownProcedure])
    #expect(warnings.map(\.count) == [2])
    #expect(warnings.map(\.line) == [3])
    #expect(ProcedureList(try registers([]).procedures).warnings(of: use).isEmpty)
  }

  @Test func `departments share the list of their level, so nothing is held against them`()
    async throws
  {
    let (catalogue, intake) = try await read(["1,1.000001,8-S,2023-04-03,o,,"])
    let map = try #require(Self.units.map(during: Self.days))
    let period = Period(year: 2023, part: .quarter(2))
    let set = FigureSet(
      catalogue: catalogue,
      table: FigureTable(
        catalogue: catalogue, map: map, intake: [intake],
        registers: try registers(Self.list), until: Self.days.last),
      typed: TypedFigures(), period: period,
      rules: TargetRules(province: "t", period: period, day: Self.days.last),
      previous: PastFigures(period: nil), yearAgo: PastFigures(period: nil))
    let isOfUnit = { (unit: String, scope: Scope) in
      map.tree.number(of: unit).flatMap { set.figures(of: $0, scope).first?.isOfUnit }
    }
    #expect(isOfUnit("8-S", .area) == false)
    #expect(isOfUnit("8", .own) == false)
    for unit in ["8", "81", "811"] { #expect(isOfUnit(unit, .area) == true) }
    #expect(isOfUnit("8", .level(.province)) == true)
  }

  @Test(arguments: 0..<30)
  func `the sets of an area are those of its units together, however dossiers are split`(
    seed: UInt64
  ) async throws {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<80).map { number in
      let code = Int.random(in: 1...8, using: &random)
      let unit = Self.units.entries.map(\.code).randomElement(using: &random) ?? ""
      let channel = ["o", "d"].randomElement(using: &random) ?? ""
      return (
        unit: unit, code: code, isOnline: channel == "o",
        row: "\(number),1.00000\(code),\(unit),2023-05-03,\(channel),,"
      )
    }
    let share = try await shares(Self.list, rows.shuffled(using: &random).map(\.row))
    let online = { (units: Set<String>, cases: Set<Int>) in
      let codes = Set(rows.filter { $0.isOnline && units.contains($0.unit) }.map(\.code))
      return "\(codes.intersection(cases).count)/\(cases.count)"
    }
    #expect(share("8", .area, 0) == online(Set(Self.units.entries.map(\.code)), [1, 2, 3, 4, 6]))
    #expect(share("81", .area, 0) == online(["81", "811", "812"], [2, 3, 4, 6]))
    #expect(share("8", .level(.commune), 0) == online(["811", "812", "821"], [3, 4, 6]))
    #expect(share("812", .own, 0) == online(["812"], [3, 4, 6]))
  }
}
