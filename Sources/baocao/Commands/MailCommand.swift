import ArgumentParser
import DataFiles
import Delivery
import Foundation
import Reporting
import Runs

/// `baocao mail`: the packs of a finished run to the people of its units.
struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract:
      "Soạn thư gửi báo cáo của một lần chạy (tập dượt, không gửi gì); thêm --send để gửi đúng những thư đã soạn."
  )

  @Option(help: ArgumentHelp("Thư mục kết quả của lần chạy.", valueName: "thư-mục"))
  var run: String

  @Option(help: ArgumentHelp("Danh sách thư mail.yaml.", valueName: "tệp"))
  var list: String

  @Flag(help: "Gửi những thư đã tập dượt mà chưa gửi.")
  var send = false

  @Option(
    help: ArgumentHelp(
      "Gửi lại một thư, theo cột id của mail/plan.csv (dùng được nhiều lần).", valueName: "id"))
  var resend: [String] = []

  @OptionGroup var logging: LogOptions

  func run() async throws {
    let found: MailRun
    do {
      found = try MailRun(folder: self.run)
    } catch {
      throw Failure(error)
    }
    let list = try MailList(path: list)
    let writer = try ReportMail(list, found)
    let folder = try MailFolder(run: found.folder)
    let mailing = Mailing(list: list, run: found, writer: writer, logging: logging)
    if send || !resend.isEmpty {
      try await mailing.send(from: folder, resending: resend, due: send)
    } else {
      try mailing.rehearse(in: folder)
    }
  }
}
