import Administration
import Documents
import Foundation
import History
import Indicators
import Intake
import Logging
import Registers
import Reporting
import Runs
import Synchronization
import Workbooks

/// Everything that `baocao run` is asked for.
struct RunRequest {
  var config: String
  var period: Period
  var out: String
  var units: [String]
  var levels: [Level]
  var formats: Set<OutputFormat>
  var isStrict: Bool
  var force: Bool
  /// Whether a closed period gets the figures of today.
  var restate: Bool
  var asOf: Moment
  var isQuiet: Bool
}

/// What a run can write.
enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  case xlsx, html, md, csv
}

/// The main job: read, check, count, compare, render, publish.
struct ReportRun {
  let request: RunRequest
  let log: Logger
  private let interruption = Interruption()

  init(request: RunRequest, log: Logger) {
    self.request = request
    self.log = log
  }

  func run() async throws {
    let project = try Project(path: request.config)
    let setting = try RunSetting(project: project, period: request.period)
    let chosen = try UnitChoice(tree: setting.tree, units: request.units, levels: request.levels)
    let folder = try OutputFolder(
      path: request.out, force: request.force, guarding: interruption.guardFolder)
    do {
      try await make(setting, chosen, in: folder)
    } catch {
      folder.discard()
      throw error
    }
    log.info("Xong. Mở \(folder.path)/\(opening) để xem.")
  }

  /// The file to look at first.
  private var opening: String {
    request.formats.contains(.html) ? "index.html" : "figures.csv"
  }

  private func make(
    _ setting: RunSetting, _ chosen: UnitChoice, in folder: OutputFolder
  ) async throws {
    let line = ProgressLine(isQuiet: request.isQuiet)
    let history = try setting.project.history.map { path throws(HistoryError) in
      try HistoryStore(path: path)
    }
    let closed = try history?.closed(setting.period, setting.historySubject)
    let reading = try SourceReading(
      project: setting.project, templates: setting.templates, units: setting.units,
      days: setting.days, keepsRows: closed != nil,
      keepsLateRows: request.formats.contains(.xlsx))
    // The fingerprints of the inputs are taken while they are read.
    let narrative = setting.project.narrative.map {
      NarrativeFolder(
        setting.project, pattern: $0, period: setting.period, tree: setting.tree)
    }
    for name in narrative?.foreign ?? [] {
      log.warning("\(name): chỉ đọc tệp .md nên nội dung này không vào báo cáo nào.")
    }
    for stranger in narrative?.strangers ?? [] {
      log.warning(
        """
        \(stranger.name): không có đơn vị mã này nên nội dung trong đó không vào báo cáo \
        nào.\(Failure.suggestion(stranger.nearest))
        """)
    }
    let texts = try narrative?.texts() ?? [:]
    let files = inputFiles(setting.project, reading, narrative)
    let used = setting.usedTemplates.map { ($0, "\(setting.templates.path)/\($0)") }
    let (units, map) = (setting.units, setting.map)
    async let basis = Self.basis(inputs: files, templates: used, units, map)
    // Small and quickly read, so that what is wrong in them is said before the large files.
    let registers = try reading.readRegisters()
    let intake = try await reading.read(registers, setting.catalogue, line)
    let summary = QualitySummary(intake: intake, registers: registers)
    summary.log(to: log)
    try QualityGate(
      maxRejected: setting.project.maxRejected, isStrict: request.isStrict, units: setting.units
    ).check(intake)
    // Beside the figures: there may be hundreds of thousands of them.
    async let superseded = OutputTables.superseded(intake)
    let today = try setting.figures(
      intake, registers, history: history, asOf: request.asOf.day)
    let closing = closed.map {
      ClosedRun(
        $0, today: today, intake: intake, units: setting.units, map: setting.map,
        restate: request.restate)
    }
    let figures =
      if let closed, !request.restate {
        try setting.figures(
          intake, registers, history: history, asOf: request.asOf.day, closed: closed)
      } else {
        today
      }
    try closing?.write(setting.period, to: folder)
    closing?.log(setting.period, to: log)
    let rejected = RejectedLists(intake: intake, units: setting.units, map: setting.map)
    try write(intake, registers, figures, chosen, to: folder)
    try folder.write(Data(await superseded), to: "superseded.csv")
    if let split = OutputTables.split(intake, setting.units, setting.map) {
      try folder.write(Data(split), to: "split.csv")
    }
    try write(rejected, chosen, figures.table.tree, to: folder)
    var use = NarrativeUse()
    var count = 0
    if request.formats != [.csv] {
      let renderer = try ReportRenderer(
        setting: setting, figures: figures, registers: registers,
        quality: QualityRow.all(intake, registers), rejected: rejected,
        late: LateLists(intake: intake, map: setting.map),
        restatement: closing?.table, narrative: texts, asOf: request.asOf,
        formats: request.formats, hasHistory: history != nil, folder: folder)
      count = try await renderer.render(chosen, line: line)
      use = renderer.narrative
    }
    if use.hasGaps { try folder.write(Data(use.gapTable), to: "narrative-gaps.csv") }
    if count > 0 { log.info("Đã lập báo cáo của \(NumberText.whole(count)) đơn vị.") }
    let manifest = try await manifest(setting, try await basis, folder: folder)
    try folder.write(manifest.json, to: "manifest.json")
    try publish(
      figures, setting, history: history, closing: closing,
      definitions: setting.definitions(of: intake), inputs: manifest.inputs, folder: folder)
    summary.logLists(to: log)
    use.logUnused(narrative?.files ?? [], to: log)
    use.logGaps(to: log, folder: narrative?.name)
  }

