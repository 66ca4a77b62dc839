internal import DelimitedText

/// A number for every distinct short cell of a column, found again in a few steps.
///
/// It is a class that owns its memory, because a loop over a column holds on to the table while it
/// may grow. What it remembers it could learn again: it may forget, and share.
@safe final class TextMemo {
  private struct Slot {
    var text = ShortText()
    var number: Int32 = 0
    var isTaken = false
  }

  /// More texts than this are not a few that come again and again.
  private static let mostTexts = 1 << 14

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var count = 0

  init() {
    mask = 63
    unsafe slots = .allocate(capacity: 64)
    unsafe slots.initialize(repeating: Slot(), count: 64)
  }

  deinit { unsafe slots.deallocate() }

  /// The number of every cell of a column; `learn` gives that of a cell, trimmed, that is not
  /// known yet, or too long.
  @inline(__always)
  func read(
    _ column: Int, of cells: BatchCells, _ bytes: Span<UInt8>,
    into numbers: UnsafeMutablePointer<Int32>, learn: (Range<Int>) -> Int32
  ) {
    for row in unsafe 0..<cells.count {
      let cell = unsafe cells.cell(column, row)
      unsafe numbers[row] = unsafe number(at: cells.start(of: cell), Int(cell.length)) {
        learn(unsafe cells.trimmed(cell, of: bytes))
      }
    }
  }

  /// The number of one text, from whose start on ``ShortText/mostBytes`` bytes can be read.
  @inline(__always)
  func number(at start: UnsafeRawPointer, _ count: Int, learn: () -> Int32) -> Int32 {
    guard count <= ShortText.mostBytes else { return learn() }
    let text = unsafe ShortText(at: start, count: count)
    var place = text.hash & mask
    while unsafe slots[place].isTaken {
      if unsafe slots[place].text.equals(text) { return unsafe slots[place].number }
      place = (place + 1) & mask
    }
    let number = learn()
    add(text, number)
    return number
  }

  @inline(never)
  private func add(_ text: ShortText, _ number: Int32) {
    guard count < Self.mostTexts else { return }
    if count * 4 > mask { grow() }
    put(Slot(text: text, number: number, isTaken: true))
    count += 1
  }

  private func put(_ slot: Slot) {
    var place = slot.text.hash & mask
    while unsafe slots[place].isTaken { place = (place + 1) & mask }
    unsafe slots[place] = slot
  }

  private func grow() {
    let old = unsafe slots
    let size = mask + 1
    unsafe slots = .allocate(capacity: size * 4)
    unsafe slots.initialize(repeating: Slot(), count: size * 4)
    mask = size * 4 - 1
    for place in 0..<size where unsafe old[place].isTaken { put(unsafe old[place]) }
    unsafe old.deallocate()
  }
}
