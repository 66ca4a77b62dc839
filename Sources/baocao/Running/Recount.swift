import Indicators
import Intake
import Registers

/// The sources of a period read anew, with the rows that count, and the figures that they give
/// today; the history takes no part in them.
struct Recount {
  let registers: RegisterIntake
  let intake: [KindIntake]
  let figures: FigureSet

  init(_ setting: RunSetting, progress: ProgressLine) async throws {
    let reading = try SourceReading(
      project: setting.project, templates: setting.templates, units: setting.units,
      days: setting.days, keepsRows: true)
    registers = try reading.readRegisters()
    intake = try await reading.read(registers, setting.catalogue, progress)
    figures = try setting.figures(intake, registers, history: nil, asOf: Moment().day)
  }
}
