/// The first line of every accepted row of a chunk, from 1 at its beginning.
///
/// Where every row has one line and none was rejected between them, the lines are one run, of
/// which the beginning says all.
struct RowLines: Sendable {
  /// The first row of every run, where there are runs.
  private var starts: [Int] = []
  /// The line of the first row of every run, or of every row.
  private var lines: [UInt32] = []

  /// - Parameter all: The line of every row, in rising order.
  init(_ all: [UInt32]) {
    for (row, line) in all.enumerated() where row == 0 || line != all[row - 1] + 1 {
      starts.append(row)
      lines.append(line)
      // Shorter than all lines only as long as runs are.
      guard starts.count * 4 <= all.count || starts.count == 1 else {
        starts = []
        lines = all.map { $0 }
        return
      }
    }
  }

  /// The line of a row, from 0.
  subscript(row: Int) -> Int {
    guard !starts.isEmpty else { return Int(lines[row]) }
    let run = starts.lastPlace(notAbove: row)
    return Int(lines[run]) + row - starts[run]
  }
}
