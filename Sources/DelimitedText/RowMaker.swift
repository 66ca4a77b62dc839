/// Makes rows of the places of delimiters, quotes and line ends in a block.
///
/// The pointers belong to the caller, who keeps them alive for as long as the maker.
@unsafe struct RowMaker {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the block in the bytes; places and cells count from it.
  let base: Int
  /// Offset behind the block.
  let end: Int
  /// Whether the bytes end with the block.
  let isLast: Bool
  let delimiter: UInt8
  let places: Slice<UnsafeBufferPointer<UInt32>>
  let cells: UnsafeMutableBufferPointer<Cell>
  /// Offset of the next row in the bytes.
  private(set) var offset: Int
  /// The next of ``places``.
  private var place = 0
  private var cellCount = 0

  init(
    bytes: UnsafeBufferPointer<UInt8>, base: Int, end: Int, isLast: Bool, delimiter: UInt8,
    places: Slice<UnsafeBufferPointer<UInt32>>, cells: UnsafeMutableBufferPointer<Cell>
  ) {
    unsafe self.bytes = bytes
    unsafe self.base = base
    unsafe self.end = end
    unsafe self.isLast = isLast
    unsafe self.delimiter = delimiter
    unsafe self.places = places
    unsafe self.cells = cells
    unsafe offset = base
  }

  /// The next row; `nil` where the block holds no further whole row.
  mutating func next(line: Int) -> Row? {
    guard unsafe offset < end else { return nil }
    let firstCell = unsafe cellCount
    let firstPlace = unsafe place
    var cellStart = unsafe offset
    var innerLines = 0
    while unsafe place < places.count {
      let sign = unsafe base + Int(places[place])
      let byte = unsafe bytes[sign]
      if byte == Byte.quote {
        unsafe place += 1
        guard sign == cellStart else { continue }
        switch unsafe quotedCell(at: sign) {
        case .closed(let close, let hasDoubledQuotes, let lineBreaks):
          unsafe append(sign + 1, close, hasDoubledQuotes)
          innerLines += lineBreaks
          cellStart = close + 1
          // The sign behind the closing quote ends the cell that has just been made.
          guard unsafe cellStart < bytes.count else {
            return unsafe finish(firstCell, line, innerLines, lineEnd: cellStart)
          }
          guard unsafe place < places.count else {
            return unsafe giveUp(firstCell, firstPlace)
          }
          unsafe place += 1
          guard unsafe bytes[cellStart] == delimiter else {
            return unsafe finish(firstCell, line, innerLines, lineEnd: cellStart)
          }
          cellStart += 1
        case .broken:
          return unsafe broken(firstCell, firstPlace, line)
        case .unfinished:
          return unsafe giveUp(firstCell, firstPlace)
        }
      } else {
        unsafe place += 1
        unsafe append(cellStart, sign, false)
        guard unsafe byte == delimiter else {
          return unsafe finish(firstCell, line, innerLines, lineEnd: sign)
        }
        cellStart = sign + 1
      }
    }
    guard unsafe isLast else { return unsafe giveUp(firstCell, firstPlace) }
    unsafe append(cellStart, end, false)
    return unsafe finish(firstCell, line, innerLines, lineEnd: end)
  }

  private enum Quoted {
    case closed(at: Int, hasDoubledQuotes: Bool, lineBreaks: Int)
    /// Not closed as it should be.
    case broken
    /// The block ends before that is known.
    case unfinished
  }

  /// The quoted cell that opens at an offset; ``place`` goes behind its closing quote.
  private mutating func quotedCell(at open: Int) -> Quoted {
    var hasDoubledQuotes = false
    var lineBreaks = 0
    while unsafe place < places.count {
      let sign = unsafe base + Int(places[place])
      let byte = unsafe bytes[sign]
      unsafe place += 1
      if byte == Byte.quote {
        let next = sign + 1
        guard unsafe next < bytes.count else {
          return .closed(at: sign, hasDoubledQuotes: hasDoubledQuotes, lineBreaks: lineBreaks)
        }
        let follower = unsafe bytes[next]
        if follower == Byte.quote {
          guard unsafe place < places.count else { return .unfinished }
          hasDoubledQuotes = true
          unsafe place += 1
        } else if unsafe follower == delimiter || isLineEnd(follower) {
          return .closed(at: sign, hasDoubledQuotes: hasDoubledQuotes, lineBreaks: lineBreaks)
        } else {
          return .broken
        }
      } else if unsafe isLineEnd(byte) {
        lineBreaks += 1
        guard lineBreaks < RowReader.longestQuotedCell else { return .broken }
        guard byte == Byte.carriageReturn else { continue }
        guard unsafe sign + 1 < end || isLast else { return .unfinished }
        if unsafe sign + 1 < bytes.count, unsafe bytes[sign + 1] == Byte.lineFeed {
          unsafe place += 1
        }
      }
    }
    return unsafe isLast ? .broken : .unfinished
  }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private mutating func append(_ start: Int, _ end: Int, _ hasDoubledQuotes: Bool) {
    unsafe cells[cellCount] = unsafe Cell(
      start: UInt32(truncatingIfNeeded: start - base),
      length: UInt32(truncatingIfNeeded: end - start), hasDoubledQuotes: hasDoubledQuotes)
    unsafe cellCount += 1
  }

  /// The row of the cells since `firstCell`; its line ends at an offset, or the bytes do.
  private mutating func finish(
    _ firstCell: Int, _ line: Int, _ innerLines: Int, lineEnd: Int
  ) -> Row {
    unsafe offset = min(lineEnd + 1, bytes.count)
    if unsafe lineEnd + 1 < bytes.count, unsafe bytes[lineEnd] == Byte.carriageReturn,
      unsafe bytes[lineEnd + 1] == Byte.lineFeed
    {
      unsafe offset = lineEnd + 2
      // The line feed has a place of its own if it is still in the block.
      if unsafe lineEnd + 1 < end { unsafe place += 1 }
    }
    return unsafe Row(
      firstCell: firstCell, cellCount: cellCount - firstCell, line: line,
      lineCount: innerLines + 1, hasBrokenQuote: false)
  }

  /// The first line alone, as one cell for whoever has to look at it.
  private mutating func broken(_ firstCell: Int, _ firstPlace: Int, _ line: Int) -> Row? {
    unsafe cellCount = firstCell
    unsafe place = firstPlace
    let start = unsafe offset
    while unsafe place < places.count {
      let sign = unsafe base + Int(places[place])
      unsafe place += 1
      guard unsafe isLineEnd(bytes[sign]) else { continue }
      unsafe append(start, sign, false)
      var row = unsafe finish(firstCell, line, 0, lineEnd: sign)
      row.hasBrokenQuote = true
      return row
    }
    guard unsafe isLast else { return unsafe giveUp(firstCell, firstPlace) }
    unsafe append(start, end, false)
    var row = unsafe finish(firstCell, line, 0, lineEnd: end)
    row.hasBrokenQuote = true
    return row
  }

  /// Leaves the row to the next block.
  private mutating func giveUp(_ firstCell: Int, _ firstPlace: Int) -> Row? {
    unsafe cellCount = firstCell
    unsafe place = firstPlace
    return nil
  }
}
