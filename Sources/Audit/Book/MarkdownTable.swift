/// A table of a Markdown file, as it is written.
struct MarkdownTable: Sendable {
  struct Row: Sendable {
    /// Counted from 1.
    var line: Int
    var cells: [String]
  }

  /// The head, the row of dashes, and the rows below.
  var rows: [Row]

  /// Runs of lines that begin with `|`.
  static func tables(in lines: [Substring]) -> [Self] {
    var tables: [Self] = []
    var isInside = false
    for (number, line) in lines.enumerated() {
      let isRow = line.utf8.first == UInt8(ascii: "|")
      if isRow {
        if !isInside { tables.append(Self(rows: [])) }
        tables[tables.count - 1].rows.append(Row(line: number + 1, cells: cells(of: line)))
      }
      isInside = isRow
    }
    return tables
  }

  /// What stands between the bars of a row, without the spaces round it.
  private static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isEscaped = false
    for byte in line.utf8.dropFirst() {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append(trimmed(cell))
        cell.removeAll(keepingCapacity: true)
      } else {
        cell.append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    // What stands behind the last bar is a cell too, unless nothing does.
    let rest = trimmed(cell)
    return rest.isEmpty ? cells : cells + [rest]
  }

  private static func trimmed(_ cell: [UInt8]) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let start = cell.drop(while: isSpace)
    let end = start.lastIndex { !isSpace($0) } ?? start.startIndex
    return start.isEmpty ? "" : String(decoding: start[...end], as: UTF8.self)
  }

  /// Whether a cell of the row of dashes is one.
  static func isDashes(_ cell: String) -> Bool {
    let dashes = cell.utf8.drop { $0 == UInt8(ascii: ":") }.prefix { $0 == UInt8(ascii: "-") }
    let colons = cell.utf8.filter { $0 == UInt8(ascii: ":") }.count
    return !dashes.isEmpty && dashes.count + colons == cell.utf8.count && colons <= 2
      && !cell.hasPrefix("::")
  }
}
