/// Small questions about the bytes of one cell.
enum CellBytes {
  /// A range without the white space at its ends: spaces, tabs, line ends, no-break spaces.
  static func trimmed(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    // Nearly every cell begins and ends with a sign.
    if start < end, bytes[start] > 0x20, bytes[start] != 0xC2, bytes[end - 1] > 0x20,
      bytes[end - 1] != 0xA0
    {
      return range
    }
    while start < end {
      if isSpace(bytes[start]) {
        start += 1
      } else if isNoBreakSpace(start, end, bytes) {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - start > 1, isNoBreakSpace(end - 2, end, bytes) {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether U+00A0 stands at a place in UTF-8.
  private static func isNoBreakSpace(_ index: Int, _ end: Int, _ bytes: Span<UInt8>) -> Bool {
    index + 1 < end && bytes[index] == 0xC2 && bytes[index + 1] == 0xA0
  }

  /// Whether the bytes are sound UTF-8 and hold no U+FFFD, which stands for a letter that an
  /// earlier program lost.
  static func isSoundUTF8(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.extracting(range))
    } catch {
      return false
    }
    guard range.count > 2 else { return true }
    for index in (range.lowerBound + 2)..<range.upperBound
    where bytes[index] == 0xBD && bytes[index - 1] == 0xBF && bytes[index - 2] == 0xEF {
      return false
    }
    return true
  }

  /// The text of a range; a question mark stands for what is no sound UTF-8.
  static func text(_ range: Range<Int>, of bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(range.count)
    for index in range { copy.append(bytes[index]) }
    let text = String(decoding: copy, as: UTF8.self)
    return text.unicodeScalars.contains("\u{FFFD}") ? text.replacing("\u{FFFD}", with: "?") : text
  }
}
