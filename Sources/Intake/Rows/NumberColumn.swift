internal import DelimitedText

/// A column of numbers that rows are counted by: a sum of money, or how many there are of
/// something.
struct NumberColumn: Sendable {
  let field: String
  let index: Int
  private let slot: FactLayout.Slot
  private let isMoney: Bool
  /// For every text that is no number of the column's kind: how often, and the first line.
  private(set) var faults: [String: (count: Int, line: Int)] = [:]

  /// `nil` where the field is not one of numbers.
  init?(_ field: SourceField, index: Int, layout: FactLayout) {
    guard [.amount, .number].contains(field.role), let slot = layout.slot(field.name) else {
      return nil
    }
    self.field = field.name
    self.index = index
    self.slot = slot
    isMoney = field.role == .amount
  }

  /// What a trimmed cell says; 0 where it is empty, says nothing, or cannot be read.
  mutating func signature(
    _ range: Range<Int>, of bytes: Span<UInt8>, line: Int, isPersonal: Bool
  ) -> Signature {
    if let known = signature(range, of: bytes) { return known }
    faults[isPersonal ? "" : CellBytes.text(range, of: bytes), default: (0, line)].count += 1
    return 0
  }

  /// Likewise; `nil` where the cell cannot be read.
  private func signature(_ range: Range<Int>, of bytes: Span<UInt8>) -> Signature? {
    guard !range.isEmpty else { return 0 }
    guard let number = Amount(range, of: bytes) else { return nil }
    if isMoney { return number.isPositive ? slot.signature(1) : 0 }
    // There is no half of a thing, and nothing of it is no number of it.
    guard number.scale == 0, number.isPositive else { return nil }
    return slot.signature(number.digits == 1 ? 1 : 2)
  }

  /// Reads the numbers of a batch: signatures, -1 where a cell cannot be read.
  func read(
    _ cells: BatchCells, _ bytes: Span<UInt8>, into numbers: UnsafeMutablePointer<Int32>
  ) {
    let charged = Int32(truncatingIfNeeded: slot.signature(1))
    for row in unsafe 0..<cells.count {
      let cell = unsafe cells.cell(index, row)
      let count = Int(cell.length)
      if isMoney, count <= 8, let whole = unsafe Self.digits(at: cells.start(of: cell), count) {
        unsafe numbers[row] = whole == 0 ? 0 : charged
        continue
      }
      let known = signature(unsafe cells.trimmed(cell, of: bytes), of: bytes)
      unsafe numbers[row] = known.map { Int32(truncatingIfNeeded: $0) } ?? -1
    }
  }

  /// The digits of a number of at most eight as bytes of a word, 0 where there are none; `nil`
  /// where there is something else.
  @inline(__always)
  private static func digits(at start: UnsafeRawPointer, _ count: Int) -> UInt64? {
    let loaded = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    let values = (loaded ^ 0x3030_3030_3030_3030) & ~(~0 << UInt64(8 * count))
    return EightDigits.areAll(values) ? values : nil
  }
}
