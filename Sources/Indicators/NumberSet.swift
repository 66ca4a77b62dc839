/// A set of small numbers from 0, a bit for each.
struct NumberSet: Hashable, Sendable {
  private var words: [UInt64] = []

  mutating func insert(_ number: Int) {
    let word = number >> 6
    if word >= words.count {
      words += [UInt64](repeating: 0, count: word + 1 - words.count)
    }
    words[word] |= 1 << UInt64(number & 63)
  }

  mutating func formUnion(_ other: NumberSet) {
    if words.count < other.words.count {
      words += [UInt64](repeating: 0, count: other.words.count - words.count)
    }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many numbers are in both.
  func count(sharedWith other: NumberSet) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
  }
}
