internal import Dispatch
internal import Synchronization

extension FileBytes {
  /// Bytes that are read in one go: few enough for the cache.
  private static let blockBytes = 256 << 10
  /// Files below are not worth a second thread.
  private static let sharedFrom = 8 << 20

  /// Counts all bytes of the file, on two threads where it is large.
  func counts() throws(TextFileProblem) -> ByteCounts {
    let size = try count()
    guard size >= Self.sharedFrom else { return try counts(of: 0..<size, isLast: true) }
    let middle = size / 2 / Self.blockBytes * Self.blockBytes
    let parts = [0..<middle, middle..<size]
    let result = Mutex<Result<ByteCounts, TextFileProblem>>(.success(ByteCounts()))
    DispatchQueue.concurrentPerform(iterations: parts.count) { number in
      let part = Result { () throws(TextFileProblem) in
        try counts(of: parts[number], isLast: number == parts.count - 1)
      }
      result.withLock { total in
        switch (total, part) {
        case (.success(var sum), .success(let more)):
          sum.merge(more)
          total = .success(sum)
        case (.success, .failure): total = part
        case (.failure, _): break
        }
      }
    }
    return try result.withLock { $0 }.get()
  }

  /// Counts the first bytes of a file, without a letter that the last of them cuts.
  func counts(upTo most: Int) throws(TextFileProblem) -> ByteCounts {
    let size = try count()
    return try counts(of: 0..<min(size, most), isLast: size <= most)
  }

  /// Counts a range; a letter that the range's end cuts is left to the next, unless it is the
  /// last.
  private func counts(
    of range: Range<Int>, isLast: Bool
  ) throws(TextFileProblem) -> ByteCounts {
    let margin = ByteCounts.margin
    var buffer = [UInt8](repeating: Byte.space, count: margin + Self.blockBytes + margin)
    if range.lowerBound > 0 {
      _ = try read(at: range.lowerBound - margin, into: &buffer, 0..<margin)
    }
    var counts = ByteCounts()
    var offset = range.lowerBound
    while offset < range.upperBound {
      let wanted = min(Self.blockBytes, range.upperBound - offset)
      let filled = try read(at: offset, into: &buffer, margin..<margin + wanted)
      guard filled > 0 else { break }
      offset += filled
      let end = margin + filled
      // Blanks behind the last byte show a letter that the end of the file cuts.
      for index in end..<end + margin { buffer[index] = Byte.space }
      counts.count(buffer.span, filled)
      for index in 0..<margin { buffer[index] = buffer[end - margin + index] }
    }
    if isLast {
      for index in margin..<2 * margin { buffer[index] = Byte.space }
      var tail = ByteCounts()
      tail.count(buffer.span, margin)
      counts.faults += tail.faults
    }
    return counts
  }

  /// Counts every two neighbouring bytes of the file; the first byte's neighbour is a blank.
  func digrams() throws(TextFileProblem) -> DigramCounts {
    var counts = DigramCounts()
    var buffer = [UInt8](repeating: 0, count: Self.blockBytes)
    var offset = 0
    while true {
      let filled = try read(at: offset, into: &buffer, 0..<buffer.count)
      guard filled > 0 else { return counts }
      offset += filled
      counts.add(buffer.span.extracting(0..<filled))
    }
  }
}
