internal import CScan

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
    first = unsafe scan_word(start, 0, count)
    second = unsafe scan_word(start, 8, count)
    third = unsafe scan_word(start, 16, count)
    fourth = unsafe scan_word(start, 24, count)
    self.count = count
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
