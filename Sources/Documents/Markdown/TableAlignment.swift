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

  /// Lines that may be a table.
  private struct Rows {
    var cells: [Cell] = []
    /// For every row its cells, and its line with the sign that ends it.
    var rows: [(cells: Range<Int>, line: Range<Int>)] = []

    mutating func removeAll() {
      cells.removeAll(keepingCapacity: true)
      rows.removeAll(keepingCapacity: true)
    }
  }

  /// Where a column's texts stand.
  private enum Side { case left, middle, right }

  /// The text with every table aligned.
  static func aligned(_ text: [UInt8]) -> [UInt8] {
    let bytes = text.span
    var aligned: [UInt8] = []
    aligned.reserveCapacity(bytes.count + bytes.count / 2)
    var table = Rows()
    var place = 0
    while place < bytes.count {
      var end = place
      while end < bytes.count, bytes[end] != newline { end += 1 }
      let line = place..<min(end + 1, bytes.count)
      if bytes[place] != bar || !addRow(place..<end, line, of: bytes, to: &table) {
        append(table, of: bytes, to: &aligned)
        table.removeAll()
        aligned.append(lent: bytes.extracting(line))
      }
      place = end + 1
    }
    append(table, of: bytes, to: &aligned)
    return aligned
  }

  /// Adds the cells of a line from a bar to a bar; `false` where it is none.
  private static func addRow(
    _ text: Range<Int>, _ line: Range<Int>, of bytes: Span<UInt8>, to table: inout Rows
  ) -> Bool {
    guard bytes[text.upperBound - 1] == bar, text.count > 1 else { return false }
    let first = table.cells.count
    var start = text.lowerBound + 1
    var isEscaped = false
    for place in start..<text.upperBound {
      let byte = bytes[place]
      if byte == bar, !isEscaped {
        table.cells.append(cell(start..<place, of: bytes))
        start = place + 1
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    guard start == text.upperBound else {
      // The last bar was escaped.
      table.cells.removeSubrange(first...)
      return false
    }
    table.rows.append((first..<table.cells.count, line))
    return true
  }

  private static func cell(_ range: Range<Int>, of bytes: Span<UInt8>) -> Cell {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == space { start += 1 }
    while start < end, bytes[end - 1] == space { end -= 1 }
    var width = 0
    for place in start..<end where isLetter(place, of: bytes) { width += 1 }
    return Cell(bytes: start..<end, width: width)
  }

  /// Whether a byte begins a letter: accents that follow one belong to it.
  private static func isLetter(_ place: Int, of bytes: Span<UInt8>) -> Bool {
    switch bytes[place] {
    case 0x80..<0xC0, 0xCC: false
    case 0xCD: place + 1 < bytes.count && bytes[place + 1] >= 0xB0
    default: true
    }
  }

  /// Writes a table; lines that are none as they were.
  private static func append(_ table: Rows, of bytes: Span<UInt8>, to aligned: inout [UInt8]) {
    guard table.rows.count > 1, let sides = sides(of: table.cells[table.rows[1].cells], in: bytes)
    else {
      for row in table.rows { aligned.append(lent: bytes.extracting(row.line)) }
      return
    }
    let widths = widths(of: table, columns: sides.count)
    for (number, row) in table.rows.enumerated() {
      aligned.append(bar)
      for (column, place) in row.cells.enumerated() {
        let cell = table.cells[place]
        let side = column < sides.count ? sides[column] : .left
        let width = column < sides.count ? widths[column] : cell.width
        aligned.append(space)
        if number == 1 {
          appendDashes(side, isMarked: bytes[cell.bytes.lowerBound] == colon, width, to: &aligned)
        } else {
          let room = max(width - cell.width, 0)
          let before = side == .left ? 0 : side == .right ? room : room / 2
          append(space, count: before, to: &aligned)
          aligned.append(lent: bytes.extracting(cell.bytes))
          append(space, count: room - before, to: &aligned)
        }
        aligned.append(space)
        aligned.append(bar)
      }
      if bytes[row.line.upperBound - 1] == newline { aligned.append(newline) }
    }
  }

  private static func append(_ byte: UInt8, count: Int, to bytes: inout [UInt8]) {
    for _ in 0..<count { bytes.append(byte) }
  }

  /// The widths of the columns of a table in letters.
  private static func widths(of table: Rows, columns: Int) -> [Int] {
    // The least that a row of dashes takes: `:---:`.
    var widths = [Int](repeating: 5, count: columns)
    let mostOfHead = columns > fewColumns ? mostOfHead : mostOfCell
    for (number, row) in table.rows.enumerated() where number != 1 {
      for (column, place) in row.cells.prefix(columns).enumerated() {
        let width = table.cells[place].width
        let wanted =
          number > 0 ? min(width, mostOfCell) : width <= mostOfHead ? width : 0
        widths[column] = max(widths[column], wanted)
      }
    }
    return widths
  }

  /// The sides of a row of dashes; `nil` where it is none.
  private static func sides(of row: ArraySlice<Cell>, in bytes: Span<UInt8>) -> [Side]? {
    var sides: [Side] = []
    for cell in row {
      let text = bytes.extracting(cell.bytes)
      var hasDash = false
      for place in text.indices {
        guard text[place] == dash || text[place] == colon else { return nil }
        if text[place] == dash { hasDash = true }
      }
      guard hasDash else { return nil }
      sides.append(text[text.count - 1] != colon ? .left : text[0] == colon ? .middle : .right)
    }
    return sides
  }

  private static func appendDashes(
    _ side: Side, isMarked: Bool, _ width: Int, to aligned: inout [UInt8]
  ) {
    let colons = (isMarked ? 1 : 0, side == .left ? 0 : 1)
    append(colon, count: colons.0, to: &aligned)
    append(dash, count: width - colons.0 - colons.1, to: &aligned)
    append(colon, count: colons.1, to: &aligned)
  }
}
