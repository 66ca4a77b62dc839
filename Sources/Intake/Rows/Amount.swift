/// A number as exports write it: `20000`, `1.234.567`, `1 234 567`, `1,234,567.5`, `12,5`,
/// `20.000 đ`.
struct Amount: Hashable, Sendable {
  /// All digits, those behind the decimal sign too.
  private(set) var digits = 0
  /// How many of the digits stand behind the decimal sign.
  private(set) var scale = 0

  /// The most digits that fit.
  private static let mostDigits = 18

  /// The number in a trimmed range of bytes; `nil` where they are none.
  ///
  /// Of two different separators the last is the decimal sign. One alone parts thousands where it
  /// stands several times or before exactly three digits (Vietnamese writes 20.000 for twenty
  /// thousand), and is the decimal sign elsewhere.
  init?(_ range: Range<Int>, of bytes: Span<UInt8>) {
    if let whole = Self.plain(range, of: bytes) {
      digits = whole
      return
    }
    let end = Self.endOfNumber(range, of: bytes)
    guard end > range.lowerBound else { return nil }
    if end < range.upperBound, !Self.isCurrency(end..<range.upperBound, of: bytes) { return nil }
    var groups: [Int] = []
    var separators: [UInt8] = []
    var run = 0
    var count = 0
    for index in range.lowerBound..<end {
      let digit = bytes[index] &- 0x30
      if digit < 10 {
        count += 1
        guard count <= Self.mostDigits else { return nil }
        digits = digits * 10 + Int(digit)
        run += 1
      } else {
        guard run > 0 else { return nil }
        groups.append(run)
        separators.append(bytes[index])
        run = 0
      }
    }
    guard run > 0 else { return nil }
    groups.append(run)
    guard let scale = Self.scale(groups: groups, separators: separators) else { return nil }
    self.scale = scale
  }

  /// The number where nothing but digits stands, as in nearly every cell.
  private static func plain(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int? {
    guard (1...mostDigits).contains(range.count) else { return nil }
    var number = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// Whether it is more than nothing.
  var isPositive: Bool { digits > 0 }

  /// How many digits stand behind the decimal sign, from the lengths of the runs of digits and
  /// the signs between them; `nil` where they are not a number.
  private static func scale(groups: [Int], separators: [UInt8]) -> Int? {
    guard let last = separators.last, let lastGroup = groups.last else { return 0 }
    let thousands = separators.dropLast()
    // Every sign but the last parts thousands, so all are alike and before three digits each.
    guard thousands.allSatisfy({ $0 == thousands.first }), groups[0] <= 3 || thousands.isEmpty,
      groups.dropFirst().dropLast().allSatisfy({ $0 == 3 })
    else { return nil }
    let isThousands =
      thousands.isEmpty ? last == 0x20 || lastGroup == 3 && groups[0] <= 3 : thousands.first == last
    if isThousands { return lastGroup == 3 && groups[0] <= 3 ? 0 : nil }
    return last == 0x20 ? nil : lastGroup
  }

  /// Behind the last digit of a run of digits and separators from the beginning on.
  private static func endOfNumber(_ range: Range<Int>, of bytes: Span<UInt8>) -> Int {
    var end = range.lowerBound
    for index in range {
      switch bytes[index] {
      case 0x30...0x39: end = index + 1
      case 0x2C, 0x2E, 0x20: continue
      default: return end
      }
    }
    return end
  }

  /// Whether the rest behind the digits is only the name of the currency.
  private static func isCurrency(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let word = CellBytes.text(range, of: bytes).lowercased()
      .filter { !$0.isWhitespace && $0 != "." }
    return ["đ", "₫", "đồng", "vnđ", "vnd", "d", "dong"].contains(word)
  }
}
