import ArgumentParser
import DelimitedText
import Foundation
import Samples

/// `baocao sample`.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Tạo thư mục làm việc với hồ sơ và văn bản bịa, để thử và để đo.")

  @Option(help: ArgumentHelp("Tên thư mục tỉnh trong Templates/provinces.", valueName: "tỉnh"))
  var province: String

  @Option(help: ArgumentHelp("Số hồ sơ.", valueName: "số"))
  var rows: Int

  @Option(help: ArgumentHelp("Hạt giống: cùng số thì cùng từng byte.", valueName: "số"))
  var seed: UInt64

  @Option(help: ArgumentHelp("Thư mục cần tạo.", valueName: "thư-mục"))
  var out: String

  func run() throws {
    guard (1...100_000_000).contains(rows) else {
      throw Failure(.usage, "--rows \(rows): số hồ sơ phải từ 1 đến 100.000.000.")
    }
    let templates = try TemplateFolder()
    try templates.requireProvince(province)
    let units = try templates.units(of: province)
    let procedures: SmallTable
    do {
      procedures = try SmallTable(path: "\(templates.path)/samples/procedures.csv")
    } catch {
      throw Failure(.configuration, "Templates/samples/procedures.csv: không đọc được tệp này.")
    }
    let handKept = try Self.handKept(of: province, in: templates)
    try NewFolder.make(out) { staging in
      try SampleFolder(
        province: province, catalogue: units, procedures: procedures, handKept: handKept,
        rows: rows, seed: seed
      ).write(to: staging)
    }
  }

  /// The tables that Templates/samples has for a province; none where it has none.
  private static func handKept(
    of province: String, in templates: TemplateFolder
  ) throws -> [HandKeptFile] {
    let folder = "samples/\(province)/\(HandKeptFile.folder)"
    return try templates.names(in: folder, extension: ".csv").map { name in
      guard let data = FileManager.default.contents(atPath: "\(templates.path)/\(name)") else {
        throw Failure(.configuration, "Templates/\(name): không đọc được tệp này.")
      }
      return HandKeptFile(
        name: String(name.dropFirst(folder.count + 1)),
        text: String(decoding: data, as: UTF8.self))
    }
  }
}
