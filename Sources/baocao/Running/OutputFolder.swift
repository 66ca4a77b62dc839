import CLinux
import Delivery
import Foundation
import Glibc

/// The folder of a run, which appears whole or not at all: everything is written beside it and
/// moved into its place at the end.
struct OutputFolder {
  let path: String
  /// Where files are written until then.
  let staging: String

  /// Makes room for a run; `guarding` is called with the folder that is about to be made, which an
  /// end by signal has to remove.
  ///
  /// - Throws: a failure where the folder holds a finished run and `force` is not given, or
  ///   anything else than a run, which is never replaced.
  init(path: String, force: Bool, guarding: (String) -> Void = { _ in }) throws {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    self.path = url.path
    staging = "\(url.path).part-\(getpid())"
    let files = FileManager.default
    if files.fileExists(atPath: url.path) {
      let content = try? files.contentsOfDirectory(atPath: url.path)
      guard let content else {
        throw Failure(.cannotCreate, "\(path): đã có tệp trùng tên. Hãy chọn thư mục khác.")
      }
      if content.contains("manifest.json") {
        guard force else {
          throw Failure(
            .cannotCreate,
            "\(path): thư mục này đã có kết quả của một lần chạy. Hãy chọn thư mục khác, hoặc thêm "
              + "--force để thay.")
        }
      } else if !content.isEmpty {
        throw Failure(
          .cannotCreate,
          "\(path): thư mục này có tệp không phải kết quả của baocao nên không được thay. Hãy chọn "
            + "thư mục khác.")
      }
    }
    removeLeftovers(beside: url)
    // Missing folders above are made; whatever goes wrong shows in making the folder itself.
    try? files.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    guarding(staging)
    guard unsafe mkdir(staging, 0o777) == 0 else {
      throw Failure(
        .cannotCreate, "\(path): không tạo được thư mục (\(SystemWords.reason(errno))).")
    }
  }

  /// Removes what runs that were killed left beside the folder.
  private func removeLeftovers(beside url: URL) {
    let folder = url.deletingLastPathComponent().path
    let prefix = url.lastPathComponent + ".part-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)), kill(process, 0) != 0 else {
        continue
      }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// Writes one file of the run; `name` is its path from the folder.
  func write(_ bytes: Data, to name: String) throws {
    let target = place(of: name)
    if let end = name.lastIndex(of: "/") { try makeFolder(String(name[..<end])) }
    // Not `Data.write` nor `createFile`: they wait for the disk, or make another file and rename it, for
    // each of a thousand. The fingerprints of `manifest.json` tell what a power cut may have spoilt.
    let file = unsafe open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      throw Failure(
        .readOrWriteFailed, "\(target): không ghi được tệp (\(SystemWords.reason(errno))).")
    }
    do {
      try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: bytes)
    } catch {
      throw Failure(
        .readOrWriteFailed, "\(target): không ghi được tệp (\(SystemWords.reason(error))).")
    }
  }

  /// Makes a folder right below that of the run; one that is there already is no fault.
  ///
  /// It fails where the folder of the run is gone: what a signal removed must not come back.
  func makeFolder(_ name: String) throws {
    guard unsafe mkdir(place(of: name), 0o777) != 0, errno != EEXIST else { return }
    throw Failure(
      .readOrWriteFailed,
      "\(place(of: name)): không tạo được thư mục (\(SystemWords.reason(errno))).")
  }

  /// Where a file of the run is written for now.
  func place(of name: String) -> String { "\(staging)/\(name)" }

  /// Every file written so far, by its path from the folder, sorted.
  func names() -> [String] {
    let names = FileManager.default.enumerator(atPath: staging)?.compactMap { $0 as? String } ?? []
    return names.filter { !Folders.isFolder(place(of: $0)) }.sorted()
  }

  /// Moves everything into its place in one step.
  func publish() throws {
    let exists = FileManager.default.fileExists(atPath: path)
    if exists {
      do {
        try MailFolder.carryLedger(from: path, to: staging)
      } catch {
        throw Failure(error)
      }
    }
    let status = unsafe exists ? exchange_paths(staging, path) : rename(staging, path)
    guard status == 0 else {
      let reason = SystemWords.reason(errno)
      throw Failure(.cannotCreate, "\(path): không chuyển được kết quả vào chỗ (\(reason)).")
    }
    // What was there before is in the staging folder now.
    if exists { discard() }
  }

  /// Removes what was written.
  func discard() {
    try? FileManager.default.removeItem(atPath: staging)
  }
}
