internal import DelimitedText

/// How the text of one export is cut and encoded.
struct FileDress {
  enum LineEnd: String {
    case lf = "LF"
    case crlf = "CRLF"
  }

  var delimiter: UInt8
  var hasMark: Bool
  var lineEnd: LineEnd
  var dates: DateForm

  static func comma(mark: Bool, _ lineEnd: LineEnd, _ dates: DateForm) -> FileDress {
    FileDress(delimiter: Byte.comma, hasMark: mark, lineEnd: lineEnd, dates: dates)
  }

  static func semicolon(mark: Bool, _ lineEnd: LineEnd, _ dates: DateForm) -> FileDress {
    FileDress(delimiter: Byte.semicolon, hasMark: mark, lineEnd: lineEnd, dates: dates)
  }

  static func tab(mark: Bool, _ lineEnd: LineEnd, _ dates: DateForm) -> FileDress {
    FileDress(delimiter: Byte.tab, hasMark: mark, lineEnd: lineEnd, dates: dates)
  }

  /// As the note says it.
  var delimiterName: String {
    switch delimiter {
    case Byte.comma: "dấu phẩy"
    case Byte.semicolon: "dấu chấm phẩy"
    default: "tab"
    }
  }

  var lineEndBytes: [UInt8] {
    lineEnd == .crlf ? [Byte.carriageReturn, Byte.lineFeed] : [Byte.lineFeed]
  }

  /// A text as a cell, in quotes where it needs them.
  func cell(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(cell: text, to: &bytes)
    return bytes
  }

  func append(cell text: String, to bytes: inout [UInt8]) {
    let needsQuotes = text.utf8.contains {
      $0 == delimiter || $0 == Byte.quote || $0 == Byte.lineFeed || $0 == Byte.carriageReturn
    }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(Byte.quote)
    for byte in text.utf8 {
      if byte == Byte.quote { bytes.append(Byte.quote) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }

  /// Adds a row of cells with its line end.
  func append(row cells: [String], to bytes: inout [UInt8]) {
    for (index, text) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      append(cell: text, to: &bytes)
    }
    bytes.append(contentsOf: lineEndBytes)
  }
}
