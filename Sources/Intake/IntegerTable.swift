/// A hash table of 64-bit keys that never lose a bit: equal keys are the same thing.
struct IntegerTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value]
  private var isTaken: [Bool]
  private let empty: Value
  private(set) var count = 0

  /// `empty` fills places that hold nothing.
  init(empty: Value) {
    self.empty = empty
    keys = [UInt64](repeating: 0, count: 256)
    values = [Value](repeating: empty, count: 256)
    isTaken = [Bool](repeating: false, count: 256)
  }

  /// Puts a value under a key and gives back the one that was there.
  @discardableResult
  mutating func replace(_ key: UInt64, by value: Value) -> Value? {
    let slot = slot(of: key)
    if isTaken[slot] {
      defer { values[slot] = value }
      return values[slot]
    }
    take(slot, key, value)
    return nil
  }

  /// The value under a key, put there first if there is none.
  mutating func value(of key: UInt64, orElse make: () -> Value) -> Value {
    let slot = slot(of: key)
    if isTaken[slot] { return values[slot] }
    let value = make()
    take(slot, key, value)
    return value
  }

  /// Every value, in no order that means anything.
  func forEachValue(_ body: (Value) -> Void) {
    for slot in keys.indices where isTaken[slot] { body(values[slot]) }
  }

  private func slot(of key: UInt64) -> Int {
    // Fibonacci hashing, folded so that the low bits depend on all.
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed ^ (mixed >> 32)) & (keys.count - 1)
    while isTaken[slot], keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func take(_ slot: Int, _ key: UInt64, _ value: Value) {
    keys[slot] = key
    values[slot] = value
    isTaken[slot] = true
    count += 1
    if count * 3 > keys.count * 2 { grow() }
  }

  private mutating func grow() {
    let old = self
    let size = keys.count * 2
    keys = [UInt64](repeating: 0, count: size)
    values = [Value](repeating: empty, count: size)
    isTaken = [Bool](repeating: false, count: size)
    for slot in old.keys.indices where old.isTaken[slot] {
      let place = self.slot(of: old.keys[slot])
      keys[place] = old.keys[slot]
      values[place] = old.values[slot]
      isTaken[place] = true
    }
  }
}
