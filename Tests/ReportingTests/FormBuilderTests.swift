import Administration
import DataFiles
import Foundation
import Indicators
import Intake
import Registers
import Reporting
import Testing
import TestSupport

/// The forms that come with the program, filled in from random exports.
@Suite struct FormBuilderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates")

  private static func node(_ name: String) throws -> DataNode {
    try DataNode(path: templates.appendingPathComponent(name).path, name: name)
  }

  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: templates.appendingPathComponent(folder).path
    ).filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  private static func catalogue() throws -> IndicatorCatalogue {
    let documents = "indicators/documents.yaml"
    return try IndicatorCatalogue(
      names("indicators").filter { $0 != documents }.map(node),
      documents: PlanDocument.list(node(documents)))
  }

  private static let units = UnitCatalogue(entries: [
    Unit(code: "84", name: "Tỉnh T", kind: "tỉnh", level: .province, parent: ""),
    Unit(code: "84-S", name: "Sở S", kind: "sở", level: .province, parent: "84"),
    Unit(code: "841", name: "Huyện H", kind: "huyện", level: .district, parent: "84"),
    Unit(code: "841-P", name: "Phòng P", kind: "phòng", level: .district, parent: "841"),
    Unit(code: "8411", name: "Xã A", kind: "xã", level: .commune, parent: "841"),
    Unit(code: "8412", name: "Xã B", kind: "xã", level: .commune, parent: "841"),
    Unit(code: "842", name: "Huyện K", kind: "huyện", level: .district, parent: "84"),
    Unit(code: "8421", name: "Xã C", kind: "xã", level: .commune, parent: "842"),
  ])

  private static let profile = """
    columns: {code: a, field: f, agencyCode: u, receivedAt: r, dueAt: d, finishedAt: e, status: s, channel: c, fee: p, paymentChannel: q, componentsDigitised: k, resultDigitised: l, overdueCause: n}
    values:
      status: {withdrawn: [w], waiting: [h], refused: [x]}
      channel: {online: [o], in-person: [p], postal: [b]}
      paymentChannel: {online: [o]}
      componentsDigitised: {"yes": [y]}
      resultDigitised: {"yes": [y]}
      overdueCause: {workload: [w], other: [o]}
    dates: [yyyy-MM-dd]
    """

  /// A random export of 300 rows, 250 dossiers.
  private static func text(_ random: inout SeededGenerator, start: CalendarDay) -> String {
    var text = "a,f,u,r,d,e,s,c,p,q,k,l,n\n"
    let pick = { (words: [String], random: inout SeededGenerator) in
      words.randomElement(using: &random) ?? ""
    }
    for number in 0..<300 {
      let received = start.adding(Int.random(in: 0...270, using: &random))
      let due = received.adding(Int.random(in: 0...40, using: &random))
      let finish = received.adding(Int.random(in: 0...60, using: &random))
      let cells = [
        "\(number % 250)", pick(["Đất đai", "đất  đai", "Hộ tịch", ""], &random),
        pick(units.entries.map(\.code), &random), received.iso,
        Bool.random(using: &random) ? due.iso : "", Bool.random(using: &random) ? finish.iso : "",
        pick(["", "", "w", "h", "x"], &random), pick(["o", "p", "b", ""], &random),
        pick(["", "20000"], &random), pick(["", "o"], &random), pick(["", "y"], &random),
        pick(["", "y"], &random), pick(["", "w", "o"], &random),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  /// The builder of a random quarter.
  private func builder(seed: UInt64) async throws -> FormBuilder {
    var random = SeededGenerator(seed: seed)
    let start = try #require(CalendarDay(year: 2023, month: 1, day: 1))
    let path = scratch.path("a.csv")
    try Data(Self.text(&random, start: start).utf8).write(to: URL(fileURLWithPath: path))
    let profile = try SourceProfile(
      DataNode(text: Self.profile, name: "p.yaml"), kind: .dossiers)
    let period = Period(year: 2023, part: .quarter(2))
    let days = ReportingCalendar.months.days(of: period)
    let intake = try await SourceIntake(
      kind: .dossiers,
      sources: [Source(profile: profile, files: [.init(path: path, name: "a.csv")])],
      catalogue: Self.units, days: days, rules: CountingRules(), progress: ReadingProgress(),
      keepsLateRows: true
    ).read()
    let catalogue = try Self.catalogue()
    let map = try #require(Self.units.map(during: days))
    let table = FigureTable(catalogue: catalogue, map: map, intake: [intake], until: days.last)
    let figures = FigureSet(
      catalogue: catalogue, table: table, typed: TypedFigures(), period: period,
      rules: TargetRules(province: "t", period: period, day: days.last),
      previous: PastFigures(period: nil), yearAgo: PastFigures(period: nil))
    return FormBuilder(
      figures: figures, procedures: [], late: LateLists(intake: [intake], map: map),
      lastDay: days.last)
  }

  private static func number(_ cell: ReportTable.Cell) -> Int? {
    if case .whole(let number) = cell { number } else { nil }
  }

  @Test(arguments: 0..<40)
  func `every form of every unit adds up, and its total is the unit's area`(
    seed: UInt64
  ) async throws {
    let builder = try await builder(seed: seed)
    let tree = builder.figures.table.tree
    for name in try Self.names("forms") {
      let form = try FormDefinition(Self.node(name), catalogue: try Self.catalogue())
      let days = ["2019-12-31", "2023-06-30"].compactMap(CalendarDay.init)
      for unit in tree.units.indices
      where days.contains(where: { form.audience.includes(unit, in: tree, on: $0) }) {
        // Throws where a row breaks a check of the form or the total is not the sum of the rows.
        let filled = try builder.form(form, of: unit)
        #expect(filled.rows.allSatisfy { $0.cells.count == form.columns.count })
        guard case .groups = form.rows, let total = filled.rows.last else { continue }
        let area = builder.figures.figures(of: unit, .area)
        for column in form.columns {
          guard case .figures(let plus, let minus) = column.content, column.addsUp else { continue }
          let sum = { (terms: [FormTerm]) in
            terms.reduce(0) { sum, term in
              let part = area.first { $0.indicator.id == term.indicator }?.part
              return sum + ((term.side == .numerator ? part?.numerator : part?.denominator) ?? 0)
            }
          }
          #expect(Self.number(total.cells[column.number - 1]) == sum(plus) - sum(minus))
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func `the list of late dossiers is as long as the figures say`(seed: UInt64) async throws {
    let builder = try await builder(seed: seed)
    let form = try FormDefinition(
      Self.node("forms/ho-so-qua-han.yaml"), catalogue: try Self.catalogue())
    let tree = builder.figures.table.tree
    for unit in tree.units.indices {
      let area = builder.figures.figures(of: unit, .area)
      let counts = ["dossiers.pending.overdue", "dossiers.resolved.late"].compactMap { id in
        area.first { $0.indicator.id == id }?.part?.numerator
      }
      let rows = try builder.form(form, of: unit).rows
      let items = rows.filter { $0.role == .item }
      #expect(items.count == counts[0] + counts[1])
      let headings = rows.filter { $0.role == .heading }.map { row in row.cells[1].text }
      #expect(headings[0].hasSuffix(": \(NumberText.inSentence(counts[0])) hồ sơ"))
      let causes = builder.late.dossiers(of: tree.area(of: unit), arePending: true)
      #expect(causes.count == counts[0])
    }
  }

  @Test func `a department of a district is counted with its district, one of the province alone`()
    async throws
  {
    let builder = try await builder(seed: 1)
    let form = try FormDefinition(Self.node("forms/II.06c.yaml"), catalogue: Self.catalogue())
    let root = try #require(builder.figures.table.tree.root)
    let labels = try builder.form(form, of: root).rows.map { $0.cells[1].text }
    #expect(
      labels == [
        "TTHC thuộc thẩm quyền giải quyết của cấp tỉnh", "Tỉnh T", "Sở S",
        "TTHC thuộc thẩm quyền giải quyết của cấp huyện", "Huyện H", "Huyện K",
        "TTHC thuộc thẩm quyền giải quyết của cấp xã", "Xã A", "Xã B", "Xã C", "Tổng cộng",
      ])
  }

  @Test(arguments: [
    ("II.06a", "84", "2023-06-30", true), ("II.06a", "8411", "2020-12-09", false),
    ("II.06b", "841", "2023-06-30", true), ("II.06b", "84", "2023-06-30", false),
    ("II.06b", "841-P", "2023-06-30", false), ("II.06c", "84", "2023-06-30", true),
    ("II.06c", "84-S", "2023-06-30", false), ("06a-2017", "8411", "2019-12-31", true),
    ("06a-2017", "8411", "2023-06-30", false),
  ])
  func `a form is for some units and days`(
    form: String, unit: String, day: String, isFilled: Bool
  ) throws {
    let definition = try FormDefinition(
      Self.node("forms/\(form).yaml"), catalogue: Self.catalogue())
    let tree = try #require(
      Self.units.map(during: DaySpan(first: CalendarDay(number: 0), last: CalendarDay(number: 1)))
    ).tree
    #expect(
      definition.audience.includes(
        try #require(tree.number(of: unit)), in: tree, on: try #require(CalendarDay(day)))
        == isFilled)
  }

  @Test(arguments: [
    "{heads: [A], sum: [9]}", "{heads: [A], rate: {of: 1, by: 3}}",
    "{heads: [A], plus: [procedures.paid-online]}", "{heads: [A], holds: dossier-code}",
    "{heads: [A], holds: value}", "{heads: [A], typed: dossiers.received}",
  ])
  func `a column that its rows cannot fill is refused`(column: String) throws {
    let text = """
      {id: F, code: F, title: F, rows: {groups: [{by: field}], total: T}, columns: [{heads: [S], holds: ordinal}, \(column)]}
      """
    #expect(throws: DataFileError.self) {
      try FormDefinition(DataNode(text: text, name: "f.yaml"), catalogue: Self.catalogue())
    }
  }
}
