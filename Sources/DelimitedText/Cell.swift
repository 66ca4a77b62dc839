/// Where one cell of a row stands in the bytes of its file.
///
/// A quoted cell is the range between its quotes.
package struct Cell: Hashable, Sendable {
  /// First byte, counted from ``RowBatch/base``.
  package var start: UInt32
  /// The length, and in the highest bit whether quotes are doubled.
  @usableFromInline var packed: UInt32

  @usableFromInline static let doubled: UInt32 = 1 << 31

  init(start: UInt32, length: UInt32, hasDoubledQuotes: Bool = false) {
    self.start = start
    packed = length | (hasDoubledQuotes ? Self.doubled : 0)
  }

  /// Number of bytes.
  @inlinable package var length: UInt32 { packed & ~Self.doubled }

  /// Whether doubled quotes stand in the range and must be halved to read it.
  @inlinable package var hasDoubledQuotes: Bool { packed & Self.doubled != 0 }
}
