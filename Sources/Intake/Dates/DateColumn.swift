internal import Administration
internal import DelimitedText

/// A column of dates and the ways of writing that its cells are read by.
///
/// Which ways these are is decided once for the whole column of a file, see ``DateSurvey``, never
/// cell by cell, so that no two cells of a column take day and month in different order.
struct DateColumn: Sendable {
  let index: Int
  private let writings: [DateWriting]
  /// For every way of writing its fast form, where it has one.
  private let fixed: [FixedDateForm?]
  /// For every way of writing how many bytes its dates have.
  private let lengths: [ClosedRange<Int>]
  /// The one that read the cell before.
  ///
  /// The cells of a column are mostly alike, and of writings that can stand in one column no two
  /// read a text as different days.
  private var last = 0

  init(index: Int, writings: [DateWriting]) {
    self.index = index
    self.writings = writings
    fixed = writings.map(\.fixed)
    lengths = writings.map(\.lengths)
  }

  /// The day in a trimmed range of bytes; `nil` where it is empty or no way of writing reads it.
  mutating func day(_ range: Range<Int>, _ bytes: Span<UInt8>) -> CalendarDay? {
    guard !range.isEmpty, !writings.isEmpty else { return nil }
    if let day = day(range, bytes, by: last) { return day }
    // A day that no calendar has is none in any other writing of the column either.
    if let form = fixed[last], form.isForm(of: range, bytes) { return nil }
    for number in writings.indices where number != last && lengths[number].contains(range.count) {
      if let day = day(range, bytes, by: number) {
        last = number
        return day
      }
    }
    return nil
  }

  private func day(_ range: Range<Int>, _ bytes: Span<UInt8>, by number: Int) -> CalendarDay? {
    if let fixed = fixed[number] { return fixed.day(in: range, of: bytes) }
    return writings[number].day(in: range, of: bytes)
  }

  /// Reads the days of a batch, ``ColumnRoom/noDay`` where a cell is empty; marks the rows whose
  /// cell no way of writing reads.
  mutating func read(
    _ cells: BatchCells, _ bytes: Span<UInt8>, into days: UnsafeMutablePointer<Int32>,
    odd: UnsafeMutablePointer<Int32>
  ) {
    guard !writings.isEmpty else {
      for row in unsafe 0..<cells.count { unsafe odd[row] = 1 }
      return
    }
    var row = 0
    while unsafe row < cells.count {
      // As long as the cells are written alike, one form reads them.
      if let form = fixed[last] {
        while unsafe row < cells.count {
          let cell = unsafe cells.cell(index, row)
          if cell.length == 0 {
            unsafe days[row] = ColumnRoom.noDay
          } else {
            guard cell.length == UInt32(truncatingIfNeeded: form.length),
              let day = unsafe form.day(at: cells.start(of: cell))
            else { break }
            unsafe days[row] = day.number
          }
          row += 1
        }
        guard unsafe row < cells.count else { return }
      }
      let range = unsafe cells.trimmed(cells.cell(index, row), of: bytes)
      if let day = day(range, bytes) {
        unsafe days[row] = day.number
      } else {
        unsafe days[row] = ColumnRoom.noDay
        if !range.isEmpty { unsafe odd[row] = 1 }
      }
      row += 1
    }
  }
}
