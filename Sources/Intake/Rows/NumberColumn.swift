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
    guard !range.isEmpty else { return 0 }
    let number = Amount(range, of: bytes)
    if let number, isMoney { return number.isPositive ? slot.signature(1) : 0 }
    // There is no half of a thing, and nothing of it is no number of it.
    if let number, number.scale == 0, number.isPositive {
      return slot.signature(number.digits == 1 ? 1 : 2)
    }
    faults[isPersonal ? "" : CellBytes.text(range, of: bytes), default: (0, line)].count += 1
    return 0
  }
}
