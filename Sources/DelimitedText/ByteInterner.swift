/// Gives every distinct run of bytes a small number, from 0 up in the order of first sight.
///
/// Looking up hashes bytes and compares bytes; no `String` is made. Numbers are only good within
/// the interner that gave them.
package struct ByteInterner: Sendable {
  /// Slots of a hash table with linear probing: the upper half of the hash above the number of
  /// the entry plus 1; 0 where empty.
  private var slots: [UInt64]
  /// Where the bytes of every entry end in ``storage``; its first number is 0.
  private var ends: [Int] = [0]
  private var storage: [UInt8] = []

  package init() {
    slots = [UInt64](repeating: 0, count: 64)
  }

  /// How many distinct runs it has seen.
  package var count: Int { ends.count - 1 }

  /// The number of the bytes in a range.
  package mutating func intern(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let hash = ByteHash.of(bytes.extracting(range))
    let tag = hash & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let value = slots[slot]
      let entry = Int(value & 0xFFFF_FFFF) - 1
      if value & 0xFFFF_FFFF_0000_0000 == tag, holds(entry, range, of: bytes) { return entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(range, of: bytes, tag: tag, slot: slot)
  }

  /// The number of a whole array of bytes.
  package mutating func intern(_ array: [UInt8]) -> Int {
    intern(0..<array.count, of: array.span)
  }

  /// Takes in all that another knows; gives for each of its numbers the own one.
  package mutating func adopt(_ other: ByteInterner) -> [Int] {
    (0..<other.count).map { entry in
      intern(other.ends[entry]..<other.ends[entry + 1], of: other.storage.span)
    }
  }

  /// The bytes that were given a number.
  package func bytes(of entry: Int) -> ArraySlice<UInt8> { storage[ends[entry]..<ends[entry + 1]] }

  /// The text that was given a number; bytes that are not UTF-8 become U+FFFD.
  package func text(of entry: Int) -> String {
    String(decoding: bytes(of: entry), as: UTF8.self)
  }

  private func holds(_ entry: Int, _ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let start = ends[entry]
    let count = range.count
    guard ends[entry + 1] - start == count else { return false }
    return unsafe storage.withUnsafeBytes { known in
      unsafe bytes.withUnsafeBytes { other in
        unsafe Self.areEqual(known, start, other, range.lowerBound, count)
      }
    }
  }

  /// Whether so many bytes of two buffers are equal, eight at a step.
  private static func areEqual(
    _ left: UnsafeRawBufferPointer, _ leftStart: Int, _ right: UnsafeRawBufferPointer,
    _ rightStart: Int, _ count: Int
  ) -> Bool {
    var index = 0
    while index + 8 <= count {
      let a = unsafe left.loadUnaligned(fromByteOffset: leftStart + index, as: UInt64.self)
      let b = unsafe right.loadUnaligned(fromByteOffset: rightStart + index, as: UInt64.self)
      guard a == b else { return false }
      index += 8
    }
    while index < count {
      guard unsafe left[leftStart + index] == right[rightStart + index] else { return false }
      index += 1
    }
    return true
  }

  private mutating func add(
    _ range: Range<Int>, of bytes: Span<UInt8>, tag: UInt64, slot: Int
  ) -> Int {
    for index in range { storage.append(bytes[index]) }
    ends.append(storage.count)
    slots[slot] = tag | UInt64(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    for entry in 0..<count {
      let hash = ByteHash.of(storage.span.extracting(ends[entry]..<ends[entry + 1]))
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(entry + 1)
    }
  }
}

/// A hash of bytes, eight at a time; the same on every machine and in every run, unlike `Hasher`.
enum ByteHash {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    let count = bytes.count
    return unsafe bytes.withUnsafeBytes { raw in
      var hash = UInt64(truncatingIfNeeded: count) &* factor
      guard count >= 8 else {
        var tail: UInt64 = 0
        for index in 0..<count { tail = tail << 8 | UInt64(unsafe raw[index]) }
        return mixed(hash ^ tail)
      }
      var index = 0
      while index + 8 <= count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        hash = mixed(hash ^ UInt64(littleEndian: word))
        index += 8
      }
      // The last eight bytes, some of them a second time.
      let word = unsafe raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      return mixed(hash ^ UInt64(littleEndian: word))
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* factor
    return (product ^ (product >> 32)) &* factor ^ (product >> 29)
  }
}
