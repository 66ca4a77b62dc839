internal import Glibc

extension BookLayout {
  /// Writes the workbook: beside the path first (`path` + `.part`), then in its
  /// place, so that no reader ever sees half a file.
  ///
  /// Equal layouts give equal bytes, at any time and in any time zone. Nothing
  /// stays behind when it fails, and an earlier file at the path stays as it was.
  ///
  /// - Parameter path: Where the workbook goes; its folder must exist.
  /// - Throws: What ``check()`` refuses, or a ``WorkbookProblem`` of the file.
  package func write(to path: String) throws(WorkbookError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw WorkbookError(.illegalPath(path)) }
    try Self.checkDecimalPoint()
    try check()
    let part = path + ".part"
    try Self.makeEmptyFile(at: part)
    do throws(WorkbookError) {
      try writeDirectly(to: part)
      guard unsafe rename(part, path) == 0 else {
        throw WorkbookError(.cannotRenameFile(errno))
      }
    } catch {
      _ = unsafe unlink(part)
      throw error
    }
  }

  private func writeDirectly(to path: String) throws(WorkbookError) {
    let needed = unpackedBytes
    try TemporarySpace.check(isAtLeast: needed)
    var writer = try BookWriter(path: path)
    try writer.fill(from: self)
    try writer.close()
    try TemporarySpace.check(isAtLeast: needed)
  }

  /// Makes the file before the library does, which would print why it cannot
  /// and keep the reason to itself.
  private static func makeEmptyFile(at path: String) throws(WorkbookError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw WorkbookError(.cannotCreateFile(errno)) }
    _ = close(file)
  }

  /// Refuses a process in which the library would write 1,5 for 1.5: the
  /// executable must leave `LC_NUMERIC` at `C`.
  private static func checkDecimalPoint() throws(WorkbookError) {
    guard unsafe String(cString: localeconv().pointee.decimal_point) == "." else {
      throw WorkbookError(.decimalPointNotAPoint)
    }
  }
}
