/// Puts the bars of Markdown tables below each other, so that they can be read as they are written.
///
/// Readers of Markdown drop the spaces that it adds. A cell that is much wider than the others of
/// its column stands out instead of widening every row, and so does a long head.
enum TableAlignment {
  /// Letters beyond which a cell does not widen its column.
  private static let mostOfCell = 56
  /// The same for heads of tables with more columns than a few: a number of three digits must not
  /// stand in thirty spaces.
  private static let mostOfHead = 20
  private static let fewColumns = 3

  private static let bar = UInt8(ascii: "|")
  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")
  private static let space = UInt8(ascii: " ")
  private static let newline = UInt8(ascii: "\n")

  /// A cell without the spaces round it.
  private struct Cell {
    var bytes: Range<Int>
    /// In letters.
    var width: Int
  }

  private struct Row {
    var cells: [Cell]
    /// With the sign that ends it.
    var line: Range<Int>
  }

  /// Where a column's texts stand.
  private enum Side { case left, middle, right }

  /// The text with every table aligned.
  static func aligned(_ bytes: [UInt8]) -> [UInt8] {
    var aligned: [UInt8] = []
    aligned.reserveCapacity(bytes.count + bytes.count / 4)
    var rows: [Row] = []
    var place = 0
    while place < bytes.count {
      let end = bytes[place...].firstIndex(of: newline) ?? bytes.count
      if bytes[place] == bar, let cells = cells(of: place..<end, in: bytes) {
        rows.append(Row(cells: cells, line: place..<min(end + 1, bytes.count)))
      } else {
        append(rows, of: bytes, to: &aligned)
        rows.removeAll(keepingCapacity: true)
        aligned += bytes[place..<end]
        if end < bytes.count { aligned.append(newline) }
      }
      place = end + 1
    }
    append(rows, of: bytes, to: &aligned)
    return aligned
  }

  /// The cells of a line from a bar to a bar; `nil` where it is none.
  private static func cells(of line: Range<Int>, in bytes: [UInt8]) -> [Cell]? {
    guard bytes[line.upperBound - 1] == bar, line.count > 1 else { return nil }
    var cells: [Cell] = []
    var start = line.lowerBound + 1
    var isEscaped = false
    for place in start..<line.upperBound {
      let byte = bytes[place]
      if byte == bar, !isEscaped {
        cells.append(cell(start..<place, of: bytes))
        start = place + 1
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    // The last bar was escaped.
    return start == line.upperBound ? cells : nil
  }

  private static func cell(_ range: Range<Int>, of bytes: [UInt8]) -> Cell {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == space { start += 1 }
    while start < end, bytes[end - 1] == space { end -= 1 }
    var width = 0
    for place in start..<end where isLetter(place, of: bytes) { width += 1 }
    return Cell(bytes: start..<end, width: width)
  }

  /// Whether a byte begins a letter: accents that follow one belong to it.
  private static func isLetter(_ place: Int, of bytes: [UInt8]) -> Bool {
    switch bytes[place] {
    case 0x80..<0xC0, 0xCC: false
    case 0xCD: place + 1 < bytes.count && bytes[place + 1] >= 0xB0
    default: true
    }
  }

  /// Writes a table; lines that are none as they were.
  private static func append(_ rows: [Row], of bytes: [UInt8], to aligned: inout [UInt8]) {
    guard rows.count > 1, let sides = sides(of: rows[1].cells, in: bytes) else {
      for row in rows { aligned += bytes[row.line] }
      return
    }
    let widths = widths(of: rows, columns: sides.count)
    for (number, row) in rows.enumerated() {
      aligned.append(bar)
      for (column, cell) in row.cells.enumerated() {
        let side = column < sides.count ? sides[column] : .left
        let width = column < sides.count ? widths[column] : cell.width
        aligned.append(space)
        if number == 1 {
          appendDashes(side, isMarked: bytes[cell.bytes.lowerBound] == colon, width, to: &aligned)
        } else {
          let room = max(width - cell.width, 0)
          let before = side == .left ? 0 : side == .right ? room : room / 2
          aligned.append(contentsOf: repeatElement(space, count: before))
          aligned += bytes[cell.bytes]
          aligned.append(contentsOf: repeatElement(space, count: room - before))
        }
        aligned.append(space)
        aligned.append(bar)
      }
      if bytes[row.line.upperBound - 1] == newline { aligned.append(newline) }
    }
  }

  /// The widths of the columns of a table in letters.
  private static func widths(of rows: [Row], columns: Int) -> [Int] {
    // The least that a row of dashes takes: `:---:`.
    var widths = [Int](repeating: 5, count: columns)
    let mostOfHead = columns > fewColumns ? mostOfHead : mostOfCell
    for (number, row) in rows.enumerated() where number != 1 {
      for (column, cell) in row.cells.enumerated() where column < columns {
        let width =
          number > 0 ? min(cell.width, mostOfCell) : cell.width <= mostOfHead ? cell.width : 0
        widths[column] = max(widths[column], width)
      }
    }
    return widths
  }

  /// The sides of a row of dashes; `nil` where it is none.
  private static func sides(of row: [Cell], in bytes: [UInt8]) -> [Side]? {
    var sides: [Side] = []
    for cell in row {
      let text = bytes[cell.bytes]
      guard let first = text.first, let last = text.last, text.contains(dash),
        text.allSatisfy({ $0 == dash || $0 == colon })
      else { return nil }
      sides.append(last != colon ? .left : first == colon ? .middle : .right)
    }
    return sides
  }

  private static func appendDashes(
    _ side: Side, isMarked: Bool, _ width: Int, to aligned: inout [UInt8]
  ) {
    let colons = (isMarked ? 1 : 0, side == .left ? 0 : 1)
    aligned.append(contentsOf: repeatElement(colon, count: colons.0))
    aligned.append(contentsOf: repeatElement(dash, count: width - colons.0 - colons.1))
    aligned.append(contentsOf: repeatElement(colon, count: colons.1))
  }
}
