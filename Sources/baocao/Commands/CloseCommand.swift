import Administration
import ArgumentParser
import Foundation
import History
import Indicators
import Intake
import Logging
import Reporting

/// `baocao close`: the figures of a period stand as reported.
struct CloseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Chốt một kỳ: số liệu giữ như đã báo cáo, mọi thay đổi về sau được liệt kê.")

  @Option(help: ArgumentHelp("Tệp cấu hình baocao.yaml.", valueName: "tệp"))
  var config: String

  @Option(help: ArgumentHelp("Kỳ báo cáo, ví dụ 2023-05.", valueName: "kỳ"))
  var period: String

  @OptionGroup var logging: LogOptions

  func run() async throws {
    let project = try Project(path: config)
    let setting = try RunSetting(project: project, period: try Period.option(period))
    guard let path = project.history else {
      throw Failure(
        .configuration,
        "\(config): chưa có mục «history», nên không có số liệu đã báo cáo để chốt. Hãy thêm ví dụ "
          + "history: history.sqlite rồi chạy lại baocao run.")
    }
    let history = try HistoryStore(path: path)
    if let closed = try history.closed(setting.period, setting.historySubject) {
      let day = DayText.short(Moment(seconds: closed.closedAt).day)
      logging.log.notice("\(setting.period.name) đã chốt ngày \(day), không có gì thay đổi.")
      return
    }
    let reported = try history.figures(of: setting.period, setting.historySubject)
    guard !reported.parts.isEmpty else {
      throw Failure(
        .missingInput,
        "\(setting.period.name): chưa có lần lập báo cáo nào để chốt. Hãy chạy «baocao run --period "
          + "\(setting.period.text)» trước.")
    }
    let today = try await Recount(setting, progress: ProgressLine(isQuiet: logging.quiet))
    try Self.check(today.figures, equal: reported, setting.period)
    let rows = today.intake.flatMap { $0.closedRows(setting.units) }
    try history.close(
      setting.period, setting.historySubject, rows: rows, at: Moment().seconds)
    logging.log.info(
      """
      Đã chốt \(setting.period.name): \(NumberText.whole(reported.parts.count)) số liệu, \
      \(NumberText.whole(rows.count)) dòng nguồn.
      """)
  }

  /// What is closed must be what was reported: the exports may have changed since.
  private static func check(
    _ figures: FigureSet, equal reported: PastFigures, _ period: Period
  ) throws {
    var today: [FigureKey: Part] = [:]
    for (key, part) in figures.keyed { today[key] = part }
    let changed = Set(today.keys).union(reported.parts.keys).filter {
      today[$0] != reported.parts[$0]
    }
    guard let first = changed.min(by: { ($0.unit, $0.indicator) < ($1.unit, $1.indicator) }) else {
      return
    }
    throw Failure(
      .badData,
      "\(period.name): nguồn hiện nay cho \(NumberText.whole(changed.count)) số liệu khác với lần báo cáo "
        + "gần nhất (ví dụ \(first.indicator) của đơn vị \(first.unit)). Hãy chạy lại baocao run, xem lại "
        + "rồi chốt.")
  }
}
