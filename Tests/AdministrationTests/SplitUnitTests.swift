import Administration
import Testing

/// What became of a unit whose place several others took.
@Suite struct SplitUnitTests {
  private static let end = CalendarDay("2025-06-30")

  private static func old(_ code: String, _ name: String, _ successors: [String]) -> Unit {
    Unit(
      code: code, name: name, kind: "thị trấn", level: .commune, parent: "86", validTo: end,
      successors: successors.map {
        Unit.Successor(code: $0.replacing("?", with: ""), isDoubtful: $0.hasSuffix("?"))
      })
  }

  private static let catalogue = UnitCatalogue(
    entries: [
      Unit(code: "86", name: "Tỉnh Vĩnh Long", kind: "tỉnh", level: .province, parent: ""),
      old("1", "Thị trấn Trà Ôn", ["11", "12?"]), old("2", "Xã Ngãi Tứ", ["12", "13"]),
      old("3", "Xã Tân Mỹ", ["11"]), old("4", "Xã Lục Sỹ", ["5", "6"]),
      old("5", "Xã Phú Thành", ["11"]), old("6", "Xã Thiện Mỹ", ["11"]),
    ]
      + [("11", "Xã Trà Ôn"), ("12", "Xã Ngãi Tứ"), ("13", "Phường Cái Vồn")].map { code, name in
        Unit(
          code: code, name: name, kind: "xã", level: .commune, parent: "86",
          validFrom: end?.adding(1))
      })

  @Test func `its rows count for the first, and the others are named`() throws {
    let day = try #require(Self.end).adding(1)
    let map = try #require(Self.catalogue.map(during: DaySpan(first: day, last: day)))
    let split = Self.catalogue.entries.indices.map { map.split(ofEntry: $0, in: Self.catalogue) }
    #expect(split.map { $0?.code } == [nil, "1", "2", nil, nil, nil, nil, nil, nil, nil])
    let first = try #require(split[1])
    #expect(first.assigned == "11")
    #expect(first.others == ["12?"])
    #expect(
      first.text
        == "Thị trấn Trà Ôn (1) – tính hết cho Xã Trà Ôn (11), một phần thuộc "
        + "Xã Ngãi Tứ (12, chưa chắc chắn)")
    #expect(split[2]?.others == ["13"])
  }

  @Test func `a report that still shows it says nothing`() throws {
    let day = try #require(Self.end)
    let map = try #require(Self.catalogue.map(during: DaySpan(first: day, last: day)))
    #expect(
      Self.catalogue.entries.indices.allSatisfy {
        map.split(ofEntry: $0, in: Self.catalogue) == nil
      })
  }
}
