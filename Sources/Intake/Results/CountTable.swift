/// How many rows there are of each kind of count, sorted by unit, then field, then signature;
/// packed, because there may be millions.
package struct CountTable: RandomAccessCollection, Sendable {
  private let keys: [UInt64]
  private let counts: [UInt32]

  init() {
    keys = []
    counts = []
  }

  /// Counts equal numbers of a sorted array.
  init(sorted numbers: consuming [UInt64]) {
    var counts: [UInt32] = []
    var distinct = 0
    for index in numbers.indices {
      let number = numbers[index]
      if distinct > 0, numbers[distinct - 1] == number {
        counts[distinct - 1] += 1
      } else {
        numbers[distinct] = number
        counts.append(1)
        distinct += 1
      }
    }
    numbers.removeLast(numbers.count - distinct)
    keys = numbers
    self.counts = counts
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { keys.count }

  package subscript(index: Int) -> (key: CountKey, count: Int) {
    (CountKey(packed: keys[index]), Int(counts[index]))
  }

  /// Goes through the counts unit by unit, and field by field within a unit.
  package func forEachGroup(
    _ body: (_ unit: Int, _ subject: Int, _ places: Range<Int>) -> Void
  ) {
    var start = 0
    while start < endIndex {
      let first = self[start].key
      let group = CountKey.group(of: keys[start])
      var end = start + 1
      while end < endIndex, CountKey.group(of: keys[end]) == group { end += 1 }
      body(first.unit, first.subject, start..<end)
      start = end
    }
  }
}
