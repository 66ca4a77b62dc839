/// Takes back what happened to UTF-8 that was read as Windows-1252 and written as UTF-8 again.
///
/// Every run of letters whose Windows-1252 bytes are one sound UTF-8 sequence becomes that
/// sequence; anything else stays, for a file may have been put together from two. Half a
/// sequence is broken: its other half was lost on the way.
struct MojibakeDecoder: BlockDecoder {
  /// A letter of UTF-8 is at most four bytes, each of which became at most three.
  private static let longestUnit = 12

  /// Windows-1252 bytes of the scalars from U+0152 to U+2122 that have one.
  private static let punctuation: [UInt32: UInt8] = {
    var bytes: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0x9F {
      if let scalar = PairEncoding.windows1252.scalar(of: byte) { bytes[scalar.value] = byte }
    }
    return bytes
  }()

  func decode(_ input: Span<UInt8>, isLast: Bool, into output: inout OutputBlock) -> Int {
    var index = 0
    while index < input.count {
      if index + 7 < input.count {
        let eight = input.eightBytes(at: index)
        if eight & 0x8080_8080_8080_8080 == 0 {
          output.append(eight, used: 8)
          index += 8
          continue
        }
      }
      let byte = input[index]
      if byte < 0x80 {
        output.append(byte)
        index += 1
        continue
      }
      if !isLast, index + Self.longestUnit > input.count { break }
      index = decodeLetter(at: index, of: input, into: &output)
    }
    return index
  }

  /// Decodes what starts with a byte above 0x7F; returns where the next letter starts.
  private func decodeLetter(
    at start: Int, of input: Span<UInt8>, into output: inout OutputBlock
  ) -> Int {
    guard let first = UTF8Letter(at: start, of: input) else {
      output.appendBroken()
      return start + 1
    }
    guard first.scalar != UTF8Letter.replacement else {
      output.appendBroken()
      return first.end
    }
    let lead = Self.windowsByte(of: first)
    let length = UTF8Letter.length(ofLead: lead)
    guard length > 1 else {
      copy(start..<first.end, of: input, into: &output)
      return first.end
    }
    var bytes: [4 of UInt8] = [lead, 0, 0, 0]
    var end = first.end
    var count = 1
    while count < length, let next = UTF8Letter(at: end, of: input) {
      let byte = Self.windowsByte(of: next)
      guard byte & 0xC0 == 0x80 else { break }
      bytes[count] = byte
      count += 1
      end = next.end
    }
    if count == length, let letter = UTF8Letter(at: 0, of: bytes.span),
      letter.scalar != UTF8Letter.replacement
    {
      for index in 0..<length { output.append(bytes[index]) }
      return end
    }
    // "Ã", "Ä", "Å" and "Æ" alone, or any lead with some of its bytes, lost the rest; "á" and
    // "â" alone are letters of Vietnamese.
    if count > 1 || (0xC3...0xC6).contains(lead) {
      output.appendBroken()
    } else {
      copy(start..<first.end, of: input, into: &output)
    }
    return count > 1 ? end : first.end
  }

  private func copy(
    _ range: Range<Int>, of input: Span<UInt8>, into output: inout OutputBlock
  ) {
    for index in range { output.append(input[index]) }
  }

  /// The byte that Windows-1252 writes for a letter, 0 for none.
  ///
  /// The five bytes without a letter
  /// are taken to have become U+0081, U+008D, U+008F, U+0090 and U+009D, as Windows does.
  private static func windowsByte(of letter: UTF8Letter) -> UInt8 {
    letter.scalar < 0x100
      ? UInt8(truncatingIfNeeded: letter.scalar) : punctuation[letter.scalar] ?? 0
  }
}

/// One letter of sound UTF-8 in some bytes.
struct UTF8Letter {
  /// U+FFFD, which an earlier program left where it could not read a letter.
  static let replacement: UInt32 = 0xFFFD

  var scalar: UInt32
  /// Offset behind its last byte.
  var end: Int

  /// Reads the letter at a place; `nil` where no sound one stands.
  init?(at start: Int, of bytes: Span<UInt8>) {
    guard start < bytes.count else { return nil }
    let length = Self.length(ofLead: bytes[start])
    guard length > 0, start + length <= bytes.count else { return nil }
    var scalar = UInt32(bytes[start]) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
    for index in start + 1..<start + length {
      guard bytes[index] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    let smallest: [4 of UInt32] = [0, 0x80, 0x800, 0x1_0000]
    guard scalar >= smallest[length - 1], Unicode.Scalar(scalar) != nil else { return nil }
    self.scalar = scalar
    end = start + length
  }

  /// Bytes of the sequence that a byte leads; 0 where it leads none.
  static func length(ofLead byte: UInt8) -> Int {
    switch byte {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
