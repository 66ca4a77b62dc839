import ArgumentParser
import DelimitedText
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
    try NewFolder.make(out) { staging in
      try SampleFolder(
        province: province, catalogue: units, procedures: procedures, rows: rows, seed: seed
      ).write(to: staging)
    }
  }
}
