internal import Glibc

/// Files that have no name and are gone when they are closed.
enum TemporaryFile {
  /// Where they stand: `TMPDIR`, else the folder for large temporary files.
  static var folder: String {
    if let name = unsafe getenv("TMPDIR") {
      let text = unsafe String(cString: name)
      if !text.isEmpty { return text }
    }
    return unsafe access("/var/tmp", W_OK) == 0 ? "/var/tmp" : "/tmp"
  }

  /// Makes an empty file to write and read.
  static func make() throws(TextFileProblem) -> OpenFile {
    let folder = folder
    var template = Array("\(folder)/baocao-XXXXXX".utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress else { return Int32(-1) }
      let descriptor = unsafe mkstemp(start)
      if descriptor >= 0 {
        _ = unsafe unlink(start)
        // A program that is started meanwhile must not keep the file.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      }
      return descriptor
    }
    guard descriptor >= 0 else { throw .temporaryFolder(folder, OpenFile.words(errno)) }
    return OpenFile(owning: descriptor)
  }
}
