import Administration
import DataFiles
import Foundation
import Indicators
import Intake
import Testing
import TestSupport

/// The figures of former units against those of the map of the reports, over random exports that
/// cross the day on which units change.
@Suite struct FormerFiguresTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let end = CalendarDay(year: 2025, month: 6, day: 30)
  private static let start = CalendarDay(year: 2025, month: 7, day: 1)

  private static func unit(
    _ code: String, _ level: Level, _ parent: String, isFormer: Bool = true,
    _ successors: [String] = []
  ) -> Administration.Unit {
    Administration.Unit(
      code: code, name: "U\(code)", kind: "k", level: level, parent: parent,
      validFrom: isFormer ? nil : start, validTo: isFormer ? end : nil,
      successors: successors.map { Administration.Unit.Successor(code: $0) })
  }

  private static let units = UnitCatalogue(entries: [
    unit("8", .province, "", isFormer: false),
    unit("811", .commune, "8", isFormer: false),
    unit("821", .commune, "8", isFormer: false),
    unit("8", .province, ""), unit("81", .district, "8", ["8"]),
    unit("811", .commune, "81"), unit("812", .commune, "81", ["811"]),
    unit("7", .province, "", ["8"]), unit("71", .district, "7", ["8"]),
    unit("711", .commune, "71", ["821", "811"]),
  ])

  private static let profile = """
    columns: {code: a, agencyCode: u, receivedAt: r, finishedAt: e}
    dates: [yyyy-MM-dd]
    """

  private static let catalogue = """
    indicators:
      - {id: received, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {intake: received}}
      - {id: pending, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {outcome: [pending-in-time, pending-overdue]}}
      - {id: rate, name: A, area: A, unit: "%", kind: dossiers, better: higher, roll-up: parts, numerator: {outcome: [early, on-time]}, denominator: {outcome: [early, on-time, late]}}
    """

  private struct Views {
    var now: FigureTable
    var former: FormerFigures
  }

  private func views(seed: UInt64, days: DaySpan) async throws -> Views {
    var random = SeededGenerator(seed: seed)
    let first = try #require(CalendarDay(year: 2025, month: 1, day: 1))
    var text = "a,u,r,e\n"
    for number in 0..<200 {
      let received = first.adding(Int.random(in: 0...360, using: &random))
      let living = Self.units.entries.filter { $0.isAlive(on: received) }
      let unit = living.randomElement(using: &random)?.code ?? ""
      let finish = received.adding(Int.random(in: 0...90, using: &random))
      text += "\(number),\(unit),\(received.iso),\(Bool.random(using: &random) ? finish.iso : "")\n"
    }
    let path = scratch.path("a.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let intake = try await SourceIntake(
      kind: .dossiers,
      sources: [
        Source(
          profile: try SourceProfile(
            DataNode(text: Self.profile, name: "p.yaml"), kind: .dossiers),
          files: [.init(path: path, name: "a.csv")])
      ],
      catalogue: Self.units, days: days, rules: CountingRules(), progress: ReadingProgress()
    ).read()
    #expect(intake.ledgers.first?.accepted == 200)
    let catalogue = try IndicatorCatalogue(
      [DataNode(text: Self.catalogue, name: "c.yaml")], documents: [])
    let map = try #require(Self.units.map(during: days))
    return Views(
      now: FigureTable(catalogue: catalogue, map: map, intake: [intake], until: days.last),
      former: FormerFigures(
        FormerUnits(of: Self.units, during: days, beside: map), catalogue: catalogue,
        intake: [intake], until: days.last))
  }

  @Test(
    arguments: 0..<20, ["2025-Q2", "2025-H1", "2025-Q3", "2025"])
  func `both views add up to the same, for the province and for every unit`(
    seed: UInt64, period: String
  ) async throws {
    let days = ReportingCalendar.months.days(of: try #require(Period(period)))
    let views = try await views(seed: seed, days: days)
    let (now, former) = (views.now, views.former)
    for unit in now.tree.units.indices {
      for scope in [Scope.own, .area] {
        var sum = former.partsSince(of: unit, scope).map(\.part)
        if scope == .own {
          for number in former.units.units.indices
          where former.units.heirs[number].first?.unit.code == now.tree.units[unit].code {
            for (index, entry) in former.parts(of: number, .own).enumerated() {
              sum[index].merge(entry.part)
            }
          }
        } else {
          for origin in former.units.origins(of: unit) where origin.isCounted {
            guard let number = origin.number else { continue }
            for (index, entry) in former.parts(of: number, .area).enumerated() {
              sum[index].merge(entry.part)
            }
          }
        }
        #expect(sum == now.parts(scope, of: unit))
      }
    }
  }
}
