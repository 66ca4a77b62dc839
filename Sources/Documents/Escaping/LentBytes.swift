extension [UInt8] {
  /// Adds bytes that are lent, without counting a reference to what holds them.
  mutating func append(lent bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
