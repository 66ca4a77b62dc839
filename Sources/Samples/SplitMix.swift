/// The generator SplitMix64: the same numbers on every machine for the same seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  /// `stream` keeps the parts of a sample apart: a part that draws more numbers than before
  /// changes nothing in the others.
  init(seed: UInt64, stream: Stream) {
    self.init(state: seed &+ stream.rawValue &* 0xD1B5_4A32_D192_ED03)
    _ = next()
  }

  init(state: UInt64) { self.state = state }

  /// The parts of a sample that draw numbers of their own.
  enum Stream: UInt64 {
    case dossiers = 1
    case oddDossiers, incoming, outgoing, workFiles, tasks
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, and without, the bound; 0 where the bound is less than 1.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
  }

  /// A number of a range, both ends in it.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Whether something that happens so many times in a thousand happens.
  mutating func happens(_ perMille: Int) -> Bool { below(1000) < perMille }

  /// An element of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
