import ArgumentParser
import Foundation
import Logging
import Reporting

/// `baocao templates`: what is done with the folder Templates.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "Kiểm tra thư mục Templates.",
    subcommands: [TemplatesCheckCommand.self])
}

/// `baocao templates check`: every file of Templates parses and uses only names that exist.
struct TemplatesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Đọc mọi mẫu và tệp dữ liệu, in tệp, dòng, cột của từng lỗi; có lỗi là kết thúc với mã 78.")

  @Argument(
    help: ArgumentHelp(
      "Thư mục Templates; không ghi thì lấy thư mục mà chương trình sẽ dùng.", valueName: "thư-mục")
  )
  var folder: String?

  @OptionGroup var logging: LogOptions

  func run() throws {
    let templates = try folder.map(TemplateFolder.init(at:)) ?? TemplateFolder(project: ".")
    var check = TemplatesCheck(templates)
    check.run()
    FileHandle.standardOutput.write(Data(check.faults.map { $0 + "\n" }.joined().utf8))
    let files = NumberText.whole(check.fileCount)
    guard check.faults.isEmpty else {
      throw Failure(
        .configuration,
        "\(templates.path): có \(NumberText.whole(check.faults.count)) lỗi, trong \(files) tệp đã kiểm tra."
      )
    }
    logging.log.info("\(templates.path): đã kiểm tra \(files) tệp, không có lỗi.")
  }
}
