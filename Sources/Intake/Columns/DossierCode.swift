/// A code `prefix-YYMMDD-NNNN` with a running number of one to six digits, taken apart in a few
/// steps; what ``KeyInterner`` makes of the same bytes one by one.
struct DossierCode {
  /// Bytes of the prefix, from the beginning of the code.
  let prefixCount: Int
  let parts: KeyInterner.Numbers

  private static let dash: UInt64 = 0x2D

  /// `nil` where the bytes are no such code, or may not be trimmed.
  @inline(__always)
  init?(at start: UnsafeRawPointer, count: Int) {
    guard count >= 9, unsafe Self.isSign(start.load(as: UInt8.self)) else { return nil }
    let tail = unsafe Self.word(start, count - 8)
    let values = tail ^ 0x3030_3030_3030_3030
    let others = EightDigits.others(values)
    // The last byte is the highest.
    let length = others.leadingZeroBitCount / 8
    guard (1...6).contains(length), count >= length + 8 else { return nil }
    let above = UInt64(truncatingIfNeeded: 8 * (8 - length))
    let head = unsafe Self.word(start, count - length - 8)
    let days = ((head >> 8) ^ 0x3030_3030_3030) & 0xFFFF_FFFF_FFFF
    guard (tail >> (above - 8)) & 0xFF == Self.dash, head & 0xFF == Self.dash,
      EightDigits.others(days) == 0
    else { return nil }
    prefixCount = count - length - 8
    parts = KeyInterner.Numbers(
      date: EightDigits.number(days << 16),
      number: EightDigits.number((values >> above) << above),
      length: UInt64(truncatingIfNeeded: length))
  }

  /// Whether no blank begins with a byte.
  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x80
  }

  @inline(__always)
  private static func word(_ start: UnsafeRawPointer, _ place: Int) -> UInt64 {
    unsafe UInt64(littleEndian: start.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
