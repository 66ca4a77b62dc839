import ArgumentParser
import Audit
import Foundation
import Logging
import Reporting
import Runs

/// `baocao audit`: opens everything that a run wrote.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract:
      "Mở lại mọi tệp mà một lần chạy đã ghi, liệt kê chỗ sai; có chỗ sai là kết thúc với mã 65.")

  @Argument(help: ArgumentHelp("Thư mục kết quả của lần chạy.", valueName: "thư-mục"))
  var folder: String

  @OptionGroup var logging: LogOptions

  func run() async throws {
    let audit: RunAudit
    do {
      audit = try RunAudit(folder: folder)
    } catch {
      throw Failure(error)
    }
    let findings = await audit.findings()
    let text = findings.map { $0.line + "\n" }.joined()
    FileHandle.standardOutput.write(Data(text.utf8))
    let files = NumberText.whole(audit.fileCount)
    guard findings.isEmpty else {
      let wrong = NumberText.whole(Set(findings.map(\.file)).count)
      throw Failure(
        .badData,
        "\(folder): có \(NumberText.whole(findings.count)) chỗ sai ở \(wrong) tệp, trong \(files) tệp đã "
          + "kiểm tra.")
    }
    logging.log.info("\(folder): đã kiểm tra \(files) tệp, không có chỗ sai nào.")
  }
}

extension Failure {
  /// The words for a folder that is no finished run.
  init(_ error: RunFolderError) {
    switch error {
    case .notARun(let folder):
      self.init(
        .missingInput,
        "\(folder): không phải kết quả của một lần chạy (không có manifest.json). Hãy chọn thư mục đã ghi "
          + "ở --out của baocao run.")
    case .unreadableManifest(let file):
      self.init(
        .missingInput, "\(file): không đọc được danh sách tệp của lần chạy. Hãy lập lại báo cáo.")
    }
  }
}
