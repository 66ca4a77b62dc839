extension Sequence<UInt8> {
  /// The bytes as manifests write a fingerprint: two small hexadecimal digits each.
  package var hexadecimalText: String {
    map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}
