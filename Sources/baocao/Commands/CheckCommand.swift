import Administration
import ArgumentParser
import DataFiles
import Indicators
import Intake
import Registers
import Reporting

/// `baocao check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Đọc và kiểm tra mọi nguồn, in tóm tắt chất lượng số liệu, không lập báo cáo.")

  @Option(help: ArgumentHelp("Tệp cấu hình baocao.yaml.", valueName: "tệp"))
  var config: String

  @Option(help: ArgumentHelp("Kỳ báo cáo, ví dụ 2023-Q2.", valueName: "kỳ"))
  var period: String?

  @OptionGroup var logging: LogOptions

  func run() async throws {
    let project = try Project(path: config)
    let templates = try TemplateFolder(project: project.folder)
    let province = try project.province.word(of: templates.provinces)
    let days = try period.map { project.calendar.days(of: try Period.option($0)) }
    let reading = try SourceReading(
      project: project, templates: templates, units: try templates.units(of: province),
      days: days ?? DaySpan(first: CalendarDay(number: .min), last: CalendarDay(number: .max)))
    let registers = try reading.readRegisters()
    let catalogue = try templates.indicators()
    if registers.kinds.contains(.indicatorValues),
      let map = reading.units.map(during: reading.days)
    {
      do {
        _ = try TypedFigures(
          registers.values, catalogue: catalogue, units: reading.units,
          map: map, period: nil)
      } catch {
        throw Failure(error)
      }
    }
    let intake = try await reading.read(
      registers, catalogue, ProgressLine(isQuiet: logging.quiet))
    for line in QualitySummary(intake: intake, registers: registers).lines() { print(line) }
    for kind in intake { Self.printFaults(of: kind) }
    for kind in RegisterKind.allCases { Self.printWarnings(registers.warnings[kind] ?? []) }
    try QualityGate(maxRejected: project.maxRejected, isStrict: false, units: reading.units)
      .check(intake)
  }

  /// Rejected rows by reason with their first places, and the texts that nobody knows.
  private static func printFaults(of kind: KindIntake) {
    for fault in RowFault.allCases {
      let places = zip(kind.ledgers, kind.rejected).flatMap { ledger, rows in
        rows.filter { $0.fault == fault }.map { "\(ledger.file):\($0.line)" }
      }
      guard !places.isEmpty else { continue }
      let more = places.count > 5 ? ", …" : ""
      print(
        "  Loại \(NumberText.whole(places.count)) dòng, \(fault.sentence) (\(fault.rawValue)): "
          + places.prefix(5).joined(separator: ", ") + more)
    }
    printWarnings(kind.warnings)
  }

  private static func printWarnings(_ warnings: [WarnedText]) {
    for warned in warnings {
      print(
        "  \(warned.warning.sentence): «\(warned.text)» (\(warned.field)), "
          + "\(NumberText.whole(warned.count)) lần, đầu tiên ở \(warned.file):\(warned.line)")
    }
  }
}
