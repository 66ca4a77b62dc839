internal import Crypto
internal import Foundation
internal import Runs

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
