import Administration
import DataFiles
import Foundation
import Intake

/// The project file `baocao.yaml` (contract, 2).
struct Project {
  /// A source as the file describes it.
  struct SourceEntry {
    var kind: EntryKind
    var patterns: [String]
    /// Name of a file of Templates/sources, or a path.
    var profile: String
    /// For messages about the entry.
    var node: DataNode
  }

  /// The path of the file as it was given.
  let path: String
  /// The last part of ``path``.
  var fileName: String { URL(fileURLWithPath: path).lastPathComponent }
  /// The folder from which relative paths start.
  let folder: String
  let province: DataNode
  let calendar: ReportingCalendar
  let sources: [SourceEntry]
  /// The most rejected rows of a source, in hundredths of a percent of its rows.
  let maxRejected: Int
  /// Path of the history; `nil` where the project keeps none.
  let history: String?
  let counting: CountingRules
  /// The folder of texts that people write, with `{period}`; `nil` where the project has none.
  let narrative: String?

  private static let keys = [
    "province", "calendar", "sources", "max-rejected", "history", "counting", "narrative",
  ]

  init(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        .missingInput,
        "\(path): không có tệp cấu hình. Hãy tạo thư mục làm việc bằng «baocao init THƯ-MỤC».")
    }
    self.path = path
    folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let map = try DataNode(path: path, name: path).mapping(of: Self.keys)
    province = try map.required("province")
    _ = try province.text()
    calendar = try map["calendar"]?.word(ReportingCalendar.self) ?? .months
    sources = try map.required("sources").items().map(Self.source)
    maxRejected = try map["max-rejected"].map(Self.percentage) ?? 100
    let folder = folder
    history = try map["history"].map { Self.resolve(try $0.text(), in: folder) }
    counting = try map["counting"].map(Self.counting) ?? CountingRules()
    narrative = try map["narrative"]?.text()
  }

  private static func source(_ node: DataNode) throws -> SourceEntry {
    let map = try node.mapping(of: ["kind", "files", "profile"])
    let word = try map.required("kind")
    guard let kind = EntryKind(try word.word(of: EntryKind.words)) else {
      throw word.fault(.expected(.text))
    }
    return SourceEntry(
      kind: kind,
      patterns: try map.required("files").texts(), profile: try map.required("profile").text(),
      node: try map.required("profile"))
  }

  private static func counting(_ node: DataNode) throws -> CountingRules {
    let map = try node.mapping(of: ["withdrawn", "waiting"])
    let standard = CountingRules()
    return CountingRules(
      withdrawn: try map["withdrawn"]?.word(CountingRules.Withdrawn.self) ?? standard.withdrawn,
      waiting: try map["waiting"]?.word(CountingRules.Waiting.self) ?? standard.waiting)
  }

  /// Hundredths of a percent of a text such as `1%` or `0.5%`.
  private static func percentage(_ node: DataNode) throws -> Int {
    let text = try node.text()
    guard text.hasSuffix("%"),
      let number = Double(text.dropLast().replacing(",", with: ".")), (0...100).contains(number)
    else { throw node.fault(.expected(.percentage)) }
    return Int((number * 100).rounded())
  }

  /// A path of the file, from its folder.
  static func resolve(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }
}
