internal import DelimitedText

/// Looks at rows of a file, before it is read, to decide how each column writes its dates.
///
/// Where a profile reads both day and month first, every row is looked at, so that one cell such
/// as 13/06 decides for all; else some hundreds of rows from all parts of the file tell text from
/// serial numbers, and show a file that is written otherwise than its profile says.
struct DateSurvey {
  /// What the cells of one column were.
  private struct Evidence {
    /// Cells that hold something, that a text form reads, and that are serial numbers.
    var filled = 0
    var texts = 0
    var serials = 0
    /// Cells that could be read with the day first only, and with the month first only.
    var dayFirst = 0
    var monthFirst = 0
    /// Cells that either order reads.
    var either = 0
    /// A text that only the order less often seen reads, for a message.
    var example: [DateOrder: Range<Int>] = [:]
  }

  /// Rows that are looked at in every part of a large file, and the number of parts.
  private static let rowsOfPart = 64
  private static let parts = 16
  /// A file of fewer bytes is looked at as a whole, up to so many rows of each part.
  private static let small = 1 << 18

  private let header: FoundHeader
  private let writings: [DateWriting]
  private let orders: Set<DateOrder>
  private let dayFirst: [DateWriting]
  private let monthFirst: [DateWriting]
  private let texts: [DateWriting]
  private let personal: Set<String>
  private var evidence: [Evidence]
  /// How many rows there were with each number of cells.
  private var cellCounts: [Int: Int] = [:]

  init(_ bytes: Span<UInt8>, header: FoundHeader, profile: SourceProfile) {
    self.header = header
    writings = profile.dates
    orders = Set(writings.compactMap(\.order))
    let mirrored = writings.compactMap(\.mirrored)
    dayFirst = (writings + mirrored).filter { $0.order == .dayFirst }
    monthFirst = (writings + mirrored).filter { $0.order == .monthFirst }
    texts = writings.filter { $0 != .serial }
    personal = profile.personal
    evidence = [Evidence](repeating: Evidence(), count: header.columns.width)
    look(at: bytes)
  }

  private mutating func look(at bytes: Span<UInt8>) {
    let start = header.reader.offset
    let isWhole = orders.count > 1 || bytes.count - start < Self.small
    let step = isWhole ? bytes.count - start : (bytes.count - start) / Self.parts
    var batch = RowBatch()
    for part in 0..<(isWhole ? 1 : Self.parts) {
      let next = start + (part + 1) * step
      let line = OpenFile.firstLine(behind: start + part * step, before: next, in: bytes)
      guard line < next else { continue }
      var reader = RowReader(delimiter: header.delimiter, startingAt: line)
      repeat {
        reader.read(isWhole ? 1024 : Self.rowsOfPart, from: bytes, into: &batch)
        for row in batch.rows { take(row, batch, bytes) }
      } while isWhole && !batch.rows.isEmpty
    }
  }

  private mutating func take(_ row: Row, _ batch: RowBatch, _ bytes: Span<UInt8>) {
    guard !row.hasBrokenQuote, row.cellCount > 2 else { return }
    cellCounts[row.cellCount, default: 0] += 1
    for index in 0..<min(row.cellCount, evidence.count) {
      guard let cell = batch.cell(index, of: row) else { continue }
      let range = CellBytes.trimmed(batch.range(of: cell), of: bytes)
      guard !range.isEmpty else { continue }
      evidence[index].filled += 1
      // A date has four digits at least, and begins with one.
      guard range.count >= 5, bytes[range.lowerBound] &- 0x30 < 10 else { continue }
      note(range, bytes, in: index)
    }
  }

  private mutating func note(_ range: Range<Int>, _ bytes: Span<UInt8>, in index: Int) {
    if SerialDay.day(in: range, of: bytes) != nil { evidence[index].serials += 1 }
    if texts.contains(where: { $0.day(in: range, of: bytes) != nil }) { evidence[index].texts += 1 }
    let isDayFirst = dayFirst.contains { $0.day(in: range, of: bytes) != nil }
    let isMonthFirst = monthFirst.contains { $0.day(in: range, of: bytes) != nil }
    switch (isDayFirst, isMonthFirst) {
    case (true, true): evidence[index].either += 1
    case (true, false):
      evidence[index].dayFirst += 1
      evidence[index].example[.dayFirst] = evidence[index].example[.dayFirst] ?? range
    case (false, true):
      evidence[index].monthFirst += 1
      evidence[index].example[.monthFirst] = evidence[index].example[.monthFirst] ?? range
    case (false, false): break
    }
  }

  /// The columns of dates, by the role of their field.
  ///
  /// - Throws: ``IntakeProblem/ambiguousDates(column:)``, ``IntakeProblem/otherDateOrder(column:example:)``.
  func columns(
    _ bytes: Span<UInt8>
  ) throws(IntakeProblem) -> [SourceField.Role: DateColumn] {
    var columns: [SourceField.Role: DateColumn] = [:]
    for role in [SourceField.Role.firstDay, .dueDay, .finishDay] {
      guard let index = header.columns.index(of: role) else { continue }
      columns[role] = DateColumn(index: index, writings: try writings(of: index, bytes))
    }
    return columns
  }

  private func writings(
    of index: Int, _ bytes: Span<UInt8>
  ) throws(IntakeProblem) -> [DateWriting] {
    let seen = evidence[index]
    if writings.contains(.serial), seen.serials > seen.texts { return [.serial] }
    guard orders.count > 1 else {
      try checkOrder(seen, of: index, bytes)
      return texts
    }
    let ordered = seen.dayFirst + seen.monthFirst
    guard ordered > 0 || seen.either == 0 else {
      throw .ambiguousDates(column: header.head(index))
    }
    let order: DateOrder = seen.monthFirst > seen.dayFirst ? .monthFirst : .dayFirst
    return texts.filter { $0.order == nil || $0.order == order }
  }

  /// Of a column that shows the order that the profile does not name and never the one that it
  /// does, the days up to the twelfth would be read askew in silence.
  private func checkOrder(
    _ seen: Evidence, of index: Int, _ bytes: Span<UInt8>
  ) throws(IntakeProblem) {
    guard let order = orders.first else { return }
    let (own, other) =
      order == .dayFirst ? (seen.dayFirst, seen.monthFirst) : (seen.monthFirst, seen.dayFirst)
    guard own == 0, other >= 3, other * 5 >= seen.filled else { return }
    let example = seen.example[order == .dayFirst ? .monthFirst : .dayFirst]
    throw .otherDateOrder(
      column: header.head(index),
      example: isPersonal(index) ? "" : example.map { CellBytes.text($0, of: bytes) } ?? "")
  }

  private func isPersonal(_ index: Int) -> Bool {
    header.columns.columns.contains { $0.index == index && personal.contains($0.field.name) }
  }

  /// A column that holds dates though its header means something else, where most rows have
  /// fewer cells than the header: the body is shifted against it.
  func shiftedColumn() -> (head: String, cells: Int)? {
    guard let usual = cellCounts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key,
      usual < header.columns.width
    else { return nil }
    for column in header.columns.columns {
      let seen = evidence[column.index]
      let isDate =
        [.firstDay, .dueDay, .finishDay].contains(column.field.role)
        || column.field.name == "returnedAt"
      if !isDate, seen.texts >= 3, seen.texts * 2 > seen.filled {
        return (header.head(column.index), usual)
      }
    }
    return nil
  }
}
