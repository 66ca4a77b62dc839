import Administration
import DataFiles
import Foundation
import Indicators
import Intake
import Registers
@testable import Reporting
import TestSupport

/// The reports of a small province: eight units, 120 rows that a seed makes, three months of
/// history.
struct ReportSpecimen {
  static let created = 1_688_515_200

  private let builder: ReportBuilder
  private let tree: UnitTree

  private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates")

  private static func node(_ name: String) throws -> DataNode {
    try DataNode(path: templates.appendingPathComponent(name).path, name: name)
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
    columns: {code: a, field: f, procedureName: t, agencyCode: u, receivedAt: r, dueAt: d, finishedAt: e, channel: c, fee: p, paymentChannel: q, componentsDigitised: k, resultDigitised: l, overdueCause: n}
    values:
      channel: {online: [o], in-person: [p], postal: [b]}
      paymentChannel: {online: [o]}
      componentsDigitised: {"yes": [y]}
      resultDigitised: {"yes": [y]}
      overdueCause: {workload: [w], other: [o]}
    dates: [yyyy-MM-dd]
    """

  private static func text(start: CalendarDay) -> String {
    var random = SeededGenerator(seed: 6)
    var text = "a,f,t,u,r,d,e,c,p,q,k,l,n\n"
    let pick = { (words: [String], random: inout SeededGenerator) in
      words.randomElement(using: &random) ?? ""
    }
    for number in 0..<120 {
      let received = start.adding(Int.random(in: 0...170, using: &random))
      let due = received.adding(Int.random(in: 2...20, using: &random))
      let finish = received.adding(Int.random(in: 0...24, using: &random))
      let cells = [
        "H-\(number)", pick(["Đất đai", "Hộ tịch", ""], &random), "Thủ tục \(number % 7)",
        pick(units.entries.map(\.code), &random), received.iso, due.iso,
        number % 5 == 0 ? "" : finish.iso, pick(["o", "p", "b"], &random),
        pick(["", "20000"], &random), pick(["", "o"], &random), pick(["", "y"], &random),
        pick(["", "y"], &random), pick(["", "w", "o"], &random),
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  /// `scratch` takes the export.
  init(in scratch: ScratchFolder) async throws {
    let start = CalendarDay("2023-01-01") ?? CalendarDay(number: 0)
    let path = scratch.path("a.csv")
    try Data(Self.text(start: start).utf8).write(to: URL(fileURLWithPath: path))
    let profile = try SourceProfile(
      DataNode(text: Self.profile, name: "p.yaml"), kind: .dossiers)
    let catalogue = try Self.catalogue()
    func read(_ period: Period) async throws -> (KindIntake, UnitMap?, DaySpan) {
      let days = ReportingCalendar.months.days(of: period)
      let intake = try await SourceIntake(
        kind: .dossiers,
        sources: [Source(profile: profile, files: [.init(path: path, name: "a.csv")])],
        catalogue: Self.units, days: days, rules: CountingRules(), progress: ReadingProgress(),
        keepsLateRows: true
      ).read()
      return (intake, Self.units.map(during: days), days)
    }
    func figures(
      _ period: Period, months: [PastFigures] = []
    ) async throws -> (FigureSet, KindIntake, UnitMap, DaySpan) {
      let (intake, map, days) = try await read(period)
      guard let map else { throw CocoaError(.fileReadUnknown) }
      let table = FigureTable(catalogue: catalogue, map: map, intake: [intake], until: days.last)
      let set = FigureSet(
        catalogue: catalogue, table: table, typed: TypedFigures(), period: period,
        rules: TargetRules(province: "tra-vinh", period: period, day: days.last),
        previous: PastFigures(period: period.previous),
        yearAgo: PastFigures(period: period.yearAgo), months: months)
      return (set, intake, map, days)
    }
    var months: [PastFigures] = []
    for month in 4...6 {
      let period = Period(year: 2023, part: .month(month))
      let (set, _, _, _) = try await figures(period)
      months.append(
        PastFigures(
          period: period,
          parts: Dictionary(
            set.keyed.map { ($0.key, $0.part) }, uniquingKeysWith: { first, _ in first })))
    }
    let (set, intake, map, days) = try await figures(
      Period(year: 2023, part: .quarter(2)), months: months)
    let registers = RegisterIntake()
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.templates.appendingPathComponent("forms").path)
    tree = map.tree
    builder = ReportBuilder(
      figures: set, days: days, asOf: CalendarDay("2023-07-05") ?? days.last,
      forms: try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
        try FormDefinition(Self.node("forms/\($0)"), catalogue: catalogue)
      },
      formBuilder: FormBuilder(
        figures: set, procedures: [], late: LateLists(intake: [intake], map: map),
        lastDay: days.last),
      summary: try SummaryDefinition(Self.node("summary.yaml"), catalogue: catalogue),
      explainCall: "baocao explain --config baocao.yaml --period 2023-Q2", scores: [],
      rankings: [], registers: registers, gaps: ReportingGaps(set, registers),
      quality: QualityRow.all([intake], registers),
      rejected: RejectedLists(intake: [intake], units: Self.units, map: map), restatement: nil,
      hasHistory: true)
  }

  private static func catalogue() throws -> IndicatorCatalogue {
    let documents = "indicators/documents.yaml"
    let names = try FileManager.default.contentsOfDirectory(
      atPath: templates.appendingPathComponent("indicators").path
    ).filter { $0.hasSuffix(".yaml") }.sorted().map { "indicators/\($0)" }
    return try IndicatorCatalogue(
      names.filter { $0 != documents }.map(node), documents: PlanDocument.list(node(documents)))
  }

  /// The report of a unit.
  func report(of code: String) throws -> UnitReport {
    let number = tree.number(of: code) ?? 0
    let unit = tree.units[number]
    return try builder.report(
      of: number,
      letterhead: Letterhead(
        superior: "", agency: "ỦY BAN NHÂN DÂN \(unit.name.uppercased())", symbol: "BC-UBND",
        place: unit.name, addressees: ["Ủy ban nhân dân tỉnh"],
        signer: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], recipients: ["Như trên", "Lưu: VT"]),
      kinds: [
        ReportKind(name: "quy", subject: "Công tác cải cách hành chính {period}", annexes: [])
      ])
  }
}
