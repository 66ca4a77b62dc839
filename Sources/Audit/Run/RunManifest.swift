internal import Crypto
internal import Foundation

/// What `manifest.json` says of the files of a run.
struct RunManifest: Decodable {
  static let name = "manifest.json"

  struct Entry: Decodable {
    /// From the folder of the run.
    var path: String
    var size: Int
    var sha256: String
  }

  var outputs: [Entry]
  /// `nil` where the run is of a version that did not list them.
  var units: [ReportedUnit]?

  /// - Throws: ``AuditError`` where the folder holds no finished run.
  init(folder: String) throws(AuditError) {
    let place = "\(folder)/\(Self.name)"
    guard let content = FileManager.default.contents(atPath: place) else {
      throw .notARun(folder)
    }
    do {
      self = try JSONDecoder().decode(Self.self, from: content)
    } catch {
      throw .unreadableManifest(place)
    }
  }
}

/// Why a folder cannot be audited at all.
package enum AuditError: Error, Hashable, Sendable {
  /// There is no such folder, or no `manifest.json` in it.
  case notARun(String)
  case unreadableManifest(String)
}

/// The files of a run are those that its manifest lists, byte for byte.
struct ManifestRule {
  /// Where `baocao mail` writes its messages after the run.
  private static let later = ["mail/"]

  let manifest: RunManifest
  let folder: String

  /// Of the files that are too many, and of entries that stand twice.
  func findings() -> [Finding] {
    var listed: Set<String> = []
    var findings: [Finding] = []
    for entry in manifest.outputs where !listed.insert(entry.path).inserted {
      findings.append(
        Finding(.manifest, file: entry.path, "được ghi hai lần trong \(RunManifest.name)"))
    }
    for name in files() where name != RunManifest.name && !listed.contains(name) {
      guard !Self.later.contains(where: { name.hasPrefix($0) }) else { continue }
      findings.append(
        Finding(.manifest, file: name, "không có trong danh sách của \(RunManifest.name)"))
    }
    if manifest.units == nil {
      findings.append(
        Finding(
          .manifest, file: RunManifest.name,
          "thiếu danh sách đơn vị (units) nên không kiểm tra được lộ số liệu; hãy lập lại báo cáo"))
    }
    return findings
  }

  /// What is wrong with a file that the manifest lists.
  func finding(_ entry: RunManifest.Entry) -> Finding? {
    guard let content = FileManager.default.contents(atPath: "\(folder)/\(entry.path)") else {
      return Finding(.manifest, file: entry.path, "có trong \(RunManifest.name) mà không có tệp")
    }
    guard content.count == entry.size else {
      return Finding(
        .manifest, file: entry.path,
        "có \(content.count) byte, khác \(entry.size) byte ghi trong \(RunManifest.name)")
    }
    guard SHA256.hash(data: content).hexadecimalText == entry.sha256 else {
      return Finding(
        .manifest, file: entry.path, "nội dung đã bị thay đổi so với \(RunManifest.name) (SHA-256)")
    }
    return nil
  }

  /// Every file below the folder, sorted.
  private func files() -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(
        atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }
}
