/// Gives every distinct run of bytes a small number, from 0 up in the order of first sight.
///
/// Looking up hashes bytes and compares bytes; no `String` is made. Numbers are only good within
/// the interner that gave them.
package struct ByteInterner: Sendable {
  /// Slot of a hash table with linear probing: number of the entry plus 1, 0 where empty.
  private var slots: [UInt32]
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var storage: [UInt8] = []

  package init() {
    slots = [UInt32](repeating: 0, count: 64)
  }

  /// How many distinct runs it has seen.
  package var count: Int { ends.count }

  /// The number of the bytes in a range.
  package mutating func intern(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let hash = ByteHash.of(range, of: bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if hashes[entry] == hash, holds(entry, range, of: bytes) { return entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    for index in range { storage.append(bytes[index]) }
    ends.append(storage.count)
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The number of a whole array of bytes.
  package mutating func intern(_ array: [UInt8]) -> Int {
    intern(0..<array.count, of: array.span)
  }

  /// The bytes that were given a number.
  package func bytes(of entry: Int) -> ArraySlice<UInt8> {
    let start = entry == 0 ? 0 : ends[entry - 1]
    return storage[start..<ends[entry]]
  }

  /// The text that was given a number; bytes that are not UTF-8 become U+FFFD.
  package func text(of entry: Int) -> String {
    String(decoding: bytes(of: entry), as: UTF8.self)
  }

  private func holds(_ entry: Int, _ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let start = entry == 0 ? 0 : ends[entry - 1]
    guard ends[entry] - start == range.count else { return false }
    for index in 0..<range.count
    where storage[start + index] != bytes[range.lowerBound + index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (entry, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(entry + 1)
    }
  }
}

/// FNV-1a over bytes, with a last mix so that the low bits are good for a table.
///
/// The same on every machine and in every run, unlike `Hasher`.
package enum ByteHash {
  package static func of(_ range: Range<Int>, of bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range {
      hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
    }
    return hash ^ (hash >> 29)
  }
}
