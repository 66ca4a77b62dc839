/// Finds the rows whose key comes again in a later row.
///
/// The keys are gone through once for every slice of them, each core at a slice of its own. So
/// only the keys of a slice stand in a hash table at a time, which is small enough for the cache,
/// and beside the keys memory holds next to nothing.
struct DuplicateSearch: Sendable {
  /// The keys of the rows of a chunk.
  struct Part: Sendable {
    /// Number of its first row in the order of reading.
    var first: Int
    var keys: [UInt64]
  }

  /// A row and the later one that took its place, by their numbers in the order of reading.
  struct Loss: Hashable, Sendable {
    var loser: UInt32
    var winner: UInt32
  }

  /// The chunks in the order of reading.
  let parts: [Part]

  /// Keys of a slice, about; and how many bits tell slices, since each goes through all keys.
  private static let sliceKeys = 1 << 17
  private static let bitCounts = 1...5
  /// How far ahead memory is asked for.
  private static let ahead = 12

  /// Every row whose place a later one took, in the order of reading.
  func losses() async -> [Loss] {
    let count = parts.reduce(0) { $0 + $1.keys.count }
    var bits = Self.bitCounts.lowerBound
    while bits < Self.bitCounts.upperBound, Self.sliceKeys << bits < count { bits += 1 }
    let sizes = self.sizes(bits: bits)
    let slices = await withTaskGroup(of: [Loss].self) { [bits] group in
      for (slice, size) in sizes.enumerated() {
        group.addTask { self.losses(in: UInt64(slice), bits: bits, size: size) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return slices.joined().sorted { $0.loser < $1.loser }
  }

  /// How many keys each slice has.
  private func sizes(bits: Int) -> [Int] {
    var sizes = [Int](repeating: 0, count: 1 << bits)
    for part in parts {
      for key in part.keys { sizes[Int(Self.slice(of: key, bits: bits))] += 1 }
    }
    return sizes
  }

  /// The losses among the keys of one slice.
  private func losses(in slice: UInt64, bits: Int, size: Int) -> [Loss] {
    var losses: [Loss] = []
    var table = KeyTable(keys: size)
    var found = [UInt32](repeating: 0, count: (parts.map(\.keys.count).max() ?? 0) + 1)
    for part in parts {
      let keys = part.keys.span
      let foundCount = Self.find(slice, bits: bits, in: keys, &found)
      for place in 0..<foundCount {
        if place + Self.ahead < foundCount {
          table.prefetch(keys[Int(found[place + Self.ahead])])
        }
        let index = Int(found[place])
        let winner = UInt32(truncatingIfNeeded: part.first + index)
        if let loser = table.put(winner, under: keys[index], keyOf: { self.key(of: $0) }) {
          losses.append(Loss(loser: loser, winner: winner))
        }
      }
    }
    return losses
  }

  /// Writes down where the keys of a slice stand among others, and gives their number; there is
  /// room for one more than all.
  private static func find(
    _ slice: UInt64, bits: Int, in keys: Span<UInt64>, _ found: inout [UInt32]
  ) -> Int {
    unsafe found.withUnsafeMutableBufferPointer { found in
      var count = 0
      for index in keys.indices {
        // Without a branch: where the next key of the slice stands cannot be foreseen.
        unsafe found[count] = UInt32(truncatingIfNeeded: index)
        count += Self.slice(of: keys[index], bits: bits) == slice ? 1 : 0
      }
      return count
    }
  }

  private func key(of row: UInt32) -> UInt64 {
    let number = parts.lastPlace(notAbove: Int(row)) { $0.first }
    return parts[number].keys[Int(row) - parts[number].first]
  }

  /// The slice of a key: the highest bits of a product that all of its bits are in.
  @inline(__always)
  private static func slice(of key: UInt64, bits: Int) -> UInt64 {
    (key &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - bits)
  }
}
