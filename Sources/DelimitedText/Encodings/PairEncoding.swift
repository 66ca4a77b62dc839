/// An encoding of one byte a letter in which some letters are two bytes: a base and a mark.
///
/// Decoding composes: what comes out is NFC, because the tables hold whole letters.
struct PairEncoding: Sendable, BlockDecoder {
  /// For every byte its letter, and whether a mark may follow.
  private var singles: [UInt32]
  /// For every base and mark (`base << 8 | mark`) their letter.
  private var pairs: [UInt32]

  /// Starts with ASCII alone.
  init() {
    singles = (0..<256).map { byte in
      byte < 0x80 ? PackedLetter(Unicode.Scalar(UInt8(byte))).bits : 0
    }
    pairs = [UInt32](repeating: 0, count: 1 << 16)
  }

  /// Gives a byte a letter, in place of the one that it had.
  mutating func add(_ byte: UInt8, _ letter: Unicode.Scalar) {
    singles[Int(byte)] =
      singles[Int(byte)] & PackedLetter.opensPair | PackedLetter(letter).bits
  }

  /// Gives two bytes one letter.
  mutating func add(_ base: UInt8, _ mark: UInt8, _ letter: Unicode.Scalar) {
    singles[Int(base)] |= PackedLetter.opensPair
    pairs[Int(base) << 8 | Int(mark)] = PackedLetter(letter).bits
  }

  /// Takes a byte's letter away.
  mutating func remove(_ byte: UInt8) { singles[Int(byte)] = 0 }

  /// Whether two bytes are one letter.
  func isPair(_ base: UInt8, _ mark: UInt8) -> Bool {
    pairs[Int(base) << 8 | Int(mark)] != 0
  }

  /// The letter of a byte that stands alone; `nil` where it cannot.
  func scalar(of byte: UInt8) -> Unicode.Scalar? {
    var letter = PackedLetter(bits: singles[Int(byte)])
    var bytes: [UInt8] = []
    for _ in 0..<letter.count {
      bytes.append(UInt8(truncatingIfNeeded: letter.bits))
      letter.bits >>= 8
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }

  /// The bytes with a letter of their own that a mark may follow or that stand for a scalar.
  func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
    (UInt8.min...UInt8.max).filter {
      singles[Int($0)] & ~PackedLetter.opensPair == PackedLetter(scalar).bits
    }
  }

  func decode(_ input: Span<UInt8>, isLast: Bool, into output: inout OutputBlock) -> Int {
    let singles = singles.span
    let pairs = pairs.span
    var index = 0
    while index < input.count {
      if index + 8 < input.count {
        let eight = input.eightBytes(at: index)
        if Self.isPlain(eight) {
          // The eighth letter may be the base of a mark that stands behind it.
          let used = input[index + 8] < 0x80 ? 8 : 7
          output.append(eight, used: used)
          index += used
          continue
        }
      }
      let byte = input[index]
      let single = PackedLetter(bits: singles[Int(byte)])
      if single.bits & PackedLetter.opensPair != 0 {
        if index + 1 < input.count {
          let pair = PackedLetter(bits: pairs[Int(byte) << 8 | Int(input[index + 1])])
          if pair != .none {
            output.append(pair)
            index += 2
            continue
          }
        } else if !isLast {
          break
        }
      }
      if single.count > 0 { output.append(single) } else { output.appendBroken() }
      index += 1
    }
    return index
  }

  /// Whether all eight bytes are from 0x20 to 0x7F: TCVN3 has letters below.
  private static func isPlain(_ bytes: UInt64) -> Bool {
    let highs: UInt64 = 0x8080_8080_8080_8080
    return bytes & highs == 0 && (bytes &+ 0x6060_6060_6060_6060) & highs == highs
  }
}
