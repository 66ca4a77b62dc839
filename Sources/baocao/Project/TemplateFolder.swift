import Administration
import DataFiles
import Foundation
import Indicators
import Reporting

/// The folder Templates: everything about circulars, plans and provinces that is data.
struct TemplateFolder {
  let path: String

  /// The file that says what the summary for leadership shows.
  static let summary = "summary.yaml"
  /// The folder of the bodies of messages.
  static let mail = "mail"

  /// Finds the folder: the environment variable BAOCAO_TEMPLATES, `Templates` beside the project
  /// file, or `Templates` in a folder above the program.
  init(project folder: String? = nil) throws {
    if let named = ProcessInfo.processInfo.environment["BAOCAO_TEMPLATES"], !named.isEmpty {
      guard Self.isTemplates(named) else {
        throw Failure(
          .configuration,
          "BAOCAO_TEMPLATES chỉ tới «\(named)», nơi không có thư mục provinces. Hãy sửa biến này.")
      }
      path = named
      return
    }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var candidates = folder.map { ["\($0)/Templates"] } ?? []
    var above = program.deletingLastPathComponent()
    while above.path != "/" {
      candidates.append(above.appendingPathComponent("Templates").path)
      candidates.append(above.appendingPathComponent("share/baocao/Templates").path)
      above.deleteLastPathComponent()
    }
    guard let found = candidates.first(where: Self.isTemplates) else {
      throw Failure(
        .configuration,
        "Không tìm thấy thư mục Templates. Hãy đặt biến môi trường BAOCAO_TEMPLATES chỉ tới nó.")
    }
    path = found
  }

  /// Takes a folder for Templates, wherever it is.
  init(at path: String) throws {
    guard Self.isTemplates(path) else {
      throw Failure(
        .missingInput,
        "\(path): không phải thư mục Templates (không có thư mục provinces). Hãy kiểm tra đường dẫn."
      )
    }
    self.path = path
  }

  private static func isTemplates(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/provinces")
  }

  /// A file by its path from the folder, as messages name it too.
  func node(_ name: String) throws -> DataNode {
    try DataNode(path: "\(path)/\(name)", name: "Templates/\(name)")
  }

  /// The files of a sub-folder with an extension, sorted by name.
  func names(in folder: String, extension suffix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { "\(folder)/\($0)" }
  }

  /// The folders of provinces.
  var provinces: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/provinces")) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: "\(path)/provinces/\($0)/units.csv")
    }.sorted()
  }

  func units(of province: String) throws -> UnitCatalogue {
    let name = "provinces/\(province)/units.csv"
    return try UnitCatalogue(path: "\(path)/\(name)", name: "Templates/\(name)")
  }

  func provinceProfile(
    of province: String, _ vocabulary: ReportKind.Vocabulary
  ) throws -> ProvinceProfile {
    try ProvinceProfile(node("provinces/\(province)/province.yaml"), vocabulary)
  }

  /// The catalogue.
  ///
  /// - Throws: `DataFileFaults` with every entry's fault.
  func indicators() throws -> IndicatorCatalogue {
    let documents = "indicators/documents.yaml"
    let files = names(in: "indicators", extension: ".yaml").filter { $0 != documents }
    return try IndicatorCatalogue(
      allOf: files.map(node), documents: try PlanDocument.list(node(documents)))
  }

  func forms(_ catalogue: IndicatorCatalogue) throws -> [FormDefinition] {
    try names(in: "forms", extension: ".yaml").map {
      try FormDefinition(node($0), catalogue: catalogue)
    }
  }

  /// The scores of Templates/scores, and by what units are ranked.
  func scores(
    _ catalogue: IndicatorCatalogue
  ) throws -> (scores: [ScoreDefinition], rankings: [RankingRule]) {
    let rankings = "scores/rankings.yaml"
    let all = names(in: "scores", extension: ".yaml")
    let scores = try all.filter { $0 != rankings }.map {
      try ScoreDefinition(node($0), catalogue: catalogue)
    }
    guard all.contains(rankings) else { return (scores, []) }
    return (
      scores, try RankingRule.list(node(rankings), catalogue: catalogue, scores: scores)
    )
  }

  /// The file of a profile by its name in Templates/sources, or by a path from the project's
  /// folder.
  func profile(_ entry: Project.SourceEntry, in project: Project) throws -> DataNode {
    if entry.profile.hasSuffix(".yaml") {
      let path = Project.resolve(entry.profile, in: project.folder)
      return try DataNode(path: path, name: entry.profile)
    }
    let known = names(in: "sources", extension: ".yaml").map {
      String($0.dropFirst("sources/".count).dropLast(".yaml".count))
    }
    guard known.contains(entry.profile) else {
      throw entry.node.fault(
        .unknownWord(
          entry.profile, nearest: NearestName.of(entry.profile, among: known), allowed: known))
    }
    return try node("sources/\(entry.profile).yaml")
  }
}
