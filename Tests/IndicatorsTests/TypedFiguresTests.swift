import Administration
import DataFiles
import Foundation
import Indicators
import Intake
import Registers
import TestSupport
import Testing

/// Values that people type: checked against the catalogue, added up as it says.
@Suite struct TypedFiguresTests {
  private let scratch: ScratchFolder
  private static let period = Period(year: 2023, part: .quarter(2))
  private static let days = ReportingCalendar.months.days(of: period)

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

  private func catalogue() throws -> IndicatorCatalogue {
    let documents = try PlanDocument.list(
      DataNode(
        text: "documents: [{id: \"1\", title: T, number: 1/KH, issued: 2020-07-07}]", name: "d"))
    let target = { (values: String) in
      "targets: [{document: \"1\", clause: a, from: 2020, values: {\(values)}}]"
    }
    let text = """
      indicators:
        - {id: parts, name: P, area: A, unit: "%", kind: indicator-values, better: higher, roll-up: parts, lead: [Ủy ban nhân dân cấp xã], \(target("tinh: 50, huyen: 50, xa: 50"))}
        - {id: mean, name: M, area: A, unit: phút, kind: indicator-values, better: lower, roll-up: parts, levels: [xa]}
        - {id: sum, name: S, area: A, unit: cái, kind: indicator-values, better: higher, roll-up: sum, levels: [huyen, xa]}
        - {id: whole, name: W, area: A, unit: "%", kind: indicator-values, better: higher, roll-up: none, \(target("tinh: 76"))}
        - {id: grade, name: G, area: A, unit: nhóm, kind: indicator-values, better: higher, roll-up: none, scale: [Nhóm D, Nhóm C], levels: [tinh]}
        - {id: counted, name: C, area: A, unit: hồ sơ, kind: dossiers, better: neither, roll-up: sum, numerator: {intake: received}}
      """
    return try IndicatorCatalogue([DataNode(text: text, name: "c.yaml")], documents: documents)
  }

  private func typed(_ rows: [String]) throws -> TypedFigures {
    let text =
      "Mã chỉ tiêu,Kỳ,Mã đơn vị,Tử số,Mẫu số,Giá trị\n" + rows.joined(separator: "\n") + "\n"
    let path = scratch.path("a.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let profile = try RegisterProfile(
      DataNode(
        text: "columns: {indicator: [Mã chỉ tiêu], period: [Kỳ], agencyCode: [Mã đơn vị], "
          + "numerator: [Tử số], denominator: [Mẫu số], value: [Giá trị]}", name: "p"),
      kind: .indicatorValues)
    let registers = try RegisterIntake(
      [RegisterSource(profile: profile, files: [.init(path: path, name: "a.csv")])],
      units: Self.units, calendar: .months, days: Self.days)
    return try TypedFigures(
      registers.values, catalogue: catalogue(), units: Self.units,
      map: try #require(Self.units.map(during: Self.days)), period: Self.period)
  }

  private func figures(_ rows: [String]) throws -> FigureSet {
    let catalogue = try catalogue()
    let map = try #require(Self.units.map(during: Self.days))
    return FigureSet(
      catalogue: catalogue,
      table: FigureTable(
        catalogue: catalogue, map: map, intake: [], until: Self.days.last),
      typed: try typed(rows), period: Self.period,
      rules: TargetRules(province: "t", period: Self.period, day: Self.days.last),
      previous: PastFigures(period: nil), yearAgo: PastFigures(period: nil))
  }

  /// The value of an indicator for a unit, as files write it; "" for not typed.
  private func value(
    _ set: FigureSet, _ unit: String, _ scope: Scope, _ indicator: String
  ) -> String? {
    guard let number = set.table.tree.number(of: unit) else { return nil }
    let figure = set.figures(of: number, scope).first { $0.indicator.id == indicator }
    return figure.map { figure in figure.value.map(figure.indicator.plain) ?? "" }
  }

  @Test func `two communes of 1 in 1 and 0 in 9 give the district 10 percent`() throws {
    let set = try figures(["parts,2023-Q2,811,1,1,", "parts,2023-Q2,812,0,9,"])
    #expect(value(set, "811", .own, "parts") == "100.00")
    #expect(value(set, "81", .area, "parts") == "10.00")
    #expect(value(set, "8", .area, "parts") == "10.00")
    #expect(value(set, "8", .level(.commune), "parts") == "10.00")
    // Huyện K has a commune that should have reported.
    #expect(value(set, "82", .area, "parts") == "")
    #expect(value(set, "8-S", .area, "parts") == nil)
  }

  @Test(arguments: 0..<40)
  func `any grouping of units gives the same figure of the province`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var rows: [String] = []
    var sum = Part(numerator: 0, denominator: 0)
    for unit in ["811", "812", "821", "81", "82"] where Bool.random(using: &random) {
      let cases = Int.random(in: 1...40, using: &random)
      let part = Part(numerator: Int.random(in: 0...cases, using: &random), denominator: cases)
      rows.append("parts,2023-Q2,\(unit),\(part.numerator),\(cases),")
      sum.merge(part)
    }
    let set = try figures(rows)
    let tree = set.table.tree
    let root = try #require(tree.root)
    let area = set.figures(of: root, .area).first { $0.indicator.id == "parts" }
    guard !rows.isEmpty else {
      #expect(area?.part == nil)
      return
    }
    #expect(area?.part == sum)
    let scopes: [[(Int, Scope)]] = [
      tree.levels.map { (root, .level($0)) },
      tree.units.indices.map { ($0, .own) },
      [(root, .own)] + tree.children(of: root).map { ($0, .area) },
    ]
    for group in scopes {
      var other = Part(numerator: 0, denominator: 0)
      for (unit, scope) in group {
        let figure = set.figures(of: unit, scope).first { $0.indicator.id == "parts" }
        if let part = figure?.part { other.merge(part) }
      }
      #expect(other == sum)
    }
  }

