/// A table written as CSV: UTF-8, comma, LF, quotes only where a cell needs them (RFC 4180).
package struct CSVText: Sendable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  /// Whether the row at hand has a cell.
  private var hasCells = false

  /// Starts with the header row.
  package init(header: [String]) {
    append(header)
  }

  /// Adds a row.
  package mutating func append(_ cells: [String]) {
    for cell in cells { add(cell) }
    endRow()
  }

  /// Adds a cell to the row at hand.
  package mutating func add(_ cell: String) {
    separate()
    var cell = cell
    cell.withUTF8 { unsafe append($0.span) }
  }

  /// Likewise a number from 0 up.
  package mutating func add(_ number: Int) {
    separate()
    bytes.append(decimal: UInt64(number), leastDigits: 1)
  }

  /// Ends the row at hand.
  package mutating func endRow() {
    bytes.append(Byte.lineFeed)
    hasCells = false
  }

  private mutating func separate() {
    if hasCells { bytes.append(Byte.comma) }
    hasCells = true
  }

  private mutating func append(_ cell: Span<UInt8>) {
    var needsQuotes = false
    for index in cell.indices {
      let byte = cell[index]
      let isSign =
        byte == Byte.comma || byte == Byte.quote || byte == Byte.lineFeed
        || byte == Byte.carriageReturn
      needsQuotes = needsQuotes || isSign
    }
    guard needsQuotes else {
      unsafe cell.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      return
    }
    bytes.append(Byte.quote)
    for index in cell.indices {
      let byte = cell[index]
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

extension [UInt8] {
  /// Appends the digits of a number, led by zeros where there are fewer than so many.
  package mutating func append(decimal number: UInt64, leastDigits: Int) {
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var start = digits.count
    var rest = number
    repeat {
      start -= 1
      digits[start] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
    } while rest > 0 || digits.count - start < leastDigits
    for index in start..<digits.count { append(digits[index]) }
  }
}
