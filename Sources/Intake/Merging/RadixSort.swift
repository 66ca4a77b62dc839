/// Sorts numbers of 64 bits byte by byte, from the lowest: some times faster than comparing them
/// where there are millions.
enum RadixSort {
  /// Below this comparing is as fast.
  private static let least = 1 << 12

  static func sort(_ numbers: inout [UInt64]) {
    guard numbers.count >= least else {
      numbers.sort()
      return
    }
    var other = [UInt64](repeating: 0, count: numbers.count)
    let first = numbers[0]
    // Bytes that are alike in all numbers need no pass.
    let varying = numbers.reduce(0) { $0 | ($1 ^ first) }
    for shift in stride(from: UInt64(0), to: 64, by: 8) where (varying >> shift) & 0xFF != 0 {
      var places = [Int](repeating: 0, count: 257)
      for number in numbers { places[Int((number >> shift) & 0xFF) + 1] += 1 }
      for byte in 1..<257 { places[byte] += places[byte - 1] }
      for number in numbers {
        let byte = Int((number >> shift) & 0xFF)
        other[places[byte]] = number
        places[byte] += 1
      }
      swap(&numbers, &other)
    }
  }
}
