import Administration
import DataFiles
import Foundation
import Indicators
import Intake
import Testing
import TestSupport

/// The counting laws over random exports, through reader, counter and roll-up.
@Suite struct FigureTableTests {
  private let scratch: ScratchFolder

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

  private static let profile = """
    columns: {code: a, field: f, agencyCode: u, receivedAt: r, dueAt: d, finishedAt: e, status: s, channel: c}
    values:
      status: {withdrawn: [w], waiting: [h], refused: [x]}
      channel: {online: [o], in-person: [p], postal: [b]}
    dates: [yyyy-MM-dd]
    """

  private static let catalogue = """
    indicators:
      - {id: received, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {intake: received}}
      - {id: carried, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {intake: carried-over}}
      - {id: resolved, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {outcome: [early, on-time, late]}}
      - {id: pending, name: A, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {outcome: [pending-in-time, pending-overdue]}}
      - {id: rate, name: A, area: A, unit: "%", kind: dossiers, better: higher, roll-up: parts, numerator: {outcome: [early, on-time]}, denominator: {outcome: [early, on-time, late]}}
    """

  private func table(seed: UInt64) async throws -> FigureTable {
    var random = SeededGenerator(seed: seed)
    let start = try #require(CalendarDay(year: 2023, month: 1, day: 1))
    var text = "a,f,u,r,d,e,s,c\n"
    for number in 0..<300 {
      let received = start.adding(Int.random(in: 0...270, using: &random))
      let due = received.adding(Int.random(in: 0...40, using: &random))
      let finish = received.adding(Int.random(in: 0...60, using: &random))
      let subject = ["Đất đai", "đất  đai", "Hộ tịch", ""].randomElement(using: &random) ?? ""
      let unit = Self.units.entries.map(\.code).randomElement(using: &random) ?? ""
      let status = ["", "", "w", "h", "x"].randomElement(using: &random) ?? ""
      let channel = ["o", "p", "b", ""].randomElement(using: &random) ?? ""
      let cells: [String] = [
        "\(number % 250)", subject, unit, received.iso,
        Bool.random(using: &random) ? due.iso : "", Bool.random(using: &random) ? finish.iso : "",
        status, channel,
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    let path = scratch.path("a.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let profile = try SourceProfile(
      DataNode(text: Self.profile, name: "p.yaml"), kind: .dossiers)
    let rules = CountingRules(
      withdrawn: CountingRules.Withdrawn.allCases.randomElement(using: &random) ?? .onTime,
      waiting: CountingRules.Waiting.allCases.randomElement(using: &random) ?? .inTime)
    let days = DaySpan(first: start.adding(90), last: start.adding(180))
    let intake = try await SourceIntake(
      kind: .dossiers,
      sources: [Source(profile: profile, files: [.init(path: path, name: "a.csv")])],
      catalogue: Self.units, days: days, rules: rules, progress: ReadingProgress()
    ).read()
    let catalogue = try IndicatorCatalogue(
      [DataNode(text: Self.catalogue, name: "c.yaml")], documents: [])
    return FigureTable(
      catalogue: catalogue, map: try #require(Self.units.map(during: days)),
      intake: [intake], until: days.last)
  }

  @Test(arguments: 0..<60)
  func `for every unit, scope and field what comes in is what goes out or stays`(
    seed: UInt64
  ) async throws {
    let table = try await table(seed: seed)
    for unit in table.tree.units.indices {
      for scope in table.scopes(of: unit) {
        let rows =
          [table.parts(scope, of: unit)]
          + table.subjects(of: table.units(scope, of: unit)).map(\.parts)
        for parts in rows {
          let counts = parts.map(\.numerator)
          #expect(counts[0] + counts[1] == counts[2] + counts[3])
          #expect(parts[4].denominator == counts[2])
        }
      }
    }
  }

  @Test(arguments: 0..<30)
  func `an area is the sum of what it holds, whichever way it is added`(seed: UInt64) async throws {
    let table = try await table(seed: seed)
    let tree = table.tree
    let root = try #require(tree.root)
    for unit in tree.units.indices {
      var sum = table.parts(.own, of: unit)
      for child in tree.children(of: unit) {
        let area = table.parts(.area, of: child)
        for index in sum.indices { sum[index].merge(area[index]) }
      }
      #expect(table.parts(.area, of: unit) == sum)
    }
    var levels = table.parts(.level(tree.levels[0]), of: root)
    for level in tree.levels.dropFirst() {
      let parts = table.parts(.level(level), of: root)
      for index in levels.indices { levels[index].merge(parts[index]) }
    }
    #expect(levels == table.parts(.area, of: root))
  }

  @Test func `spellings of one field are one row under the commonest`() async throws {
    let table = try await table(seed: 1)
    let names = table.subjects(of: Array(table.tree.units.indices)).map(\.name)
    #expect(names.count == 3)
    #expect(names.contains("Hộ tịch"))
    #expect(names.contains(""))
  }
}
