import Administration
import ArgumentParser

/// `baocao run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Đọc, kiểm tra, tổng hợp, so sánh và lập toàn bộ báo cáo của một kỳ.")

  @Option(help: ArgumentHelp("Tệp cấu hình baocao.yaml.", valueName: "tệp"))
  var config: String

  @Option(help: ArgumentHelp("Kỳ báo cáo, ví dụ 2023-Q2.", valueName: "kỳ"))
  var period: String

  @Option(help: ArgumentHelp("Thư mục kết quả.", valueName: "thư-mục"))
  var out: String

  @Option(
    help: ArgumentHelp("Chỉ lập cho đơn vị có mã này (dùng được nhiều lần).", valueName: "mã"))
  var unit: [String] = []

  @Option(help: ArgumentHelp("Chỉ lập cho cấp này (dùng được nhiều lần).", valueName: "cấp"))
  var level: [Level] = []

  @Option(help: ArgumentHelp("Chỉ ghi dạng này (dùng được nhiều lần).", valueName: "dạng"))
  var format: [OutputFormat] = []

  @Flag(help: "Có dòng bị loại là dừng.")
  var strict = false

  @Flag(help: "Thay kết quả của lần chạy trước trong cùng thư mục.")
  var force = false

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Thời điểm ghi trên báo cáo, ví dụ 2023-07-05 hoặc 2023-07-05T08:00:00+07:00; không ghi thì lấy "
        + "lúc chạy.", valueName: "lúc"))
  var asOf: String?

  @Flag(
    help:
      "Kỳ đã chốt: dùng số tính lại thay số đã chốt, và lấy số này làm số đã chốt từ nay.")
  var restate = false

  @OptionGroup var logging: LogOptions

  func run() async throws {
    let moment = try asOf.map { text in
      guard let moment = Moment(text) else {
        throw Failure(
          .usage,
          "--as-of \(text): không phải thời điểm. Hãy ghi như 2023-07-05 hoặc "
            + "2023-07-05T08:00:00+07:00.")
      }
      return moment
    }
    let request = RunRequest(
      config: config, period: try Period.option(period), out: out, units: unit, levels: level,
      formats: format.isEmpty ? Set(OutputFormat.allCases) : Set(format), isStrict: strict,
      force: force, restate: restate, asOf: moment ?? Moment(), isQuiet: logging.quiet)
    try await ReportRun(request: request, log: logging.log).run()
  }
}
