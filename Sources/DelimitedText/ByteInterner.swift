/// Gives every distinct run of bytes a small number, from 0 up in the order of first sight.
///
/// Looking up hashes bytes and compares bytes; no `String` is made. Numbers are only good within
/// the interner that gave them.
package struct ByteInterner: Sendable {
  /// A slot of a hash table with linear probing.
  private struct Slot: Sendable {
    /// The whole run where it has at most ``ByteDigest/mostExact`` bytes, else a hash of it.
    var digest = ByteDigest()
    /// Number of the entry plus 1; 0 where the slot is empty.
    var number: UInt32 = 0
  }

  private var slots: [Slot]
  /// Where the bytes of every entry end in ``storage``; its first number is 0.
  private var ends: [Int] = [0]
  private var storage: [UInt8] = []

  package init() {
    slots = [Slot](repeating: Slot(), count: 64)
  }

  /// How many distinct runs it has seen.
  package var count: Int { ends.count - 1 }

  /// The number of the bytes in a range.
  package mutating func intern(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    let digest = unsafe bytes.extracting(range).withUnsafeBytes { unsafe ByteDigest($0) }
    let mask = slots.count - 1
    var place = digest.hash & mask
    let found = unsafe slots.withUnsafeBufferPointer { slots -> Int? in
      while true {
        let slot = unsafe slots[place]
        guard slot.number != 0 else { return nil }
        if slot.digest.equals(digest) {
          let entry = Int(slot.number) - 1
          if range.count <= ByteDigest.mostExact || holds(entry, range, of: bytes) { return entry }
        }
        place = (place + 1) & mask
      }
    }
    return found ?? add(range, of: bytes, digest: digest, place: place)
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
    guard ends[entry + 1] - ends[entry] == range.count else { return false }
    let start = ends[entry]
    for offset in 0..<range.count
    where storage[start + offset] != bytes[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func add(
    _ range: Range<Int>, of bytes: Span<UInt8>, digest: ByteDigest, place: Int
  ) -> Int {
    for index in range { storage.append(bytes[index]) }
    ends.append(storage.count)
    slots[place] = Slot(digest: digest, number: UInt32(truncatingIfNeeded: count))
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    for slot in old where slot.number != 0 {
      var place = slot.digest.hash & (slots.count - 1)
      while slots[place].number != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }
}

/// A run of bytes in 32 bytes and its length.
///
/// It is the run itself where that is short, as nearly every cell is, else a hash of it; the same
/// on every machine and in every run, unlike `Hasher`.
struct ByteDigest: Sendable {
  /// Up to so many bytes nothing is lost.
  static let mostExact = 32

  // Four words and not a vector: they stay in registers from loading to comparing.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0
  private var length = 0

  init() {}

  @inline(__always)
  init(_ run: UnsafeRawBufferPointer) {
    length = run.count
    switch length {
    case 8...16:
      first = unsafe Self.word(run, at: 0)
      second = unsafe Self.word(run, at: length - 8)
    case 17...Self.mostExact:
      // The words overlap where the run is shorter than all four.
      first = unsafe Self.word(run, at: 0)
      second = unsafe Self.word(run, at: 8)
      third = unsafe Self.word(run, at: length - 16)
      fourth = unsafe Self.word(run, at: length - 8)
    case 4..<8:
      first = unsafe UInt64(Self.half(run, at: 0)) | UInt64(Self.half(run, at: length - 4)) << 32
    case 1..<4:
      first = unsafe UInt64(run[0]) | UInt64(run[length / 2]) << 8 | UInt64(run[length - 1]) << 16
    case 0: break
    default: (first, second, third, fourth) = unsafe Self.hashed(run)
    }
  }

  /// Where a table looks for it first.
  @inline(__always)
  var hash: Int {
    let low = (first ^ (third &* Self.secondFactor)) &* Self.factor
    let high =
      (second ^ (fourth &* Self.factor) ^ UInt64(truncatingIfNeeded: length))
      &* Self.secondFactor
    let mixed = low ^ (high >> 31) ^ (high << 33)
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 29)) >> 8)
  }

  @inline(__always)
  func equals(_ other: ByteDigest) -> Bool {
    let difference =
      (first ^ other.first) | (second ^ other.second) | (third ^ other.third)
      | (fourth ^ other.fourth)
    return difference == 0 && length == other.length
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let secondFactor: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  @inline(__always)
  private static func word(_ run: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
    unsafe UInt64(littleEndian: run.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inline(__always)
  private static func half(_ run: UnsafeRawBufferPointer, at place: Int) -> UInt32 {
    unsafe UInt32(littleEndian: run.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  /// Two hashes of a long run, and its first and last eight bytes.
  @inline(never)
  private static func hashed(
    _ run: UnsafeRawBufferPointer
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    var low = factor
    var high = secondFactor
    var place = 0
    while place + 8 <= run.count {
      let word = unsafe word(run, at: place)
      low = (low ^ word) &* factor
      low ^= low >> 32
      high = (high &+ word) &* secondFactor
      high ^= high >> 29
      place += 8
    }
    return unsafe (low, high, word(run, at: 0), word(run, at: run.count - 8))
  }
}
