internal import Glibc

/// A file that is written beside its path first (`path` + `.part`), then put in its place, so that
/// no reader ever sees half a file.
enum WrittenFile {
  /// Nothing stays behind when it fails, and an earlier file at the path stays as it was.
  ///
  /// - Parameters:
  ///   - path: Where the file goes; its folder must exist.
  ///   - write: Writes the workbook to the path that it is given.
  /// - Throws: A ``WorkbookProblem`` of the file, or what the writing throws.
  static func write(
    to path: String, _ write: (_ part: String) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    let part = path + ".part"
    try makeEmptyFile(at: part)
    do throws(WorkbookError) {
      try write(part)
      guard unsafe rename(part, path) == 0 else {
        throw WorkbookError(.cannotRenameFile(errno))
      }
    } catch {
      _ = unsafe unlink(part)
      throw error
    }
  }

  /// Refuses a path that C would cut, and a process in which the library would write 1,5 for 1.5:
  /// the executable must leave `LC_NUMERIC` at `C`.
  static func checkBefore(writingTo path: String) throws(WorkbookError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw WorkbookError(.illegalPath(path)) }
    guard unsafe String(cString: localeconv().pointee.decimal_point) == "." else {
      throw WorkbookError(.decimalPointNotAPoint)
    }
  }

  /// Makes the file before the library does, which would print why it cannot
  /// and keep the reason to itself.
  private static func makeEmptyFile(at path: String) throws(WorkbookError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw WorkbookError(.cannotCreateFile(errno)) }
    _ = close(file)
  }
}
