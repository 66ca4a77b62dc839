internal import CScan

/// The kept row of every key: a hash table of 64-bit keys that never lose a bit, so that equal
/// keys are the same dossier.
struct KeyTable: Sendable {
  /// What is kept under a key.
  struct Row: Hashable, Sendable {
    /// What the row counts by, packed.
    var count: UInt64
    /// Number of the row, from 0, in the order of reading.
    var ordinal: UInt32
    /// What of the row never changes, see ``FixedFacts``.
    var fixed: FixedFacts
  }

  /// No key has all its bits set.
  private static let empty = UInt64.max
  private static let noRow = Row(count: 0, ordinal: 0, fixed: FixedFacts())
  /// How far ahead memory is asked for while many keys go in.
  private static let ahead = 12

  private var keys: [UInt64]
  private var rows: [Row]
  private(set) var count = 0

  init() {
    keys = [UInt64](repeating: Self.empty, count: 1024)
    rows = [Row](repeating: Self.noRow, count: 1024)
  }

  /// Puts rows under keys, one after another; `superseded` is called for every row that another
  /// takes the place of.
  mutating func put(
    _ newKeys: [UInt64], _ newCounts: [UInt64], _ newFixed: [FixedFacts], firstOrdinal: UInt32,
    superseded: (_ loser: Row, _ winner: Row, _ key: UInt64) -> Void
  ) {
    reserve(count + newKeys.count)
    for index in newKeys.indices {
      let next = index + Self.ahead
      if next < newKeys.count { prefetch(slot(of: newKeys[next])) }
      let key = newKeys[index]
      let row = Row(
        count: newCounts[index], ordinal: firstOrdinal + UInt32(truncatingIfNeeded: index),
        fixed: newFixed[index])
      var slot = slot(of: key)
      while keys[slot] != Self.empty, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
      if keys[slot] == key {
        superseded(rows[slot], row, key)
      } else {
        keys[slot] = key
        count += 1
      }
      rows[slot] = row
    }
  }

  /// What every kept row counts by, in no order that means anything.
  func forEachCount(_ body: (UInt64) -> Void) {
    for slot in keys.indices where keys[slot] != Self.empty { body(rows[slot].count) }
  }

  private func slot(of key: UInt64) -> Int {
    // Fibonacci hashing, folded so that the low bits depend on all.
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed >> 32)) & (keys.count - 1)
  }

  private func prefetch(_ slot: Int) {
    unsafe keys.withUnsafeBufferPointer { keys in
      if let start = keys.baseAddress { unsafe scan_prefetch(start + slot) }
    }
    unsafe rows.withUnsafeBufferPointer { rows in
      if let start = rows.baseAddress { unsafe scan_prefetch(start + slot) }
    }
  }

  /// Makes room for so many keys with a third of the places left empty.
  private mutating func reserve(_ total: Int) {
    guard total * 3 > keys.count * 2 else { return }
    var size = keys.count
    while total * 3 > size * 2 { size *= 2 }
    let old = (keys: keys, rows: rows)
    keys = [UInt64](repeating: Self.empty, count: size)
    rows = [Row](repeating: Self.noRow, count: size)
    for index in old.keys.indices where old.keys[index] != Self.empty {
      var slot = slot(of: old.keys[index])
      while keys[slot] != Self.empty { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = old.keys[index]
      rows[slot] = old.rows[index]
    }
  }
}
