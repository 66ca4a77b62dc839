internal import Administration
internal import DelimitedText

/// The key that makes a row what it is, in 64 bits of which none is lost (contract, 5).
///
/// A dossier is its code. A code such as `H59.12-230405-0001` is its first part, interned, and
/// its two numbers; any other code is interned whole. In the other kinds a row is its code, its
/// unit and its first day. Interned numbers are those of one file until ``KeyInterner`` of the
/// whole source takes them over.
struct KeyInterner: Sendable {
  private var prefixes = ByteInterner()
  private var codes = ByteInterner()

  private static let wholeCode: UInt64 = 1 << 63
  /// Bits from the lowest: running number 20, its digits 3, date 20, prefix 20.
  private static let lengthShift: UInt64 = 20
  private static let dateShift: UInt64 = 23
  private static let prefixShift: UInt64 = 43
  private static let mostPrefixes = 1 << 20
  private static let dash: UInt8 = 0x2D

  /// Whether the numbers given so far fit the bits of a key.
  var fits: Bool { prefixes.count <= Self.mostPrefixes && codes.count < 1 << 31 }

  /// The key of a dossier with the code in a trimmed, not empty range.
  mutating func dossier(_ range: Range<Int>, of bytes: Span<UInt8>) -> UInt64 {
    guard let parts = Self.parts(range, of: bytes) else {
      return Self.wholeCode | UInt64(codes.intern(range, of: bytes))
    }
    return parts.numbers.key(prefix: prefix(parts.prefix, of: bytes))
  }

  /// The number of the first part of a dossier's code.
  mutating func prefix(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    prefixes.intern(range, of: bytes)
  }

  /// What stands behind the prefix of a dossier's code.
  struct Numbers: Hashable {
    var date: UInt64
    var number: UInt64
    /// Digits of the number.
    var length: UInt64

    @inline(__always)
    func key(prefix: Int) -> UInt64 {
      UInt64(truncatingIfNeeded: prefix) << KeyInterner.prefixShift | date << KeyInterner.dateShift
        | length << KeyInterner.lengthShift | number
    }
  }

  /// The key of a row of any other kind.
  mutating func row(
    code range: Range<Int>, of bytes: Span<UInt8>, unit: Int, day: CalendarDay
  ) -> UInt64 {
    // 31 bits of code, 16 of unit, 17 of days from 1900 on.
    let days = UInt64(Int(day.number) + 25_567)
    return UInt64(codes.intern(range, of: bytes)) << 33 | UInt64(unit) << 17 | days
  }

  /// The code of a key that ``dossier(_:of:)`` or ``row(code:of:unit:day:)`` made.
  func code(of key: UInt64, _ kind: SourceKind) -> String {
    guard kind == .dossiers else { return codes.text(of: Int(key >> 33)) }
    if key & Self.wholeCode != 0 { return codes.text(of: Int(key & ~Self.wholeCode)) }
    var code = Array(prefixes.bytes(of: Int(key >> Self.prefixShift)))
    code.append(Self.dash)
    code.append(decimal: key >> Self.dateShift & 0xF_FFFF, leastDigits: 6)
    code.append(Self.dash)
    code.append(decimal: key & 0xF_FFFF, leastDigits: Int(key >> Self.lengthShift & 0b111))
    return String(decoding: code, as: UTF8.self)
  }

  /// Takes over the numbers of one file's interner, so that its keys can be told anew.
  mutating func adopt(_ other: KeyInterner) -> Renumbering {
    Renumbering(prefixes: prefixes.adopt(other.prefixes), codes: codes.adopt(other.codes))
  }

  /// From the numbers of one file to those of the source.
  struct Renumbering: Sendable {
    var prefixes: [Int]
    var codes: [Int]

    /// A key of a file's row as the source numbers it.
    func key(_ key: UInt64, of kind: SourceKind) -> UInt64 {
      kind == .dossiers ? dossier(key) : row(key)
    }

    func dossier(_ key: UInt64) -> UInt64 {
      if key & KeyInterner.wholeCode != 0 {
        return KeyInterner.wholeCode | UInt64(codes[Int(key & ~KeyInterner.wholeCode)])
      }
      let rest = key & ((1 << KeyInterner.prefixShift) - 1)
      return UInt64(prefixes[Int(key >> KeyInterner.prefixShift)]) << KeyInterner.prefixShift | rest
    }

    func row(_ key: UInt64) -> UInt64 {
      UInt64(codes[Int(key >> 33)]) << 33 | (key & ((1 << 33) - 1))
    }
  }

  /// The agency that the code of a dossier begins with: `H59.12` of `H59.12-230405-0001`; `nil`
  /// where the code is not made so.
  static func agency(ofDossier range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int>? {
    parts(range, of: bytes)?.prefix
  }

  private struct Parts {
    var prefix: Range<Int>
    var numbers: Numbers
  }

  /// The parts of a code `prefix-YYMMDD-NNNN` with a running number of one to six digits.
  private static func parts(_ range: Range<Int>, of bytes: Span<UInt8>) -> Parts? {
    guard let dash = lastDash(range, of: bytes), (1...6).contains(range.upperBound - dash - 1),
      let number = digits((dash + 1)..<range.upperBound, of: bytes),
      dash - range.lowerBound >= 7, bytes[dash - 7] == Self.dash,
      let date = digits((dash - 6)..<dash, of: bytes)
    else { return nil }
    return Parts(
      prefix: range.lowerBound..<(dash - 7),
      numbers: Numbers(
        date: date, number: number, length: UInt64(range.upperBound - dash - 1)))
  }

  private static func lastDash(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int? {
    var index = range.upperBound - 1
    while index >= range.lowerBound {
      if bytes[index] == dash { return index }
      index -= 1
    }
    return nil
  }

  private static func digits(_ range: Range<Int>, of bytes: Span<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + UInt64(digit)
    }
    return value
  }
}
