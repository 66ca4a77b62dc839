import Administration
import ArgumentParser
import Foundation
import Glibc
import History
import Indicators
import Reporting

/// Renders the pages and Markdown files of a run in one thread, from reports that are finished
/// before, and prints the CPU seconds of making the reports and of rendering them.
///
/// Rendering is what a run does between a `UnitReport` and the bytes of its files. The files are
/// written as well, which is not counted, so that they can be compared with those of a run.
@main
struct RenderReports: AsyncParsableCommand {
  @Option var config: String
  @Option var period: String
  @Option var out: String
  @Option var asOf: String

  func run() async throws {
    guard let asOf = Moment(asOf) else { throw ExitCode.validationFailure }
    let folder = try OutputFolder(path: out, force: true)
    let (renderer, units) = try await renderer(asOf, folder)
    let start = Self.seconds
    let reports = try units.compactMap { number in
      try renderer.report(of: number).map { (number: number, report: $0) }
    }
    let making = Self.seconds - start
    var rendering = 0.0
    let written = renderer.among(units)
    for (number, report) in reports {
      var files: [(name: String, text: [UInt8])] = []
      let start = Self.seconds
      renderer.forEachDocument(of: number, report, among: written) { files.append(($0, $1)) }
      rendering += Self.seconds - start
      for file in files { try folder.write(Data(file.text), to: file.name) }
    }
    try folder.write(Data(), to: "manifest.json")
    try folder.publish()
    print(String(format: "%.3f %.3f", making, rendering))
  }

  /// What stands ready to write the reports of all units with data, as in a run.
  private func renderer(
    _ asOf: Moment, _ folder: OutputFolder
  ) async throws -> (ReportRenderer, units: [Int]) {
    let setting = try RunSetting(
      project: try Project(path: config), period: try Period.option(period))
    let history = try setting.project.history.map { path throws(HistoryError) in
      try HistoryStore(path: path)
    }
    let reading = try SourceReading(
      project: setting.project, templates: setting.templates, units: setting.units,
      days: setting.days)
    let registers = try reading.readRegisters()
    let intake = try await reading.read(registers, setting.catalogue, ProgressLine(isQuiet: true))
    let figures = try setting.figures(intake, registers, history: history, asOf: asOf.day)
    let narrative = try setting.project.narrative.map {
      try NarrativeFolder(
        setting.project, pattern: $0, period: setting.period, tree: setting.tree
      ).texts()
    }
    let renderer = try ReportRenderer(
      setting: setting, figures: figures, registers: registers,
      quality: QualityRow.all(intake, registers),
      rejected: RejectedLists(intake: intake, units: setting.units, map: setting.map),
      late: LateLists(intake: intake, map: setting.map), restatement: nil,
      narrative: narrative ?? [:], asOf: asOf, formats: [.html, .md], hasHistory: history != nil,
      folder: folder)
    return (renderer, setting.tree.units.indices.filter(figures.hasData))
  }

  /// CPU seconds of this process so far.
  private static var seconds: Double {
    var time = timespec()
    let status = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    precondition(status == 0)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
