internal import CScan

/// The accepted rows of a chunk, column by column, in the order of reading.
struct RowColumns: Sendable {
  /// Keys of 64 bits that never lose a bit, so that equal keys are the same dossier.
  var keys: [UInt64] = []
  /// What the rows count by, packed; ``KeptRows/superseded`` where another took the row's place.
  var counts: [UInt64] = []
  /// What never changes about them.
  var fixed: [FixedFacts] = []
  /// The entries of the units that received them; empty where their file does not tell these from
  /// the rows' own.
  var receivers: [UInt16] = []

  mutating func reserveCapacity(_ rows: Int) {
    keys.reserveCapacity(rows)
    counts.reserveCapacity(rows)
    fixed.reserveCapacity(rows)
  }
}

/// All accepted rows of a kind and the one that is kept under every key.
///
/// The rows stay in the columns in which their chunks brought them; a hash table finds the row of
/// a key by its number. So a row costs the bytes of its columns and of one slot, and looking one
/// up asks memory once.
struct KeptRows: Sendable {
  /// A row with its number from 0 in the order of reading.
  struct Row: Hashable, Sendable {
    var ordinal: UInt32
    var count: UInt64
    var fixed: FixedFacts
    /// `nil` where the row's file does not tell it from the row's own unit.
    var receiver: UInt16?
  }

  /// No row counts by it.
  static let superseded = UInt64.max
  /// How far ahead memory is asked for while many keys go in.
  private static let ahead = 12
  /// Rows for which room is made before they are seen.
  private static let mostExpected = 1 << 25

  /// Hash tables with linear probing: the upper half of the key's hash above the row's number
  /// plus 1; 0 where empty.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var chunks: [RowColumns] = []
  /// The number of the first row of every chunk.
  private var starts: [Int] = []
  /// How many rows have been put.
  private(set) var count = 0
  /// How many different keys they have.
  private(set) var keyCount = 0

  /// Puts the rows of a chunk, one after another; `supersede` is called for every row that another
  /// takes the place of.
  mutating func put(
    _ rows: consuming RowColumns,
    supersede: (_ loser: Row, _ winner: Row, _ key: UInt64) -> Void
  ) {
    let first = count
    chunks.append(rows)
    starts.append(first)
    let chunk = chunks.count - 1
    let keys = chunks[chunk].keys
    reserve(keyCount + keys.count)
    // The table leaves this value meanwhile, so that both can be changed.
    var table: [UInt64] = []
    swap(&table, &slots)
    unsafe keys.withUnsafeBufferPointer { keys in
      unsafe table.withUnsafeMutableBufferPointer { slots in
        let size = slots.count
        for index in keys.indices {
          if index + Self.ahead < keys.count, let start = slots.baseAddress {
            let hash = unsafe Self.hash(keys[index + Self.ahead])
            unsafe scan_prefetch(start + Self.slot(of: hash, among: size))
          }
          let key = unsafe keys[index]
          let hash = Self.hash(key)
          var slot = Self.slot(of: hash, among: size)
          while unsafe slots[slot] != 0 {
            if unsafe (slots[slot] ^ hash) >> 32 == 0,
              unsafe replace(Int(slots[slot] & 0xFFFF_FFFF) - 1, (chunk, index), key, supersede)
            {
              break
            }
            slot = slot + 1 == size ? 0 : slot + 1
          }
          unsafe slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(first + index + 1)
        }
      }
    }
    swap(&table, &slots)
    keyCount += keys.count
    count += keys.count
  }

  /// Takes the place of an earlier row, by its number, for a new one if both have one key.
  private mutating func replace(
    _ ordinal: Int, _ winner: (chunk: Int, index: Int), _ key: UInt64,
    _ supersede: (_ loser: Row, _ winner: Row, _ key: UInt64) -> Void
  ) -> Bool {
    let place = place(of: ordinal)
    guard chunks[place.chunk].keys[place.index] == key else { return false }
    supersede(row(place), row(winner), key)
    chunks[place.chunk].counts[place.index] = Self.superseded
    keyCount -= 1
    return true
  }

