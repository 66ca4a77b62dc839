/// A value that is lent to the steps of a template while they are written.
///
/// It stands where it is, so that the many cells of a report are neither copied nor boxed on their
/// way. Which type it has is known when a template is read: a name is only looked up in values of
/// the type whose table lists it.
@safe struct ScopeFrame {
  private let place: UnsafeRawPointer
  /// Place among the items of a list, from 0, and their number.
  let index: Int
  let count: Int

  /// The value, as a type that it must have been lent as.
  func value<Value>(_: Value.Type = Value.self) -> Value {
    unsafe place.assumingMemoryBound(to: Value.self).pointee
  }

  /// Lends a value that is no item of a list.
  static func lend<Value>(_ value: Value, to body: (ScopeFrame) -> Void) {
    unsafe withUnsafePointer(to: value) {
      body(unsafe ScopeFrame(place: UnsafeRawPointer($0), index: 0, count: 1))
    }
  }

  /// Lends the items of a list one after another.
  static func lend<Value>(items: [Value], to body: (ScopeFrame) -> Void) {
    unsafe items.withUnsafeBufferPointer { items in
      guard let start = items.baseAddress else { return }
      for index in 0..<items.count {
        body(
          unsafe ScopeFrame(
            place: UnsafeRawPointer(start + index), index: index, count: items.count))
      }
    }
  }
}
