import Administration
import DataFiles
import Foundation
import Intake
import TestSupport

/// An export of the folder `Corpus`, or a folder of them that are read together, and what must
/// come out of it, written by hand in the file `NAME.expected` beside it.
///
/// Above an empty line that file may say with which profile of the templates the export is read
/// (`profile: ioffice-incoming`), and what of it is otherwise (`dates: auto`).
struct CorpusCase {
  /// The name of the export or folder, which says what is wrong with it.
  let name: String
  /// Lines such as `dates: auto`.
  private let settings: [String]
  /// What must come out, as ``CorpusReport`` writes it.
  let expected: String

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Corpus")
  private static let suffix = ".expected"

  /// The names of all exports, and of all that something is expected of.
  static func names() throws -> (exports: [String], expected: [String]) {
    let all = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return (
      all.filter { !$0.hasSuffix(suffix) },
      all.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }
    )
  }

  init(_ name: String) throws {
    self.name = name
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent(name + Self.suffix), encoding: .utf8)
    let parts = text.split(separator: "\n\n", maxSplits: 1)
    settings = parts.count == 2 ? parts[0].split(separator: "\n").map(String.init) : []
    expected = parts.last.map(String.init) ?? ""
  }

  /// Reads the export as a run for the second quarter of 2023 does.
  func read() async throws -> KindIntake {
    let days = DaySpan(first: CalendarDay(number: 19_448), last: CalendarDay(number: 19_538))
    let profile = try profile()
    return try await SourceIntake(
      kind: profile.kind, sources: [Source(profile: profile, files: try files())],
      catalogue: Self.catalogue(), days: days, rules: CountingRules(), progress: ReadingProgress()
    ).read()
  }

  static func catalogue() throws -> UnitCatalogue {
    let path = repository.appendingPathComponent("Templates/provinces/tra-vinh/units.csv").path
    return try UnitCatalogue(path: path, name: "units.csv")
  }

  private func files() throws -> [Source.File] {
    let url = Self.folder.appendingPathComponent(name)
    guard try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true else {
      return [Source.File(path: url.path, name: name)]
    }
    return try FileManager.default.contentsOfDirectory(atPath: url.path).map {
      Source.File(path: url.appendingPathComponent($0).path, name: $0)
    }
  }

  private func profile() throws -> SourceProfile {
    let kinds = ["igate": SourceKind.dossiers, "ioffice-incoming": .incomingDocuments]
    let name = setting("profile") ?? "igate"
    guard let kind = kinds[name] else { throw CocoaError(.featureUnsupported) }
    let url = Self.repository.appendingPathComponent("Templates/sources/\(name).yaml")
    var lines = try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    for key in ["encoding", "delimiter", "dates"] {
      guard let value = setting(key),
        let line = lines.firstIndex(where: { $0.hasPrefix(key + ":") })
      else { continue }
      lines[line] = "\(key): \(value)"
    }
    let text = lines.joined(separator: "\n")
    return try SourceProfile(DataNode(text: text, name: "\(name).yaml"), kind: kind)
  }

  private func setting(_ key: String) -> String? {
    settings.first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
  }
}