  @Test func `sums, means, whole values and grades stand where they should`() throws {
    let set = try figures([
      "sum,2023-Q2,811,,,1.200", "sum,2023-Q2,81,3,,", "mean,2023-Q2,811,100,3,\"33,33\"",
      "mean,2023-Q2,812,10,1,", "whole,2023-Q2,8,,,\"81,93\"", "grade,2023-Q2,8,,,nhóm c",
      "whole,2023-Q1,8,,,5",
    ])
    #expect(value(set, "8", .area, "sum") == "1203")
    let district = try #require(set.table.tree.number(of: "81"))
    #expect(set.typed.place(of: "sum", unit: district) == RegisterPlace(file: "a.csv", line: 3))
    #expect(value(set, "81", .area, "mean") == "27.50")
    #expect(value(set, "8", .area, "whole") == "81.93")
    #expect(value(set, "8", .own, "whole") == nil)
    #expect(value(set, "8", .area, "grade") == "Nhóm C")
  }

  @Test(arguments: [
    ("part,2023-Q2,811,1,1,", RegisterProblem.unknownIndicator("part", nearest: "parts")),
    ("counted,2023-Q2,811,1,,", .computedIndicator("counted", source: "hồ sơ một cửa")),
    ("parts,2023-Q2,811,,,50", .missingParts),
    ("parts,2023-Q2,811,1,3,\"33,34\"", .valueIsNotQuotient("33,34", made: "33,33")),
    ("parts,2023-Q2,811,0,0,5", .valueIsNotQuotient("5", made: "")),
    ("whole,2023-Q2,811,,,5", .wrongLevel("Xã A", allowed: "toàn tỉnh")),
    ("whole,2023-Q2,8-S,,,5", .wrongLevel("Sở S", allowed: "toàn tỉnh")),
    ("mean,2023-Q2,81,1,1,", .wrongLevel("Huyện H", allowed: "cấp xã")),
    ("whole,2023-Q2,8,,,\"1,234\"", .notANumber("1,234", decimals: 2)),
    ("sum,2023-Q2,811,,,\"1,5\"", .notWhole("1,5")),
    (
      "grade,2023-Q2,8,,,Nhóm E",
      .unknownGrade("Nhóm E", nearest: "Nhóm C", allowed: ["Nhóm D", "Nhóm C"])
    ),
    ("parts,2022-Q1,811,,,50", .missingParts),
  ])
  func `a row that the catalogue does not allow is named`(
    row: String, problem: RegisterProblem
  ) throws {
    let error = #expect(throws: RegisterFaults.self) { try typed([row]) }
    #expect(error?.faults.map(\.line) == [2])
    #expect(error?.faults.map(\.problem) == [problem])
  }

  @Test func `who has to report is named by the catalogue`() throws {
    let set = try figures(["parts,2023-Q2,811,1,1,"])
    let entry = try #require(set.unreported.first { $0.indicator.id == "parts" })
    #expect(entry.units.map { set.table.tree.units[$0].code } == ["812", "821"])
  }
}
