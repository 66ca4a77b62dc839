/// The code of an administrative procedure (mã TTHC).
package enum ProcedureCode {
  /// The national part of a code: `1.001193` of `1.001193.000.00.00.H59`; another text as it is.
  ///
  /// Provinces add their own code behind the national one (domain/exports.md, 3).
  static func national(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    let start = range.lowerBound
    guard range.count > 8, bytes[start + 8] == 0x2E, (0x31...0x33).contains(bytes[start]),
      bytes[start + 1] == 0x2E
    else { return range }
    for index in (start + 2)..<(start + 8) where bytes[index] &- 0x30 > 9 { return range }
    return start..<(start + 8)
  }

  /// Likewise of a text.
  package static func national(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let range = national(0..<bytes.count, of: bytes.span)
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
