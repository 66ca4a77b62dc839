import Administration
import DataFiles
import Foundation
import Indicators
import Intake
import Registers
import Testing
import TestSupport

/// Figures where some exports tell who received a dossier, over random exports.
@Suite struct ReceiverFiguresTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let units = UnitCatalogue(entries: [
    Unit(code: "8", name: "Tỉnh T", kind: "tỉnh", level: .province, parent: ""),
    Unit(code: "8-S", name: "Sở S", kind: "sở", level: .province, parent: "8"),
    Unit(code: "811", name: "Xã A", kind: "xã", level: .commune, parent: "8"),
    Unit(code: "812", name: "Xã B", kind: "xã", level: .commune, parent: "8"),
    Unit(code: "813", name: "Xã C", kind: "xã", level: .commune, parent: "8"),
  ])

  private static let profile = """
    columns: {code: a, field: f, agencyCode: u, receivingAgencyCode: v, receivedAt: r, dueAt: d, finishedAt: e, status: s, channel: c}
    values:
      status: {withdrawn: [w], waiting: [h], refused: [x]}
      channel: {online: [o], in-person: [p]}
    dates: [yyyy-MM-dd]
    """

  private static let catalogue = """
    indicators:
      - {id: received, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {intake: received}}
      - {id: carried, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {intake: carried-over}}
      - {id: resolved, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {outcome: [early, on-time, late]}}
      - {id: pending, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {outcome: [pending-in-time, pending-overdue]}}
      - {id: online, name: A, area: A, unit: "%", kind: dossiers, counted-at: receiving, better: higher, roll-up: parts, numerator: {intake: received, channel: online}, denominator: {intake: received}}
      - {id: people, name: A, area: A, unit: n, kind: dossiers, counted-at: receiving, better: higher, roll-up: parts, numerator: {intake: received}, per: staff}
      - {id: counter, name: A, area: A, unit: hồ sơ, kind: dossiers, counted-at: receiving, needs: receiving-agency, better: neither, roll-up: sum, numerator: {intake: received}}
    """

  private struct Case {
    var catalogue: IndicatorCatalogue
    var map: UnitMap
    var days: DaySpan
    var with: KindIntake
    var without: KindIntake
    var registers: RegisterIntake

    func table(_ intake: KindIntake) -> FigureTable {
      FigureTable(
        catalogue: catalogue, map: map, intake: [intake], registers: registers, until: days.last)
    }
  }

  private func example(seed: UInt64) async throws -> Case {
    var random = SeededGenerator(seed: seed)
    let start = try #require(CalendarDay(year: 2025, month: 7, day: 1))
    var files = ["", ""]
    for number in 0..<300 {
      let received = start.adding(Int.random(in: -90...120, using: &random))
      let due = received.adding(Int.random(in: 0...40, using: &random))
      let finish = received.adding(Int.random(in: 0...60, using: &random))
      let codes = Self.units.entries.map(\.code)
      let cells: [String] = [
        "\(number % 250)", ["Đất đai", "Hộ tịch", ""].randomElement(using: &random) ?? "",
        codes.randomElement(using: &random) ?? "", received.iso,
        Bool.random(using: &random) ? due.iso : "", Bool.random(using: &random) ? finish.iso : "",
        ["", "", "w", "h", "x"].randomElement(using: &random) ?? "",
        ["o", "p", ""].randomElement(using: &random) ?? "",
        (codes + ["", "?"]).randomElement(using: &random) ?? "",
      ]
      files[number % 2] += cells.joined(separator: ",") + "\n"
    }
    let days = DaySpan(first: start, last: start.adding(91))
    let heads = ["a,f,u,r,d,e,s,c,v\n", "a,f,u,r,d,e,s,c,x\n"]
    // Of the second reading no file tells who received a dossier.
    let with = try await read([heads[0] + files[0], heads[1] + files[1]], days)
    let without = try await read([heads[1] + files[0], heads[1] + files[1]], days)
    #expect(with.received != nil)
    #expect(without.received == nil)
    let catalogue = try IndicatorCatalogue(
      [DataNode(text: Self.catalogue, name: "c.yaml")], documents: [])
    return Case(
      catalogue: catalogue, map: try #require(Self.units.map(during: days)), days: days,
      with: with, without: without, registers: try registers(days))
  }

  private func read(_ files: [String], _ days: DaySpan) async throws -> KindIntake {
    let list = try files.enumerated().map { number, text in
      let path = scratch.path("\(number).csv")
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return Source.File(path: path, name: "\(number).csv")
    }
    let profile = try SourceProfile(
      DataNode(text: Self.profile, name: "p.yaml"), kind: .dossiers)
    return try await SourceIntake(
      kind: .dossiers, sources: [Source(profile: profile, files: list)], catalogue: Self.units,
      days: days, rules: CountingRules(), progress: ReadingProgress(), keepsRows: true
    ).read()
  }

  /// Two people at the counter of one commune.
  private func registers(_ days: DaySpan) throws -> RegisterIntake {
    let path = scratch.path("staff.csv")
    try Data("u,n\n811,2\n".utf8).write(to: URL(fileURLWithPath: path))
    let profile = try RegisterProfile(
      DataNode(text: "columns: {agencyCode: u, count: n}", name: "s.yaml"), kind: .staff)
    return try RegisterIntake(
      [RegisterSource(profile: profile, files: [.init(path: path, name: "staff.csv")])],
      units: Self.units, calendar: .months, days: days)
  }

  @Test(arguments: 0..<40)
  func `what the province has in all does not depend on who received it`(
    seed: UInt64
  ) async throws {
    let example = try await example(seed: seed)
    let with = example.table(example.with)
    let without = example.table(example.without)
    #expect(without.indicators.map(\.id) == with.indicators.map(\.id).filter { $0 != "counter" })
    let root = try #require(with.tree.root)
    let sums = with.parts(.area, of: root)
    #expect(without.parts(.area, of: root) == Array(sums.dropLast()))
    #expect(sums[6].numerator == sums[0].numerator)
    let all = Array(with.tree.units.indices)
    let names = with.subjects(of: all).map(\.name)
    #expect(without.subjects(of: all).map(\.name) == names)
    #expect(
      without.subjects(of: all).map(\.parts)
        == with.subjects(of: all).map { Array($0.parts.dropLast()) })
  }

  @Test(arguments: 0..<40)
  func `the balance holds for every unit and field, and stays with who resolves`(
    seed: UInt64
  ) async throws {
    let example = try await example(seed: seed)
    let with = example.table(example.with)
    let without = example.table(example.without)
    for unit in with.tree.units.indices {
      let rows = [with.parts(.own, of: unit)] + with.subjects(of: [unit]).map(\.parts)
      for parts in rows {
        let counts = parts.map(\.numerator)
        #expect(counts[0] + counts[1] == counts[2] + counts[3])
        #expect(parts[4].denominator == counts[6])
        #expect(counts[5] == counts[6])
      }
      #expect(with.parts(.own, of: unit).prefix(4) == without.parts(.own, of: unit).prefix(4))
    }
  }

  @Test(arguments: 0..<20)
  func `the rows behind every figure are those of the unit that it counts for`(
    seed: UInt64
  ) async throws {
    let example = try await example(seed: seed)
    for intake in [example.with, example.without] {
      let table = example.table(intake)
      let period = Period(year: 2025, part: .quarter(3))
      let figures = FigureSet(
        catalogue: example.catalogue, table: table, typed: TypedFigures(), period: period,
        rules: TargetRules(province: "t", period: period, day: example.days.last),
        previous: PastFigures(period: nil), yearAgo: PastFigures(period: nil))
      let search = EvidenceSearch(
        figures: figures, intake: [intake], registers: example.registers, map: example.map,
        day: example.days.last)
      for unit in table.tree.units.indices {
        for figure in figures.figures(of: unit, .own) {
          let evidence = search.evidence(of: figure.indicator, unit: unit, .own)
          #expect(evidence.sums.numerator == figure.part?.numerator)
          if let denominator = figure.part?.denominator {
            #expect(evidence.sums.denominator == denominator)
          }
          let isReceiving = figure.indicator.countedAt == .receiving
          #expect(evidence.isByReceiver == (isReceiving && intake.received != nil))
        }
      }
    }
  }

  @Test(arguments: [
    "kind: dossiers, counted-at: here, numerator: {intake: received}",
    "kind: dossiers, needs: receiving-agency, numerator: {intake: received}",
    "kind: dossiers, counted-at: receiving, needs: staff, numerator: {intake: received}",
    "kind: dossiers, counted-at: resolving, needs: receiving-agency, numerator: {intake: received}",
    "kind: tasks, counted-at: receiving, numerator: {open: overdue}",
    "kind: indicator-values, counted-at: receiving",
  ])
  func `a place that means nothing is refused`(entry: String) {
    let text =
      "indicators:\n  - {id: x, name: X, area: A, unit: n, better: neither, roll-up: sum, \(entry)}"
    #expect(throws: DataFileError.self) {
      try IndicatorCatalogue([DataNode(text: text, name: "c.yaml")], documents: [])
    }
  }

  @Test func `the place is part of a definition only where exports tell it`() throws {
    let catalogue = { (text: String) in
      try IndicatorCatalogue([DataNode(text: text, name: "c.yaml")], documents: [])
    }
    let with = try catalogue(Self.catalogue)
    let without = try catalogue(
      Self.catalogue.replacing("counted-at: receiving, ", with: "")
        .replacing("needs: receiving-agency, ", with: ""))
    let rules = CountingRules()
    #expect(with.definitions(counting: rules) == without.definitions(counting: rules))
    let told = with.definitions(counting: rules, hasReceivers: true)
    let changed = told.filter { $0.value != with.definitions(counting: rules)[$0.key] }
    #expect(Set(changed.keys) == ["online", "people", "counter"])
  }
}
