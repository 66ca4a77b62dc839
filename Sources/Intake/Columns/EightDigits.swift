/// Eight digits in a word, less "0" each, the first one lowest.
enum EightDigits {
  /// The highest bit of every byte that is above 9.
  @inline(__always)
  static func others(_ values: UInt64) -> UInt64 {
    // Adding 0x76 carries into the highest bit from 10 on.
    (((values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
  }

  /// Whether every byte is at most 9.
  @inline(__always)
  static func areAll(_ values: UInt64) -> Bool { others(values) == 0 }

  /// The number that they make.
  @inline(__always)
  static func number(_ values: UInt64) -> UInt64 {
    // Neighbours become one number: pairs, then fours, then all.
    let pairs = (values &* 10 &+ (values >> 8)) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ (pairs >> 16)) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ (fours >> 32)) & 0xFFFF_FFFF
  }
}
