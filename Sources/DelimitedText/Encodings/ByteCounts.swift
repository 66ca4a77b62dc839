internal import CTextCounts

/// What the bytes of a file say about its encoding, counted over all of them.
package struct ByteCounts: Hashable, Sendable {
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

  package init() {}

  /// Whether every letter can be read and none was lost before.
  package var isSoundUTF8: Bool { faults == 0 && replacements == 0 }

  /// Blanks or bytes of the file that stand before and behind what is counted: what a byte may
  /// be depends on three before it.
  static let margin = TEXT_COUNTS_MARGIN

  package mutating func merge(_ other: ByteCounts) {
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
    add(counts, count: count)
  }

  /// Counts a range of a whole file that begins behind a line end, or with the file, and ends
  /// behind one, or with the file.
  package mutating func count(_ range: Range<Int>, of bytes: Span<UInt8>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var sum = text_counts()
    var start = range.lowerBound
    while start < range.upperBound {
      let rest = range.upperBound - start
      if start >= Self.margin, rest >= Self.margin {
        let whole = rest / Self.margin * Self.margin
        unsafe bytes.withUnsafeBufferPointer { buffer in
          guard let first = buffer.baseAddress else { return }
          unsafe text_counts_add(first + start, whole, &sum)
        }
        start += whole
      } else {
        let piece = min(rest, Self.margin)
        Self.add(bytes, from: start, piece, counted: piece, to: &sum)
        start += piece
      }
    }
    if range.upperBound == bytes.count {
      // Blanks behind the last byte show a letter that the end of the file cuts.
      var tail = text_counts()
      Self.add(bytes, from: bytes.count, 0, counted: Self.margin, to: &tail)
      sum.faults += tail.faults
    }
    // Which places are even is a matter of the whole file.
    if range.lowerBound % 2 != 0 { swap(&sum.nuls_at_even, &sum.nuls_at_odd) }
    add(sum, count: range.count)
  }

  /// Adds what up to ``margin`` bytes say; with blanks behind them as many as are `counted`.
  private static func add(
    _ bytes: Span<UInt8>, from start: Int, _ count: Int, counted: Int, to sum: inout text_counts
  ) {
    var copy = [UInt8](repeating: Byte.space, count: 3 * margin)
    let before = min(start, margin)
    for index in -before..<count { copy[margin + index] = bytes[start + index] }
    unsafe copy.withUnsafeBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return }
      unsafe text_counts_add(first + margin, counted, &sum)
    }
  }

  private mutating func add(_ counts: text_counts, count: Int) {
    leads += Int(counts.leads)
    faults += Int(counts.faults)
    replacements += Int(counts.replacements)
    doubled += Int(counts.doubled)
    nulsAtEven += Int(counts.nuls_at_even)
    nulsAtOdd += Int(counts.nuls_at_odd)
    total += count
  }
}
