import Administration
import Foundation
import Indicators
import Intake
import Logging
import Registers
import Reporting
import Synchronization

/// Reads every source of a project.
struct SourceReading {
  let project: Project
  let templates: TemplateFolder
  let units: UnitCatalogue
  let days: DaySpan
  /// The exports, in the order of the project file.
  let sources: [(kind: SourceKind, source: Source)]
  /// The hand-kept tables, likewise.
  let registers: [RegisterSource]
  /// Whether the rows that count are kept one by one.
  let keepsRows: Bool
  /// Whether the late dossiers are.
  let keepsLateRows: Bool

  init(
    project: Project, templates: TemplateFolder, units: UnitCatalogue, days: DaySpan,
    keepsRows: Bool = false, keepsLateRows: Bool = false
  ) throws {
    self.project = project
    self.keepsRows = keepsRows
    self.keepsLateRows = keepsLateRows
    self.templates = templates
    self.units = units
    self.days = days
    var sources: [(kind: SourceKind, source: Source)] = []
    var registers: [RegisterSource] = []
    for entry in project.sources {
      let profile = try templates.profile(entry, in: project)
      let files = try FilePatterns.files(of: entry, in: project)
      switch entry.kind {
      case .export(let kind):
        let profile = try SourceProfile(profile, kind: kind)
        sources.append((kind, Source(profile: profile, files: files)))
      case .register(let kind):
        let profile = try RegisterProfile(profile, kind: kind)
        registers.append(RegisterSource(profile: profile, files: files))
      }
    }
    self.sources = sources
    self.registers = registers
  }

  /// Every file that is read.
  var files: [Source.File] { sources.flatMap(\.source.files) + registers.flatMap(\.files) }

  /// Reads the hand-kept tables.
  ///
  /// - Throws: a failure with the faults of all tables.
  func readRegisters() throws -> RegisterIntake {
    do {
      return try RegisterIntake(
        registers, units: units, calendar: project.calendar, days: days)
    } catch {
      throw Failure(error)
    }
  }

  /// The kinds of sources, each once, in the order of the contract.
  private var kinds: [SourceKind] {
    SourceKind.allCases.filter { kind in sources.contains { $0.kind == kind } }
  }

  /// Reads the exports; of the dossiers also what they say of the procedures of a list.
  func read(
    _ registers: RegisterIntake, _ catalogue: IndicatorCatalogue, _ line: ProgressLine
  ) async throws -> [KindIntake] {
    let hasProcedures = registers.kinds.contains(.procedures)
    let list = ProcedureList(registers.procedures)
    let progress = ReadingProgress()
    let size = Self.size(of: sources.flatMap(\.source.files))
    return try await line.show(
      { seconds in Self.text(progress, size: size, seconds: seconds) },
      during: {
        var intake: [KindIntake] = []
        let map = units.map(during: days)
        for kind in kinds {
          let reader = SourceIntake(
            kind: kind, sources: sources.filter { $0.kind == kind }.map(\.source),
            catalogue: units, days: days, rules: project.counting, progress: progress,
            keepsRows: keepsRows, keepsLateRows: keepsLateRows,
            procedureMarks: hasProcedures && kind == .dossiers ? catalogue.procedureMarks : nil)
          do {
            var read = try await reader.read()
            if let use = read.procedures { read.warnings += list.warnings(of: use) }
            if let map { read.warnings += read.splitWarnings(units, map) }
            intake.append(read)
          } catch let error as IntakeError {
            throw Failure(error)
          }
        }
        return intake
      })
  }

  private static func size(of files: [Source.File]) -> Int {
    files.reduce(0) { sum, file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
      return sum + ((attributes?[.size] as? NSNumber)?.intValue ?? 0)
    }
  }

  private static func text(_ progress: ReadingProgress, size: Int, seconds: Double) -> String {
    let rows = progress.rows.load(ordering: .relaxed)
    guard rows > 0 else { return "Đang xem bảng mã và tiêu đề của các tệp nguồn" }
    let share = progress.bytes.load(ordering: .relaxed) * 100 / max(size, 1)
    let speed = NumberText.whole(Int(Double(rows) / seconds))
    return "Đang đọc: \(NumberText.whole(rows)) dòng, \(min(share, 100))%, \(speed) dòng/giây"
  }
}