  /// Makes room for the rows that are thought to come, so that the table need not grow.
  mutating func expect(_ rows: Int) { reserve(min(rows, Self.mostExpected)) }

  /// What every kept row that is in a figure of the period counts by, sorted; nothing can be put
  /// any more.
  mutating func sortedCounts() -> [UInt64] {
    slots = []
    var counts: [UInt64] = []
    counts.reserveCapacity(keyCount)
    for chunk in chunks.indices {
      for count in chunks[chunk].counts
      where count != Self.superseded && CountKey(packed: count).signature != 0 {
        counts.append(count)
      }
      chunks[chunk] = RowColumns()
    }
    RadixSort.sort(&counts)
    return counts
  }

  /// Likewise with the unit that received a row in place of its own; the rows stay.
  func sortedReceiverCounts() -> [UInt64] {
    var counts: [UInt64] = []
    counts.reserveCapacity(keyCount)
    forEachRow { row, _ in
      guard CountKey(packed: row.count).signature != 0 else { return }
      counts.append(CountKey.moved(row.count, to: row.receiver))
    }
    RadixSort.sort(&counts)
    return counts
  }

  /// Adds every kept row that is in a figure of the period to a tally of procedures.
  func add(to tally: inout ProcedureTally) {
    for chunk in chunks.indices {
      for index in chunks[chunk].counts.indices {
        let count = chunks[chunk].counts[index]
        guard count != Self.superseded, CountKey(packed: count).signature != 0 else { continue }
        tally.add(
          count, procedure: Int(chunks[chunk].fixed[index].procedure),
          ordinal: starts[chunk] + index)
      }
    }
  }

  /// Goes through the kept rows in the order of reading.
  func forEachRow(_ body: (_ row: Row, _ key: UInt64) -> Void) {
    for chunk in chunks.indices {
      for index in chunks[chunk].counts.indices
      where chunks[chunk].counts[index] != Self.superseded {
        body(row((chunk, index)), chunks[chunk].keys[index])
      }
    }
  }

  /// A row by its number, with its key; `nil` where another took its place.
  func keptRow(_ ordinal: Int) -> (row: Row, key: UInt64)? {
    let place = place(of: ordinal)
    let row = row(place)
    return row.count == Self.superseded ? nil : (row, chunks[place.chunk].keys[place.index])
  }

  /// The key of a row by its number.
  func key(of ordinal: Int) -> UInt64 {
    let place = place(of: ordinal)
    return chunks[place.chunk].keys[place.index]
  }

  private func row(_ place: (chunk: Int, index: Int)) -> Row {
    let receivers = chunks[place.chunk].receivers
    return Row(
      ordinal: UInt32(truncatingIfNeeded: starts[place.chunk] + place.index),
      count: chunks[place.chunk].counts[place.index],
      fixed: chunks[place.chunk].fixed[place.index],
      receiver: receivers.isEmpty ? nil : receivers[place.index])
  }

  private func place(of ordinal: Int) -> (chunk: Int, index: Int) {
    let chunk = starts.lastPlace(notAbove: ordinal)
    return (chunk, ordinal - starts[chunk])
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

  /// Makes room for so many keys with a quarter of the places left empty, and for half as many more
  /// if there were too few.
  private mutating func reserve(_ total: Int) {
    guard total * 4 > slots.count * 3 else { return }
    let size = max(total, keyCount * 3 / 2) * 4 / 3 + 1
    // The old table goes first: the new one is made of the rows alone.
    slots = []
    slots = [UInt64](repeating: 0, count: size)
    for chunk in chunks.indices where starts[chunk] < count {
      let columns = chunks[chunk]
      for index in columns.keys.indices where columns.counts[index] != Self.superseded {
        let hash = Self.hash(columns.keys[index])
        var slot = Self.slot(of: hash, among: size)
        while slots[slot] != 0 { slot = slot + 1 == size ? 0 : slot + 1 }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(starts[chunk] + index + 1)
      }
    }
  }
}

extension [Int] {
  /// The last place of a sorted array, not empty, whose number is not above another; the first
  /// where all are.
  func lastPlace(notAbove number: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}
