import Administration
import Testing

/// Three communes of two provinces become two communes of one, and one of them is split.
@Suite struct UnitMapTests {
  private static let end = CalendarDay(year: 2025, month: 6, day: 30)
  private static let start = CalendarDay(year: 2025, month: 7, day: 1)

  static func unit(
    _ code: String, _ name: String, _ level: Level, _ parent: String, isFormer: Bool = true,
    _ successors: [Unit.Successor] = []
  ) -> Unit {
    Unit(
      code: code, name: name, kind: "k", level: level, parent: parent,
      validFrom: isFormer ? nil : start, validTo: isFormer ? end : nil, successors: successors)
  }

  static let units = UnitCatalogue(entries: [
    unit("8", "Tỉnh N", .province, "", isFormer: false),
    unit("811", "Xã An", .commune, "8", isFormer: false),
    unit("821", "Xã Bình", .commune, "8", isFormer: false),
    unit("7", "Tỉnh M", .province, "", [.init(code: "8")]),
    unit("8", "Tỉnh N", .province, ""),
    unit("81", "Huyện H", .district, "8", [.init(code: "8")]),
    unit("811", "Xã An", .commune, "81"),
    unit("812", "Xã Cam", .commune, "81", [.init(code: "811")]),
    unit("71", "Huyện K", .district, "7", [.init(code: "8")]),
    unit(
      "711", "Xã Đào", .commune, "71", [.init(code: "821"), .init(code: "811", isDoubtful: true)]),
    unit("712", "Xã Êm", .commune, "71", [.init(code: "821")]),
  ])

  private func days(_ period: String) throws -> DaySpan {
    ReportingCalendar.months.days(of: try #require(Period(period)))
  }

  @Test(arguments: ["2024", "2025-Q2", "2025-H1", "2025", "2025-Q3", "2026-05"])
  func `reports show the units of the end of the period, at the earliest those of the new province`(
    period: String
  ) throws {
    let map = try #require(Self.units.map(during: try days(period)))
    #expect(map.tree.units.map(\.name) == ["Tỉnh N", "Xã An", "Xã Bình"])
    #expect(map.tree.levels == [.province, .commune])
    let places = Self.units.entries.indices.map { map.number(ofEntry: $0) }
    #expect(places == [0, 1, 2, 0, 0, 0, 1, 1, 0, 2, 2])
    #expect(map.number(ofCode: "812") == 1)
    #expect(map.number(ofCode: "811@2025-06-30") == 1)
  }

  @Test func `a province that ended is reported on as it was at its end`() throws {
    let ended = UnitCatalogue(entries: Array(Self.units.entries[4...7]))
    let map = try #require(ended.map(during: try days("2025")))
    #expect(map.tree.units.map(\.code) == ["8", "81", "811", "812"])
    #expect(ended.map(during: try days("2025-Q3")) == nil)
  }

  @Test(arguments: [("2025-Q2", true), ("2025", true), ("2025-Q3", false), ("2026-Q2", false)])
  func `units that lived in the period are told from those that took their places`(
    period: String, hasFormer: Bool
  ) throws {
    let days = try days(period)
    let map = try #require(Self.units.map(during: days))
    let former = FormerUnits(of: Self.units, during: days, beside: map)
    #expect(former.isEmpty != hasFormer)
    guard hasFormer else {
      #expect(map.tree.units.indices.allSatisfy { former.origins(of: $0).isEmpty })
      return
    }
    #expect(former.units.count == 8)
    // A unit that lives on in the period is what it was, too.
    let origins = { (unit: Int) in former.origins(of: unit).filter { $0.number != nil } }
    #expect(origins(0).map(\.unit.name) == ["Tỉnh M", "Tỉnh N"])
    #expect(
      origins(1).map { [$0.unit.name, "\($0.isCounted)", "\($0.heirs.count)"] }
        == [["Xã An", "true", "1"], ["Xã Cam", "true", "1"], ["Xã Đào", "false", "2"]])
    #expect(origins(2).map(\.unit.name) == ["Xã Đào", "Xã Êm"])
    #expect(origins(2).first?.heirs.map(\.isDoubtful) == [false, true])
    // The former units stand in their own trees, and every entry is in just one of the two views.
    let tree = former.map.tree
    #expect(tree.units.map(\.code).first == "7")
    #expect(tree.units[tree.children(of: 0)[0]].name == "Huyện K")
    for entry in Self.units.entries.indices {
      #expect(
        (former.map.number(ofEntry: entry) == nil) != (former.since.number(ofEntry: entry) == nil))
    }
  }
}
