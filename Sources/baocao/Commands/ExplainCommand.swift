import Administration
import ArgumentParser
import DataFiles
import Foundation
import Indicators
import Intake
import Reporting

/// `baocao explain`: the rows behind one figure.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "In cách tính và từng dòng nguồn (tệp, dòng, mã) của một số liệu.")

  @Option(help: ArgumentHelp("Tệp cấu hình baocao.yaml.", valueName: "tệp"))
  var config: String

  @Option(help: ArgumentHelp("Kỳ báo cáo, ví dụ 2023-Q2.", valueName: "kỳ"))
  var period: String

  @Option(help: ArgumentHelp("Mã đơn vị.", valueName: "mã"))
  var unit: String

  @Option(
    help: ArgumentHelp(
      "Phạm vi: own (riêng đơn vị), area (toàn địa bàn), level:tinh, level:huyen, level:xa.",
      valueName: "phạm vi"))
  var scope = "area"

  @Option(help: ArgumentHelp("Mã chỉ tiêu, ví dụ one-stop.on-time.", valueName: "mã"))
  var indicator: String

  @Option(help: ArgumentHelp("Ghi mọi dòng ra tệp CSV này.", valueName: "tệp"))
  var csv: String?

  @OptionGroup var logging: LogOptions

  func run() async throws {
    let project = try Project(path: config)
    let setting = try RunSetting(project: project, period: try Period.option(period))
    let number = try unitNumber(in: setting)
    let scope = try scope(for: number, in: setting)
    let wanted = try indicator(in: setting)
    let today = try await Recount(setting, progress: ProgressLine(isQuiet: logging.quiet))
    let figure = today.figures.figures(of: number, scope).first { $0.indicator.id == wanted.id }
    guard let figure else {
      throw Failure(
        .usage,
        "\(wanted.id): kỳ này không có số liệu của chỉ tiêu cho đơn vị và phạm vi đã chọn (chưa có nguồn, "
          + "chưa nhập, hoặc chỉ tiêu không giao cho cấp này).")
    }
    let search = EvidenceSearch(
      figures: today.figures, intake: today.intake, registers: today.registers, map: setting.map,
      day: setting.days.last)
    let explanation = FigureExplanation(
      figure: figure, evidence: search.evidence(of: wanted, unit: number, scope),
      period: setting.period, days: setting.days)
    guard explanation.closes else {
      throw Failure(
        .badData,
        "\(wanted.id): số dòng tìm được khác số liệu. Đây là lỗi của chương trình: hãy gửi tệp cấu hình "
          + "kèm thông báo này.")
    }
    try show(explanation)
  }

  private func show(_ explanation: FigureExplanation) throws {
    if let csv {
      do {
        try Data(explanation.csv).write(to: URL(fileURLWithPath: csv), options: .atomic)
      } catch {
        throw Failure(.cannotCreate, "\(csv): không ghi được tệp (\(SystemWords.reason(error))).")
      }
    }
    var text = explanation.head.joined(separator: "\n") + "\n"
    explanation.forEachLine { line in text += line + "\n" }
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  private func unitNumber(in setting: RunSetting) throws -> Int {
    guard let number = setting.tree.number(of: unit) else {
      let nearest = NearestName.of(unit, among: setting.tree.units.map(\.code))
      throw Failure(
        .usage,
        "--unit \(unit): danh mục đơn vị của kỳ này không có mã đó." + Failure.suggestion(nearest))
    }
    return number
  }

  private func scope(for number: Int, in setting: RunSetting) throws -> Scope {
    guard let scope = Scope(scope) else {
      throw Failure(
        .usage, "--scope \(scope): phạm vi là own, area, level:tinh, level:huyen hoặc level:xa.")
    }
    if case .level(let level) = scope {
      guard number == setting.tree.root, setting.tree.levels.contains(level) else {
        throw Failure(
          .usage,
          "--scope \(scope.text): chỉ toàn tỉnh mới có số liệu theo cấp, và chỉ các cấp đang có.")
      }
    }
    return scope
  }

  private func indicator(in setting: RunSetting) throws -> Indicator {
    guard let index = setting.catalogue.index(of: indicator) else {
      let nearest = NearestName.of(indicator, among: setting.catalogue.indicators.map(\.id))
      throw Failure(
        .usage,
        "--indicator \(indicator): danh mục không có chỉ tiêu này." + Failure.suggestion(nearest))
    }
    return setting.catalogue.indicators[index]
  }
}
