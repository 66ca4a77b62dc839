internal import CTextCounts

/// What the bytes of a file say about its encoding, counted over all of them.
struct ByteCounts: Hashable, Sendable {
  /// Bytes from 0xC0 up, each of which leads a letter in UTF-8.
  var leads = 0
  /// Bytes that no UTF-8 has at their place; 0 in sound UTF-8.
  var faults = 0
  /// Letters U+FFFD, which an earlier program left where it could not read one.
  var replacements = 0
  /// Letters led by 0xC3 with a letter behind them whose lead is one that Windows-1252 gives
  /// to the rest of a UTF-8 letter (``TextEncoding/utf8Mojibake``).
  var doubled = 0
  /// NUL bytes at even and at odd offsets.
  var nulsAtEven = 0
  var nulsAtOdd = 0
  /// All bytes.
  var total = 0

  /// Blanks or bytes of the file that stand before and behind what is counted: what a byte may
  /// be depends on three before it.
  static let margin = TEXT_COUNTS_MARGIN

  mutating func merge(_ other: ByteCounts) {
    leads += other.leads
    faults += other.faults
    replacements += other.replacements
    doubled += other.doubled
    nulsAtEven += other.nulsAtEven
    nulsAtOdd += other.nulsAtOdd
    total += other.total
  }

  /// Counts a block that starts at an even offset of its file.
  ///
  /// - Parameters:
  ///   - bytes: ``margin`` bytes that stand before the block, the block, and ``margin`` blanks.
  ///   - count: Bytes of the block.
  mutating func count(_ bytes: Span<UInt8>, _ count: Int) {
    precondition(count >= 0 && Self.margin + count + Self.margin <= bytes.count)
    var counts = text_counts()
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe text_counts_add(start + Self.margin, count, &counts)
    }
    leads += Int(counts.leads)
    faults += Int(counts.faults)
    replacements += Int(counts.replacements)
    doubled += Int(counts.doubled)
    nulsAtEven += Int(counts.nuls_at_even)
    nulsAtOdd += Int(counts.nuls_at_odd)
    total += count
  }
}
