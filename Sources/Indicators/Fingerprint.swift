/// Tells texts apart by a number that is the same on every machine and in every version (FNV-1a,
/// 64 bits).
enum Fingerprint {
  /// Sixteen hexadecimal digits.
  static func of(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x0000_0100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
