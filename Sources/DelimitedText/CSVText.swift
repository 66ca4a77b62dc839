/// A table written as CSV: UTF-8, comma, LF, quotes only where a cell needs them (RFC 4180).
package struct CSVText: Sendable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []

  /// Starts with the header row.
  package init(header: [String]) {
    append(header)
  }

  /// Adds a row.
  package mutating func append(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(Byte.comma) }
      append(cell)
    }
    bytes.append(Byte.lineFeed)
  }

  private mutating func append(_ cell: String) {
    let start = bytes.count
    bytes.append(contentsOf: cell.utf8)
    let needsQuotes = bytes[start...].contains {
      $0 == Byte.comma || $0 == Byte.quote || $0 == Byte.lineFeed || $0 == Byte.carriageReturn
    }
    guard needsQuotes else { return }
    bytes.removeSubrange(start...)
    bytes.append(Byte.quote)
    for byte in cell.utf8 {
      if byte == Byte.quote { bytes.append(Byte.quote) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }

  /// A text from an export made harmless for programs that run cells: one that starts with
  /// `=`, `+`, `-`, `@`, a tab or a carriage return is led by an apostrophe.
  package static func guarded(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
    return "'" + text
  }
}
