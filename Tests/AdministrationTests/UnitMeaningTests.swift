import Administration
import Testing

/// Which entry of the catalogue a text means on a day.
@Suite struct UnitMeaningTests {
  private static func unit(
    _ code: String, _ name: String, from: String? = nil, to: String? = nil, codes: [String] = []
  ) -> Unit {
    Unit(
      code: code, name: name, kind: "xã", level: .commune, parent: "", agencyCodes: codes,
      validFrom: from.flatMap(CalendarDay.init), validTo: to.flatMap(CalendarDay.init))
  }

  private static let catalogue = UnitCatalogue(entries: [
    unit("1", "Xã A", to: "2025-06-30"), unit("2", "Xã B", to: "2025-06-30"),
    unit("3", "Xã A", from: "2025-07-01"), unit("4", "Phường 2", to: "2024-10-31"),
    unit("5", "Phường 2", to: "2025-06-30"), unit("6", "Xã C", to: "2024-10-31"),
    unit("7", "Xã C", to: "2024-10-31"), unit("8", "Xã D", from: "2025-07-01"),
    unit("9", "Xã D", from: "2026-01-01"), unit("10", "Xã E", from: "2025-07-01"),
    unit("11", "Xã E", from: "2025-07-01"), unit("12", "Phường 3", to: "2024-10-31"),
    unit("12", "Phường 3", from: "2024-11-01", to: "2025-06-30"),
  ])

  @Test(arguments: [
    // Those that live on the day.
    ("Xã A", "2023-05-01", ["1"]), ("Xã A", "2025-06-30", ["1"]), ("Xã A", "2025-07-01", ["3"]),
    ("Phường 2", "2024-10-31", ["4", "5"]), ("Phường 2", "2024-11-01", ["5"]),
    // Those that ended last before it.
    ("Xã B", "2025-08-01", ["2"]), ("Phường 2", "2025-08-01", ["5"]),
    ("Xã C", "2024-11-01", ["6", "7"]),
    // Those that begin first behind it.
    ("Xã D", "2023-05-01", ["8"]), ("Xã D", "2025-12-31", ["8"]),
    ("Xã E", "2023-05-01", ["10", "11"]),
    ("Xã F", "2023-05-01", []),
  ])
  func `a name means whom it can mean on the day`(name: String, day: String, codes: [String]) throws
  {
    let catalogue = Self.catalogue
    let day = try #require(CalendarDay(day))
    let meant = catalogue.meant(catalogue.entries(forName: name), on: day)
    #expect(meant.map { catalogue.entries[$0].code } == codes)
  }

  @Test func `without a day it may be any of them, each code once by its last entry`() {
    let catalogue = Self.catalogue
    #expect(catalogue.meant(catalogue.entries(forName: "Phường 2"), on: nil) == [3, 4])
    #expect(catalogue.meant(catalogue.entries(forName: "Phường 3"), on: nil) == [12])
  }

  @Test(arguments: [
    ("H59.912", [0]), ("000.00.12.H59", [0]), ("H59.951.09", [1]), ("009.00.51.H59", [1]),
    ("000.09.51.H59", [1]), ("H59", [2]), ("000.00.00.H59", [2]), ("004.03.52.H59", [3]),
    // Two codes that were written alike.
    ("000.00.60.H59", [4, 5]), ("000.00.13.H59", []), ("000.00.12.H61", []), ("12", []),
  ])
  func `a code of the old style means whose code was written so`(code: String, entries: [Int]) {
    let codes = ["H59.912", "H59.951.09", "H59", "H59.952.03.04", "H59.860", "H59.960"]
    let catalogue = UnitCatalogue(
      entries: codes.enumerated().map { Self.unit("u\($0)", "Xã \($0)", codes: [$1]) })
    #expect(catalogue.entries(forAgency: code) == entries)
  }
}
