/// Small questions about the bytes of one cell.
enum CellBytes {
  /// A range without what shows nothing at its ends: spaces, tabs, line ends, no-break spaces,
  /// byte order marks, zero-width spaces.
  static func trimmed(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    // Nearly every cell begins and ends with a sign.
    if start < end, bytes[start] > 0x20, !beginsBlank(bytes[start]), bytes[end - 1] > 0x20,
      bytes[end - 1] < 0x80 || !endsBlank(bytes[end - 1])
    {
      return range
    }
    while start < end {
      if isSpace(bytes[start]) {
        start += 1
      } else {
        let width = blankWidth(start, end, bytes)
        guard width > 0 else { break }
        start += width
      }
    }
    while start < end {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, blankWidth(end - 2, end, bytes) == 2 {
        end -= 2
      } else if end - start >= 3, blankWidth(end - 3, end, bytes) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether a blank of several bytes may begin, or end, with a byte.
  private static func beginsBlank(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  private static func endsBlank(_ byte: UInt8) -> Bool {
    byte == 0xA0 || byte == 0xBF || byte == 0x8B
  }

  /// Bytes of U+00A0, U+200B or U+FEFF where one stands at a place; 0 where none does.
  private static func blankWidth(_ index: Int, _ end: Int, _ bytes: Span<UInt8>) -> Int {
    guard index + 1 < end else { return 0 }
    let second = bytes[index + 1]
    switch bytes[index] {
    case 0xC2: return second == 0xA0 ? 2 : 0
    case 0xE2: return index + 2 < end && second == 0x80 && bytes[index + 2] == 0x8B ? 3 : 0
    case 0xEF: return index + 2 < end && second == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
    default: return 0
    }
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
