/// One letter as UTF-8, ready to be stored.
///
/// Up to three bytes, the first one lowest, and their number in the fourth. 0 stands for no letter.
struct PackedLetter: Hashable, Sendable {
  /// The mark of a byte after which a second one may change the letter.
  static let opensPair: UInt32 = 1 << 31

  var bits: UInt32

  static let none = PackedLetter(bits: 0)

  init(bits: UInt32) { self.bits = bits }

  /// Packs a scalar of the basic plane, which all letters of the tables are of.
  init(_ scalar: Unicode.Scalar) {
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in Unicode.UTF8.encode(scalar) ?? .init() {
      bits |= UInt32(byte) << (8 * count)
      count += 1
    }
    self.bits = bits | count << 24
  }

  /// Number of bytes, 0 for no letter.
  var count: Int { Int(bits >> 24 & 3) }
}

/// The only owner of the memory that decoded bytes are collected in before they are written.
@safe struct OutputBlock: ~Copyable {
  private let start: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  /// Bytes collected.
  private(set) var count = 0
  /// Places of the whole file that could not be decoded.
  private(set) var brokenCount = 0

  /// Makes a block for what `inputBytes` can become: no byte becomes more than three.
  init(forInput inputBytes: Int) {
    capacity = 3 * inputBytes + 16
    unsafe start = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  }

  deinit { unsafe start.deallocate() }

  mutating func removeAll() { count = 0 }

  /// What has been collected.
  func withSpan<Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try body(unsafe UnsafeBufferPointer(start: start, count: count).span)
  }

  mutating func append(_ byte: UInt8) {
    precondition(count < capacity)
    unsafe start[count] = byte
    count += 1
  }

  mutating func append(_ letter: PackedLetter) {
    precondition(count + 4 <= capacity)
    unsafe UnsafeMutableRawPointer(start + count)
      .storeBytes(of: letter.bits.littleEndian, as: UInt32.self)
    count += letter.count
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in Unicode.UTF8.encode(scalar) ?? .init() { append(byte) }
  }

  /// Adds the first `used` of eight ASCII letters, the first one lowest.
  mutating func append(_ letters: UInt64, used: Int) {
    precondition(count + 8 <= capacity)
    unsafe UnsafeMutableRawPointer(start + count)
      .storeBytes(of: letters.littleEndian, as: UInt64.self)
    count += used
  }

  /// Marks a place that the encoding has no letter for: 0xFF is no part of UTF-8, so whoever
  /// reads the row finds it broken.
  mutating func appendBroken() {
    append(0xFF as UInt8)
    brokenCount += 1
  }
}

extension Span<UInt8> {
  /// Eight bytes, the first one lowest.
  func eightBytes(at index: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
  }
}
