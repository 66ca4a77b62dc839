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
    try WrittenFile.checkBefore(writingTo: path)
    try check()
    try WrittenFile.write(to: path) { part throws(WorkbookError) in
      let needed = unpackedBytes
      try TemporarySpace.check(isAtLeast: needed)
      var writer = try BookWriter(path: part)
      try writer.fill(from: self)
      try writer.close()
      try TemporarySpace.check(isAtLeast: needed)
    }
  }
}

extension ListBook {
  /// Writes the workbook as ``BookLayout/write(to:)`` does, row by row in the memory of one row.
  ///
  /// Each content is checked as it is written. Equal lists give equal bytes.
  ///
  /// - Parameter path: Where the workbook goes; its folder must exist.
  /// - Throws: What ``check()`` refuses, what is wrong with a content, or a ``WorkbookProblem`` of
  ///   the file.
  package func write(to path: String) throws(WorkbookError) {
    try WrittenFile.checkBefore(writingTo: path)
    try check()
    try WrittenFile.write(to: path) { part throws(WorkbookError) in
      var writer = try BookWriter(path: part, rowByRow: true)
      var space = ListSpace()
      try writer.fill(from: self, space: &space)
      // The library copies the rows into the part before it packs them.
      try space.check()
      try writer.close()
      try space.check()
    }
  }
}
