/// Where one cell of a row stands in the bytes of its file.
///
/// A quoted cell is the range between its quotes.
package struct Cell: Hashable, Sendable {
  /// First byte, counted from ``RowBatch/base``.
  package var start: UInt32
  /// Number of bytes.
  package var length: UInt32
  /// Whether doubled quotes stand in the range and must be halved to read it.
  package var hasDoubledQuotes: Bool

  package init(start: UInt32, length: UInt32, hasDoubledQuotes: Bool = false) {
    self.start = start
    self.length = length
    self.hasDoubledQuotes = hasDoubledQuotes
  }
}
