internal import Foundation
package import Runs

/// Opens everything that a run wrote and lists what is wrong with it.
package struct RunAudit: Sendable {
  private let folder: String
  private let manifest: ManifestRule
  private let leaks: LeakRule?
  private let links: LinkRule

  /// The number of files that the run wrote.
  package var fileCount: Int { manifest.manifest.outputs.count }

  /// - Throws: ``RunFolderError`` where the folder holds no finished run.
  package init(folder: String) throws(RunFolderError) {
    self.folder = folder
    let content = try RunManifest(folder: folder)
    manifest = ManifestRule(manifest: content, folder: folder)
    leaks = content.units.map { LeakRule($0) }
    links = LinkRule(files: Set(content.outputs.map(\.path) + [RunManifest.name]))
  }

  /// What is wrong, file by file in the order of their paths.
  package func findings() async -> [Finding] {
    await withTaskGroup(of: FileAudit.self) { group in
      for entry in manifest.manifest.outputs { group.addTask { audit(entry) } }
      var all = manifest.findings()
      var ids: [String: Set<String>] = [:]
      var places: [(file: String, places: [LinkRule.Place])] = []
      for await found in group {
        all += found.findings
        ids[found.file] = found.ids
        if !found.places.isEmpty { places.append((found.file, found.places)) }
      }
      for (file, places) in places.sorted(by: { $0.file < $1.file }) {
        // Of a page that could not be read it has been said.
        all += places.compactMap { place in
          guard var finding = ids[place.file].flatMap({ LinkRule.finding(place, ids: $0) }) else {
            return nil
          }
          finding.file = file
          return finding
        }
      }
      return Self.sorted(all)
    }
  }

  /// What became of one file.
  private struct FileAudit: Sendable {
    var file: String
    var findings: [Finding]
    /// Of a page that could be read.
    var ids: Set<String>?
    /// Links to places in other pages.
    var places: [LinkRule.Place] = []
  }

  /// By path; those of a file in the order in which its rules found them.
  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { ($0.element.file, $0.offset) < ($1.element.file, $1.offset) }
      .map(\.element)
  }

  private func audit(_ entry: RunManifest.Entry) -> FileAudit {
    // Nothing outside the folder of the run is opened, whatever its manifest says.
    guard !entry.path.hasPrefix("/"), !entry.path.split(separator: "/").contains("..") else {
      return FileAudit(
        file: entry.path,
        findings: [
          Finding(.manifest, file: entry.path, "không nằm trong thư mục của lần chạy")
        ])
    }
    var findings = [manifest.finding(entry)].compactMap { $0 }
    let place = "\(folder)/\(entry.path)"
    guard FileManager.default.fileExists(atPath: place) else {
      return FileAudit(file: entry.path, findings: findings)
    }
    let owner = leaks?.families.owner(ofFile: entry.path)
    findings += [
      SizeRule().finding(
        file: entry.path, size: entry.size, isRowList: owner?.hasSuffix ?? false)
    ].compactMap { $0 }
    var audit = content(of: entry.path, owner?.number)
    audit.findings =
      findings
      + audit.findings.map { finding in
        var finding = finding
        finding.file = entry.path
        return finding
      }
    return audit
  }

  private func content(of path: String, _ owner: Int?) -> FileAudit {
    let place = "\(folder)/\(path)"
    switch path.split(separator: ".").last {
    case "xlsx": return FileAudit(file: path, findings: bookFindings(at: place, owner))
    case "html": return text(.page, path, owner)
    case "md": return text(.markdown, path, owner)
    case "csv": return text(.list, path, owner)
    default: return FileAudit(file: path, findings: [])
    }
  }

  private func bookFindings(at place: String, _ owner: Int?) -> [Finding] {
    do {
      let book = try AuditedBook(path: place)
      let leaked = owner.flatMap { leaks?.findings(in: book, of: $0) } ?? []
      return AuditRules.book.flatMap { $0.findings(in: book) } + leaked
    } catch {
      return [Finding(.unreadable, error.sentence)]
    }
  }

  private func text(_ kind: AuditedText.Kind, _ path: String, _ owner: Int?) -> FileAudit {
    guard let content = FileManager.default.contents(atPath: "\(folder)/\(path)"),
      let text = String(validating: content, as: UTF8.self)
    else {
      return FileAudit(
        file: path, findings: [Finding(.unreadable, "tệp không phải văn bản UTF-8")])
    }
    do {
      let audited = try AuditedText(kind: kind, content: text)
      let linked = links.findings(in: audited, at: path)
      let leaked = owner.flatMap { leaks?.findings(in: audited, of: $0) } ?? []
      return FileAudit(
        file: path,
        findings: AuditRules.findings(in: audited) + linked.findings + leaked,
        ids: audited.page.map { Set($0.ids.keys) }, places: linked.places)
    } catch {
      return FileAudit(
        file: path, findings: [Finding(.unreadable, line: error.line, error.sentence)])
    }
  }
}
