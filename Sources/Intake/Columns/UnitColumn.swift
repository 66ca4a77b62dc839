internal import DelimitedText

/// A column that tells the unit of a row, by code or by name.
struct UnitColumn {
  let index: Int
  let kind: UnitFinder.Column
  private let memo = TextMemo()

  init(index: Int, kind: UnitFinder.Column) {
    self.index = index
    self.kind = kind
  }

  /// Reads the units of a batch on the days of its rows where none is known yet, -1 where a cell
  /// is empty or means none that lives then; marks rows whose cell means several.
  func read(
    _ cells: BatchCells, _ bytes: Span<UInt8>, of numbers: ColumnRoom.Numbers,
    finder: inout UnitFinder
  ) {
    guard
      unsafe UnsafeBufferPointer(start: numbers.unit, count: cells.count).contains(where: { $0 < 0 }
      )
    else { return }
    unsafe memo.read(index, of: cells, bytes, into: numbers.scratch) { range in
      guard !range.isEmpty else { return -1 }
      return Int32(truncatingIfNeeded: finder.number(of: range, in: bytes, as: kind))
    }
    for row in unsafe 0..<cells.count where unsafe numbers.unit[row] < 0 {
      let number = unsafe Int(numbers.scratch[row])
      guard number >= 0 else { continue }
      let entry = unsafe finder.entry(of: number, as: kind, on: numbers.first[row])
      if entry == UnitFinder.ambiguous {
        unsafe numbers.odd[row] = 1
      } else {
        unsafe numbers.unit[row] = entry
      }
    }
  }
}
