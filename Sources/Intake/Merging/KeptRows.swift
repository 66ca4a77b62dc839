internal import Administration
internal import CLinux

/// The accepted rows of a chunk, column by column, in the order of reading.
struct RowColumns: Sendable {
  /// Keys of 64 bits that never lose a bit, so that equal keys are the same dossier.
  var keys: [UInt64] = []
  /// ``RowFacts/superseded`` where another took the row's place.
  var facts: [RowFacts] = []
  /// The entries of the units that received them; empty where their file does not tell these from
  /// the rows' own.
  var receivers: [UInt16] = []

  mutating func reserveCapacity(_ rows: Int) {
    keys.reserveCapacity(rows)
    facts.reserveCapacity(rows)
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
    /// Place in `UnitCatalogue/entries`.
    var unit: Int
    var matter: Matter
    var signature: Signature
    var day: CalendarDay
    /// `nil` where the row's file does not tell it from the row's own unit.
    var receiver: UInt16?

    /// What it is counted by.
    var count: CountKey {
      CountKey(unit: unit, subject: matter.subject, signature: signature)
    }
  }

  /// How many entries `UnitCatalogue/entries` has.
  let units: Int
  /// What the rows are about, by the numbers in their facts.
  var matters = MatterInterner()
  private var chunks: [RowColumns] = []
  /// The number of the first row of every chunk.
  private var starts: [Int] = []
  /// How many rows have been put.
  private(set) var count = 0

  init(units: Int) { self.units = units }

  /// Puts the rows of the next chunk.
  mutating func put(_ rows: consuming RowColumns) {
    starts.append(count)
    count += rows.keys.count
    chunks.append(rows)
  }

  /// Every row whose place a later one with its key took, in the order of reading.
  func losses() async -> [DuplicateSearch.Loss] {
    let parts = zip(starts, chunks).map { DuplicateSearch.Part(first: $0, keys: $1.keys) }
    return await DuplicateSearch(parts: parts).losses()
  }

  /// Keeps no longer the rows that lost their places.
  mutating func remove(_ losses: [DuplicateSearch.Loss]) {
    for loss in losses {
      let place = place(of: Int(loss.loser))
      chunks[place.chunk].facts[place.index] = .superseded
    }
  }

  /// What every kept row that is in a figure of the period counts by, packed and sorted; nothing
  /// is left of the rows.
  mutating func sortedCounts() -> [UInt64] {
    // The subject of every matter, where a packed count has it.
    let subjects = matters.all.map {
      CountKey(unit: 0, subject: $0.subject, signature: 0).packed
    }
    for chunk in chunks.indices {
      chunks[chunk].keys = []
      chunks[chunk].receivers = []
    }
    // The allocator keeps what was many small pieces unless it is told.
    give_back_freed_memory()
    var counts: [UInt64] = []
    for chunk in chunks {
      for facts in chunk.facts where facts != .superseded && facts.signature != 0 {
        let (matter, unit) = facts.place.quotientAndRemainder(dividingBy: units)
        let count = CountKey(unit: unit, subject: 0, signature: facts.signature)
        counts.append(count.packed | subjects[matter])
      }
    }
    chunks = []
    give_back_freed_memory()
    RadixSort.sort(&counts)
    return counts
  }

  /// Likewise with the unit that received a row in place of its own; the rows stay.
  func sortedReceiverCounts() -> [UInt64] {
    var counts: [UInt64] = []
    forEachRow { row, _ in
      guard row.signature != 0 else { return }
      counts.append(CountKey.moved(row.count.packed, to: row.receiver))
    }
    RadixSort.sort(&counts)
    return counts
  }

  /// Goes through the kept rows in the order of reading.
  func forEachRow(_ body: (_ row: Row, _ key: UInt64) -> Void) {
    for chunk in chunks.indices {
      for index in chunks[chunk].facts.indices
      where chunks[chunk].facts[index] != .superseded {
        body(row((chunk, index)), chunks[chunk].keys[index])
      }
    }
  }

  /// A row by its number, with its key; `nil` where another took its place.
  func keptRow(_ ordinal: Int) -> (row: Row, key: UInt64)? {
    let place = place(of: ordinal)
    guard chunks[place.chunk].facts[place.index] != .superseded else { return nil }
    return (row(place), chunks[place.chunk].keys[place.index])
  }

  /// The key of a row by its number.
  func key(of ordinal: Int) -> UInt64 {
    let place = place(of: ordinal)
    return chunks[place.chunk].keys[place.index]
  }

  /// A row by its number, before those that lost their places are removed.
  func row(_ ordinal: Int) -> Row { row(place(of: ordinal)) }

  private func row(_ place: (chunk: Int, index: Int)) -> Row {
    let receivers = chunks[place.chunk].receivers
    let facts = chunks[place.chunk].facts[place.index]
    let (matter, unit) = facts.place.quotientAndRemainder(dividingBy: units)
    return Row(
      ordinal: UInt32(truncatingIfNeeded: starts[place.chunk] + place.index),
      unit: unit, matter: matters[matter], signature: facts.signature, day: facts.day,
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
