import ArgumentParser
import DataFiles
import Foundation
import Samples

/// `baocao init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Tạo thư mục làm việc sẵn sàng để chép bản xuất vào.")

  @Argument(help: ArgumentHelp("Thư mục cần tạo.", valueName: "thư-mục"))
  var folder: String

  @Option(help: ArgumentHelp("Tên thư mục tỉnh trong Templates/provinces.", valueName: "tỉnh"))
  var province: String

  func run() throws {
    let templates = try TemplateFolder()
    try templates.requireProvince(province)
    try NewFolder.make(folder) { staging in
      let files = FileManager.default
      let source = "\(templates.path)/work-folder"
      for name in files.enumerator(atPath: source)?.compactMap({ $0 as? String }) ?? [] {
        let target = "\(staging)/\(name)"
        if Folders.isFolder("\(source)/\(name)") {
          try files.createDirectory(atPath: target, withIntermediateDirectories: true)
        } else {
          try files.createDirectory(
            at: URL(fileURLWithPath: target).deletingLastPathComponent(),
            withIntermediateDirectories: true)
          let text = try String(contentsOfFile: "\(source)/\(name)", encoding: .utf8)
          try Data(text.replacing("{province}", with: province).utf8)
            .write(to: URL(fileURLWithPath: target))
        }
      }
      for name in ["exports/mot-cua", "exports/ioffice"] {
        try files.createDirectory(
          atPath: "\(staging)/\(name)", withIntermediateDirectories: true)
      }
    }
    StandardError.write("Đã tạo \(folder). Hãy đọc \(folder)/HUONG-DAN.md để bắt đầu.\n")
  }
}

extension TemplateFolder {
  /// - Throws: a failure where there is no such province.
  func requireProvince(_ name: String) throws {
    guard !provinces.contains(name) else { return }
    throw Failure(
      .usage,
      "--province \(name): không có tỉnh này trong Templates/provinces."
        + Failure.suggestion(NearestName.of(name, among: provinces))
        + " Đang có: \(provinces.joined(separator: ", ")).")
  }
}

/// A folder that a command makes: it appears whole or not at all, and never over another.
enum NewFolder {
  static func make(_ path: String, _ fill: (_ staging: String) throws -> Void) throws {
    let folder = try OutputFolder(path: path, force: false)
    let interruption = Interruption()
    interruption.guardFolder(folder.staging)
    do {
      try fill(folder.staging)
      try interruption.finish { try folder.publish() }
    } catch let error as Failure {
      folder.discard()
      throw error
    } catch let error as SampleError {
      folder.discard()
      throw Failure(error)
    } catch {
      folder.discard()
      throw Failure(
        .readOrWriteFailed, "\(path): không ghi được (\(SystemWords.reason(error))).")
    }
  }
}
