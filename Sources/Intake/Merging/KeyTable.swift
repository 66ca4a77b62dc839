internal import CScan

/// The last row of every key of a slice, in a hash table with linear probing.
///
/// A slot holds the upper half of the key's hash above the row's number plus 1, and 0 where it is
/// empty; the keys themselves stay where they are.
struct KeyTable {
  private var slots: [UInt64]

  /// - Parameter keys: The most that will be put; a quarter of the slots stays empty.
  init(keys: Int) {
    slots = [UInt64](repeating: 0, count: keys * 4 / 3 + 1)
  }

  /// Asks for the memory where a key will be looked for.
  @inline(__always)
  func prefetch(_ key: UInt64) {
    unsafe slots.withUnsafeBufferPointer { slots in
      guard let start = slots.baseAddress else { return }
      unsafe scan_prefetch(start + Self.slot(of: Self.hash(key), among: slots.count))
    }
  }

  /// Puts a row, by its number in the order of reading, and gives the row that had its key before;
  /// `keyOf` tells the key of an earlier row.
  @inline(__always)
  mutating func put(_ row: UInt32, under key: UInt64, keyOf: (UInt32) -> UInt64) -> UInt32? {
    let hash = Self.hash(key)
    let entry = hash & 0xFFFF_FFFF_0000_0000 | UInt64(row) + 1
    var slot = Self.slot(of: hash, among: slots.count)
    while slots[slot] != 0 {
      let known = UInt32(truncatingIfNeeded: slots[slot] - 1)
      if (slots[slot] ^ hash) >> 32 == 0, keyOf(known) == key {
        slots[slot] = entry
        return known
      }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    slots[slot] = entry
    return nil
  }

  private static func hash(_ key: UInt64) -> UInt64 {
    // Fibonacci hashing, folded so that both halves depend on all bits.
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    let folded = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return folded ^ (folded >> 32)
  }

  /// The place where a table of any size looks for a hash first, by its lower half: the upper one
  /// stands in the slot.
  @inline(__always)
  private static func slot(of hash: UInt64, among size: Int) -> Int {
    Int(truncatingIfNeeded: ((hash & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: size)) >> 32)
  }
}
