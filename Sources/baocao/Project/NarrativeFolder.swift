import Administration
import DataFiles
import Documents
import Foundation

/// What people write for the reports of a period, in the folder that `narrative:` names: texts of the
/// province at its top, those of another unit in a folder with its code (contract, 2).
struct NarrativeFolder {
  /// One text.
  struct File {
    /// As messages and `manifest.json` name it, from the project's folder.
    var name: String
    var path: String
    /// Code of the unit that it is of.
    var unit: String
    /// "han-che": what templates call it.
    var text: String
  }

  /// As the project file names it, with the period in its place.
  let name: String
  private(set) var files: [File] = []
  /// Folders of no unit, with the code that was probably meant.
  private(set) var strangers: [(name: String, nearest: String?)] = []
  /// Files that are no Markdown, such as those of a word processor.
  private(set) var foreign: [String] = []

  init(_ project: Project, pattern: String, period: Period, tree: UnitTree) {
    name = pattern.replacing("{period}", with: period.text)
    let folder = Project.resolve(name, in: project.folder)
    let root = tree.root.map { tree.units[$0].code } ?? ""
    add(in: folder, name: name, unit: root)
    for entry in Self.names(in: folder) where Folders.isFolder("\(folder)/\(entry)") {
      if tree.number(of: entry) == nil {
        strangers.append(
          ("\(name)/\(entry)", NearestName.of(entry, among: tree.units.map(\.code))))
      } else {
        add(in: "\(folder)/\(entry)", name: "\(name)/\(entry)", unit: entry)
      }
    }
  }

  private mutating func add(in folder: String, name: String, unit: String) {
    for entry in Self.names(in: folder) where !Folders.isFolder("\(folder)/\(entry)") {
      guard entry.hasSuffix(".md") else {
        foreign.append("\(name)/\(entry)")
        continue
      }
      files.append(
        File(
          name: "\(name)/\(entry)", path: "\(folder)/\(entry)", unit: unit,
          text: String(entry.dropLast(3))))
    }
  }

  private static func names(in folder: String) -> [String] {
    // Hidden files, and the locks that word processors leave, are nobody's text.
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.sorted()
  }

  /// The texts by the codes of the units and their names; empty ones are not written yet.
  ///
  /// - Throws: a failure for a file that is no text.
  func texts() throws -> [String: [String: String]] {
    var texts: [String: [String: String]] = [:]
    for file in files {
      guard let data = FileManager.default.contents(atPath: file.path) else {
        throw Failure(.readOrWriteFailed, "\(file.name): không đọc được tệp.")
      }
      guard let text = String(data: data, encoding: .utf8) else {
        throw Failure(
          .badData,
          "\(file.name): tệp không phải chữ UTF-8. Hãy mở bằng trình soạn thảo và lưu lại với mã UTF-8."
        )
      }
      let fitted = NarrativeText.fitted(text)
      if !fitted.isEmpty { texts[file.unit, default: [:]][file.text] = fitted }
    }
    return texts
  }
}
