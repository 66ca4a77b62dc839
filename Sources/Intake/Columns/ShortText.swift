/// The bytes of a cell of at most 32 bytes in four words, and their number.
///
/// It is made and compared without a branch, so that many cells are under way at a time.
struct ShortText: Hashable, Sendable {
  /// The most bytes that fit; so many may be read from where a cell begins.
  static let mostBytes = 32

  var first: UInt64 = 0
  var second: UInt64 = 0
  var third: UInt64 = 0
  var fourth: UInt64 = 0
  var count = 0

  init() {}

  /// - Parameters:
  ///   - start: Where the cell begins; ``mostBytes`` bytes from there can be read.
  ///   - count: Bytes of the cell, at most ``mostBytes``.
  @inline(__always)
  init(at start: UnsafeRawPointer, count: Int) {
    first = unsafe Self.word(start, 0, count)
    second = unsafe Self.word(start, 8, count)
    third = unsafe Self.word(start, 16, count)
    fourth = unsafe Self.word(start, 24, count)
    self.count = count
  }

  /// The bytes from a place on that belong to the cell, the others being 0.
  @inline(__always)
  private static func word(_ start: UnsafeRawPointer, _ place: Int, _ count: Int) -> UInt64 {
    let loaded = unsafe start.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let own = UInt64(truncatingIfNeeded: min(max(count - place, 0), 8))
    return UInt64(littleEndian: loaded) & ~(~0 << (own &* 8))
  }

  /// Where a table looks for it first.
  @inline(__always)
  var hash: Int {
    let low = (first ^ (third &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
    let high =
      (second ^ (fourth &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: count))
      &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: (low ^ (high >> 31) ^ (high << 33)) >> 40)
  }

  @inline(__always)
  func equals(_ other: ShortText) -> Bool {
    (first ^ other.first) | (second ^ other.second) | (third ^ other.third)
      | (fourth ^ other.fourth) == 0 && count == other.count
  }
}
