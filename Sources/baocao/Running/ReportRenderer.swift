import Administration
import Documents
import Foundation
import Indicators
import Registers
import Reporting
import Synchronization
import Workbooks

/// Writes the reports of all chosen units, both cores at work.
struct ReportRenderer: Sendable {
  private let figures: FigureSet
  private let builder: ReportBuilder
  /// The reports of every unit, the main one first, with their letterheads.
  private let papers: [[(kind: ReportKind, letterhead: Letterhead)]]
  private let templates: ReportTemplates
  private let asOf: Moment
  private let formats: Set<OutputFormat>
  private let folder: OutputFolder
  private let province: String
  private let days: DaySpan
  private let quality: [QualityRow]
  private let gaps: ReportingGaps
  /// What the reports hold of what people write.
  let narrative = NarrativeUse()

  init(
    setting: RunSetting, figures: FigureSet, registers: RegisterIntake, quality: [QualityRow],
    rejected: RejectedLists, late: LateLists, restatement: RestatementTable?,
    narrative: [String: [String: String]], asOf: Moment,
    formats: Set<OutputFormat>, hasHistory: Bool, folder: OutputFolder
  ) throws {
    self.figures = figures
    self.asOf = asOf
    self.formats = formats
    self.folder = folder
    gaps = ReportingGaps(figures, registers)
    let forms = FormBuilder(
      figures: figures, procedures: registers.procedures, late: late, lastDay: setting.days.last)
    builder = ReportBuilder(
      figures: figures, days: setting.days, asOf: asOf.day, forms: setting.forms,
      formBuilder: forms, summary: setting.summary,
      explainCall: "baocao explain --config \(setting.project.fileName) --period "
        + setting.period.text,
      scores: setting.scores, rankings: setting.rankings, registers: registers,
      gaps: gaps,
      quality: quality, rejected: rejected, restatement: restatement,
      narrative: narrative, hasHistory: hasHistory)
    province = setting.provinceProfile.name
    days = setting.days
    self.quality = quality
    papers = setting.tree.units.indices.map(setting.papers)
    do {
      templates = try ReportTemplates(
        folder: setting.templates.path + "/reports",
        texts: setting.provinceProfile.texts, indicators: setting.catalogue.indicators.map(\.id))
    } catch {
      throw Failure(error)
    }
  }

  /// Writes a workbook, a page and a Markdown file for every chosen unit with data; gives their
  /// number.
  func render(_ chosen: UnitChoice, line: ProgressLine) async throws -> Int {
    if !formats.isDisjoint(with: [.html, .md]) {
      narrative.cover(chosen.numbers.map { figures.table.tree.units[$0].code })
    }
    let units = chosen.numbers.filter(figures.hasData)
    let written = among(units)
    for level in Set(units.map { figures.table.tree.units[$0].level }) {
      try folder.makeFolder(level.rawValue)
    }
    let done = Count()
    try await line.show(
      { _ in "Đang lập báo cáo: \(done.value)/\(units.count) đơn vị" },
      during: {
        try await withThrowingTaskGroup { group in
          for unit in units {
            group.addTask {
              try write(unit, among: written)
              done.increase()
            }
          }
          try await group.waitForAll()
        }
      })
    if formats.contains(.html) {
      let comparisons = ComparisonPages(
        figures: figures, builder: builder, province: province, written: units
      ).pages
      for comparison in comparisons {
        let name = LevelComparison.fileName(of: comparison.level)
        try folder.write(Data(templates.comparison(comparison).utf8), to: name)
      }
      let page = IndexPage(
        figures: figures, areas: builder.area, province: province, days: days, quality: quality,
        gaps: gaps,
        asOf: asOf.day,
        formats: formats, chosen: chosen.numbers, written: Set(units),
        compared: Set(comparisons.map(\.level)),
        hasSplitRows: FileManager.default.fileExists(atPath: folder.place(of: "split.csv")))
      try folder.write(Data(templates.index(page.index).utf8), to: "index.html")
    }
    return units.count
  }

  /// What a run writes that reports on some units.
  func among(_ units: [Int]) -> WrittenReports {
    WrittenReports(
      formats: Set(formats.compactMap(\.report)),
      codes: Set(units.map { figures.table.tree.units[$0].code }),
      hasIndex: formats.contains(.html))
  }

  private func write(_ number: Int, among written: WrittenReports) throws {
    guard let report = try report(of: number) else { return }
    if formats.contains(.xlsx) { try writeBooks(of: number, report) }
    try forEachDocument(of: number, report, among: written) { name, text in
      try folder.write(Data(text), to: name)
    }
  }

  /// What the reports of a unit are written from; `nil` where it makes none.
  func report(of number: Int) throws -> UnitReport? {
    guard let main = papers[number].first else { return nil }
    do {
      return try builder.report(
        of: number, letterhead: main.letterhead, kinds: papers[number].map(\.kind))
    } catch {
      throw Failure(error)
    }
  }

  /// The reports of a unit as pages and in Markdown, as far as they are asked for, each by its path
  /// from the folder.
  func forEachDocument(
    of number: Int, _ report: UnitReport, among written: WrittenReports,
    _ body: (_ name: String, _ text: [UInt8]) throws -> Void
  ) rethrows {
    guard !written.formats.isDisjoint(with: [.html, .markdown]) else { return }
    for (index, paper) in papers[number].enumerated() {
      let documents = templates.documents(
        report, paper.kind, letterhead: paper.letterhead, formats: written.formats, among: written)
      narrative.add(documents, unit: report.unit.code, report: paper.kind.name)
      for (format, text) in [(ReportFormat.html, documents.html), (.markdown, documents.markdown)] {
        guard let text else { continue }
        let name = ReportPath.path(
          level: report.unit.level, code: report.unit.code, format: format,
          kind: index == 0 ? nil : paper.kind.name)
        try body(name, text)
      }
    }
  }
}

extension ReportRenderer {
  /// Writes the workbook of a unit and those of its lists.
  private func writeBooks(of number: Int, _ report: UnitReport) throws {
    let name = ReportPath.path(level: report.unit.level, code: report.unit.code, format: .xlsx)
    do {
      try BookLayout(report: report, created: asOf.seconds).write(to: folder.place(of: name))
    } catch {
      throw Failure(error, file: name)
    }
    try writeLists(of: number, report)
  }

  /// Writes the lists of all late dossiers and of all rejected rows where the report has no room
  /// for them.
  private func writeLists(of number: Int, _ report: UnitReport) throws {
    if let late = LateList(of: number, builder.formBuilder) {
      try write(
        ListBook(late, of: report, created: asOf.seconds), LateList.fileName(of: report.unit),
        of: report)
    }
    if report.rejected.count > RejectedLists.mostShown {
      try write(
        ListBook(builder.rejected, of: number, report, created: asOf.seconds),
        RejectedLists.bookName(of: report.unit), of: report)
    }
  }

  private func write(_ book: ListBook, _ name: String, of report: UnitReport) throws {
    let name = "\(report.unit.level.rawValue)/\(name)"
    do {
      try book.write(to: folder.place(of: name))
    } catch {
      throw Failure(error, file: name)
    }
  }
}

/// A number that tasks count up.
private final class Count: Sendable {
  private let number = Atomic<Int>(0)

  var value: Int { number.load(ordering: .relaxed) }

  func increase() { number.add(1, ordering: .relaxed) }
}
