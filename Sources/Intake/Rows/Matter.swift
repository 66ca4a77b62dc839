/// What a row is about: a field of administration and a procedure.
struct Matter: Hashable, Sendable {
  /// Number of the text that names the field, from 1; 0 where the row names none.
  var subject: Int
  /// Likewise of the procedure.
  var procedure: Int

  fileprivate var packed: UInt64 {
    UInt64(truncatingIfNeeded: subject) << 32 | UInt64(truncatingIfNeeded: procedure)
  }

  init(subject: Int, procedure: Int) {
    self.subject = subject
    self.procedure = procedure
  }

  fileprivate init(packed: UInt64) {
    subject = Int(packed >> 32)
    procedure = Int(packed & 0xFFFF_FFFF)
  }
}

/// Gives every distinct matter a small number, from 0 up in the order of first sight.
struct MatterInterner: Sendable {
  private struct Slot: Sendable {
    var packed: UInt64 = 0
    /// Number of the matter plus 1; 0 where the slot is empty.
    var number: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 256)
  private var matters: [UInt64] = []

  /// How many distinct matters it has seen.
  var count: Int { matters.count }

  /// The matters by their numbers.
  var all: [Matter] { matters.map(Matter.init(packed:)) }

  subscript(number: Int) -> Matter { Matter(packed: matters[number]) }

  @inline(__always)
  mutating func number(of matter: Matter) -> Int {
    let packed = matter.packed
    let mask = slots.count - 1
    var place = Self.hash(packed) & mask
    while slots[place].number != 0 {
      if slots[place].packed == packed { return Int(slots[place].number) - 1 }
      place = (place + 1) & mask
    }
    slots[place] = Slot(packed: packed, number: UInt32(truncatingIfNeeded: count + 1))
    matters.append(packed)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Takes in all that another knows, whose texts have other numbers here; gives for each of its
  /// numbers the own one.
  mutating func adopt(_ other: MatterInterner, subjects: [Int], procedures: [Int]) -> [Int] {
    other.matters.map { packed in
      var matter = Matter(packed: packed)
      matter.subject = subjects[matter.subject]
      matter.procedure = procedures[matter.procedure]
      return number(of: matter)
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    for slot in old where slot.number != 0 {
      var place = Self.hash(slot.packed) & (slots.count - 1)
      while slots[place].number != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  @inline(__always)
  private static func hash(_ packed: UInt64) -> Int {
    Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
