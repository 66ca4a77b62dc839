internal import Foundation
internal import Glibc

/// The right to rehearse and send from a folder `mail`; one process at a time has it, and gives it back
/// when it ends, however it ends.
package struct MailLock: ~Copyable {
  private static let name = "lock"
  private let descriptor: Int32

  /// - Throws: ``MailFolderProblem``, where another process has it.
  package init(folder: String) throws(MailFolderProblem) {
    descriptor = try Self.take("\(folder)/\(Self.name)")
  }

  deinit { close(descriptor) }

  private static func take(_ path: String) throws(MailFolderProblem) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      let holder = FileManager.default.contents(atPath: path).flatMap {
        Int(String(decoding: $0, as: UTF8.self).trimmed())
      }
      throw .inUse(by: holder)
    }
    // For whoever comes second.
    let number = Array("\(getpid())\n".utf8)
    guard ftruncate(descriptor, 0) == 0,
      unsafe write(descriptor, number, number.count) == number.count
    else {
      let reason = errno
      close(descriptor)
      throw .cannotWrite(path, reason)
    }
    return descriptor
  }
}
