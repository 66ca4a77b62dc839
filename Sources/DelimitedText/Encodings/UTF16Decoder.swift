/// Decodes UTF-16 of either byte order.
struct UTF16Decoder: BlockDecoder {
  var isBigEndian: Bool

  func decode(_ input: Span<UInt8>, isLast: Bool, into output: inout OutputBlock) -> Int {
    var index = 0
    while index + 1 < input.count {
      if index + 7 < input.count {
        let four = input.eightBytes(at: index)
        let units = isBigEndian ? four.byteSwapped : four
        if units & 0xFF80_FF80_FF80_FF80 == 0 {
          output.append(Self.narrowed(units, isBigEndian: isBigEndian), used: 4)
          index += 8
          continue
        }
      }
      let unit = self.unit(at: index, of: input)
      guard unit & 0xF800 == 0xD800 else {
        if unit != UTF8Letter.replacement, let scalar = Unicode.Scalar(unit) {
          output.append(PackedLetter(scalar))
        } else {
          output.appendBroken()
        }
        index += 2
        continue
      }
      if unit < 0xDC00, index + 3 >= input.count, !isLast { break }
      if let scalar = pair(unit, at: index, of: input) {
        output.append(scalar)
        index += 4
      } else {
        output.appendBroken()
        index += 2
      }
    }
    if isLast, index < input.count {
      // Half a unit.
      output.appendBroken()
      index += 1
    }
    return index
  }

  private func unit(at index: Int, of input: Span<UInt8>) -> UInt16 {
    let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  /// The scalar of two surrogates; `nil` where they are no pair.
  private func pair(_ high: UInt16, at index: Int, of input: Span<UInt8>) -> Unicode.Scalar? {
    guard high < 0xDC00, index + 3 < input.count else { return nil }
    let low = unit(at: index + 2, of: input)
    guard low & 0xFC00 == 0xDC00 else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(high) & 0x3FF) << 10 | UInt32(low) & 0x3FF)
  }

  /// Four ASCII letters of a 16-bit lane each, as bytes, the first one lowest.
  private static func narrowed(_ units: UInt64, isBigEndian: Bool) -> UInt64 {
    let pairs = (units | units >> 8) & 0x0000_FFFF_0000_FFFF
    let bytes = UInt32(truncatingIfNeeded: pairs | pairs >> 16)
    // Swapping the bytes of the big-endian word turned the letters round as well.
    return UInt64(isBigEndian ? bytes.byteSwapped : bytes)
  }
}
