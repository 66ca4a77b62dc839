/// Room for the rows of long lists, which leave the memory for the temporary folder as they are
/// written, and are copied there once more before they are packed.
struct ListSpace {
  private var bytes = 1 << 20
  private var bytesAtCheck = 0

  /// Counts a content, and looks at the room every few megabytes.
  mutating func add(_ content: CellContent) throws(WorkbookError) {
    bytes += 100 + 7 * content.textBytes
    if bytes - bytesAtCheck > 8 << 20 { try check() }
  }

  /// Throws unless what was written so far has room once more.
  mutating func check() throws(WorkbookError) {
    bytesAtCheck = bytes
    try TemporarySpace.check(isAtLeast: bytes)
  }
}