  private func write(
    _ intake: [KindIntake], _ registers: RegisterIntake, _ figures: FigureSet,
    _ chosen: UnitChoice, to folder: OutputFolder
  ) throws {
    if request.formats.contains(.csv) {
      let units = chosen.numbers
      try folder.write(Data(OutputTables.figures(figures, units: units)), to: "figures.csv")
      try folder.write(Data(OutputTables.targets(figures, units: units)), to: "targets.csv")
      if let former = OutputTables.formerUnits(figures) {
        try folder.write(Data(former), to: "former-units.csv")
      }
    }
    try folder.write(Data(OutputTables.quality(intake, registers)), to: "quality.csv")
    try folder.write(Data(OutputTables.warnings(intake, registers)), to: "warnings.csv")
    try folder.write(Data(OutputTables.rejected(intake)), to: "rejected.csv")
  }

  private func write(
    _ rejected: RejectedLists, _ chosen: UnitChoice, _ tree: UnitTree, to folder: OutputFolder
  ) throws {
    for number in chosen.numbers where rejected.count(of: number) > 0 {
      let unit = tree.units[number]
      try folder.write(
        Data(OutputTables.rejected(rejected.lines(of: number))),
        to: "\(unit.level.rawValue)/\(RejectedLists.fileName(of: unit))")
    }
  }

  /// The project file, every export and every text, by the path to print and the path to open.
  private func inputFiles(
    _ project: Project, _ reading: SourceReading, _ narrative: NarrativeFolder?
  ) -> [(path: String, place: String)] {
    let exports =
      reading.files.map { (path: $0.name, place: $0.path) }
      + (narrative?.files.map { (path: $0.name, place: $0.path) } ?? [])
    return [(path: project.fileName, place: project.path)] + exports.sorted { $0.path < $1.path }
  }

  /// What a manifest says of the files that a run is made of.
  private struct Basis {
    var inputs: [Manifest.Entry]
    var templates: [Manifest.Entry]
    var units: [ReportedUnit]
  }

  /// Reads files by the path to print and the path to open.
  private static func basis(
    inputs: [(path: String, place: String)], templates: [(path: String, place: String)],
    _ units: UnitCatalogue, _ map: UnitMap
  ) async throws -> Basis {
    async let entries = Manifest.entries(inputs)
    let reported = ReportedUnit.all(of: units, on: map, templates: templates.map(\.place))
    let templates = try await Manifest.entries(templates)
    return Basis(inputs: try await entries, templates: templates, units: reported)
  }

  private func manifest(
    _ setting: RunSetting, _ basis: Basis, folder: OutputFolder
  ) async throws -> Manifest {
    Manifest(
      period: request.period.text, programVersion: ProgramVersion.text,
      start: setting.days.first.iso, end: setting.days.last.iso, asOf: request.asOf.iso,
      inputs: basis.inputs, templates: basis.templates,
      outputs: try await Manifest.entries(folder.names().map { ($0, folder.place(of: $0)) }),
      units: basis.units)
  }

  private func publish(
    _ figures: FigureSet, _ setting: RunSetting, history: HistoryStore?, closing: ClosedRun?,
    definitions: [String: String], inputs: [Manifest.Entry], folder: OutputFolder
  ) throws {
    // The figures of a closed period stay as they are, unless they are restated.
    guard let history, closing == nil || request.restate else {
      try interruption.finish { try folder.publish() }
      return
    }
    try history.keep(
      figures.keyed, of: request.period, setting.historySubject,
      former: figures.former?.keyed ?? [],
      definitions: definitions,
      inputs: inputs.map { RunInput(path: $0.path, sha256: $0.sha256) },
      version: ProgramVersion.text,
      asOf: request.asOf.seconds, closing: closing?.rows
    ) {
      try interruption.finish { try folder.publish() }
    }
  }
}

/// The version that manifests and the history name.
enum ProgramVersion {
  static let text = "0.1.0"
}
