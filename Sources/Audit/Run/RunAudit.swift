internal import Foundation

/// Opens everything that a run wrote and lists what is wrong with it.
package struct RunAudit: Sendable {
  private let folder: String
  private let manifest: ManifestRule
  private let leaks: LeakRule?

  /// The number of files that the run wrote.
  package var fileCount: Int { manifest.manifest.outputs.count }

  /// - Throws: ``AuditError`` where the folder holds no finished run.
  package init(folder: String) throws(AuditError) {
    self.folder = folder
    let content = try RunManifest(folder: folder)
    manifest = ManifestRule(manifest: content, folder: folder)
    leaks = content.units.map { LeakRule($0) }
  }

  /// What is wrong, file by file in the order of their paths.
  package func findings() async -> [Finding] {
    await withTaskGroup(of: [Finding].self) { group in
      for entry in manifest.manifest.outputs { group.addTask { findings(in: entry) } }
      var all = manifest.findings()
      for await found in group { all += found }
      return Self.sorted(all)
    }
  }

  /// By path; those of a file in the order in which its rules found them.
  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { ($0.element.file, $0.offset) < ($1.element.file, $1.offset) }
      .map(\.element)
  }

  private func findings(in entry: RunManifest.Entry) -> [Finding] {
    // Nothing outside the folder of the run is opened, whatever its manifest says.
    guard !entry.path.hasPrefix("/"), !entry.path.split(separator: "/").contains("..") else {
      return [Finding(.manifest, file: entry.path, "không nằm trong thư mục của lần chạy")]
    }
    var findings = [manifest.finding(entry)].compactMap { $0 }
    let place = "\(folder)/\(entry.path)"
    guard FileManager.default.fileExists(atPath: place) else { return findings }
    let owner = leaks?.families.owner(ofFile: entry.path)
    findings += [
      SizeRule().finding(
        file: entry.path, size: entry.size, isRowList: owner?.hasSuffix ?? false)
    ].compactMap { $0 }
    findings += content(of: entry.path, owner?.number).map { finding in
      var finding = finding
      finding.file = entry.path
      return finding
    }
    return findings
  }

  private func content(of path: String, _ owner: Int?) -> [Finding] {
    let place = "\(folder)/\(path)"
    switch path.split(separator: ".").last {
    case "xlsx":
      do {
        let book = try AuditedBook(path: place)
        let leaked = owner.flatMap { leaks?.findings(in: book, of: $0) } ?? []
        return AuditRules.book.flatMap { $0.findings(in: book) } + leaked
      } catch {
        return [Finding(.unreadable, error.sentence)]
      }
    case "html": return text(.page, at: place, owner)
    case "md": return text(.markdown, at: place, owner)
    case "csv": return text(.list, at: place, owner)
    default: return []
    }
  }

  private func text(_ kind: AuditedText.Kind, at place: String, _ owner: Int?) -> [Finding] {
    guard let content = FileManager.default.contents(atPath: place),
      let text = String(validating: content, as: UTF8.self)
    else { return [Finding(.unreadable, "tệp không phải văn bản UTF-8")] }
    let audited = AuditedText(kind: kind, content: text)
    let leaked = owner.flatMap { leaks?.findings(in: audited, of: $0) } ?? []
    return AuditRules.text.flatMap { $0.findings(in: audited) } + leaked
  }
}
