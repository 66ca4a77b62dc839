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

/// All accepted rows of a kind, in the columns in which their chunks brought them.
///
/// A row costs the bytes of its columns and no more; which rows have one key is found when all are
/// there.
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

  private var chunks: [RowColumns] = []
  /// The number of the first row of every chunk.
  private var starts: [Int] = []
  /// How many rows have been put.
  private(set) var count = 0

  /// Puts the rows of the next chunk.
  mutating func put(_ rows: consuming RowColumns) {
    starts.append(count)
    count += rows.keys.count
    chunks.append(rows)
  }

  /// Every row whose place a later one with its key took, in the order of reading.
  func losses() async -> [SupersededRows.Loss] {
    let parts = zip(starts, chunks).map { DuplicateSearch.Part(first: $0, keys: $1.keys) }
    return await DuplicateSearch(parts: parts).losses()
  }

  /// Keeps no longer the rows that lost their places.
  mutating func remove(_ losses: [SupersededRows.Loss]) {
    for loss in losses {
      let place = place(of: Int(loss.loser))
      chunks[place.chunk].counts[place.index] = Self.superseded
    }
  }

  /// What every kept row that is in a figure of the period counts by, sorted; nothing can be put
  /// any more.
  mutating func sortedCounts() -> [UInt64] {
    var counts: [UInt64] = []
    counts.reserveCapacity(count)
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
    counts.reserveCapacity(count)
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

  /// A row by its number, whether another took its place or not.
  func row(_ ordinal: Int) -> Row { row(place(of: ordinal)) }

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
}

extension Array {
  /// The last place of an array, not empty and sorted by a number, whose number is not above
  /// another; the first where all are.
  func lastPlace(notAbove number: Int, by value: (Element) -> Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if value(self[middle]) <= number { low = middle } else { high = middle }
    }
    return low
  }
}

extension [Int] {
  /// Likewise of the numbers themselves.
  func lastPlace(notAbove number: Int) -> Int { lastPlace(notAbove: number) { $0 } }
}
