internal import Administration

/// What is kept of an accepted row beside its key, in 64 bits: what it is about, what counts of it,
/// and its first day.
struct RowFacts: Hashable, Sendable {
  private let bits: UInt64

  /// Bits from the lowest: signature 18, day 16, and 30 for the matter and the unit.
  static let signatureWidth: UInt64 = 18
  private static let placeShift: UInt64 = 34

  /// Whether so many matters can be told of so many units.
  static func fit(matters: Int, units: Int) -> Bool { matters * units < 1 << 30 }

  /// Stands for a row whose place another took.
  static let superseded = RowFacts(bits: .max)

  /// 1950-01-01; the days of exports fit 16 bits from then on.
  private static let firstDay = -7305

  private init(bits: UInt64) { self.bits = bits }

  /// - Parameters:
  ///   - unit: Place in `UnitCatalogue/entries`.
  ///   - units: How many entries there are.
  ///   - matter: Number of what the row is about, see ``MatterInterner``.
  ///   - signature: What the row is in the period; 0 where it is in no figure of it.
  ///   - day: The day that the row begins with.
  @inline(__always)
  init(unit: Int, of units: Int, matter: Int, signature: Signature, day: CalendarDay) {
    let days = UInt16(clamping: Int(day.number) - Self.firstDay)
    bits =
      UInt64(truncatingIfNeeded: matter * units + unit) << Self.placeShift
      | UInt64(days) << Self.signatureWidth | UInt64(signature)
  }

  /// The unit and the matter in one number: the matter's times the number of units, and the unit.
  var place: Int { Int(truncatingIfNeeded: bits >> Self.placeShift) }

  var signature: Signature {
    Signature(truncatingIfNeeded: bits & (1 << Self.signatureWidth - 1))
  }

  var day: CalendarDay {
    let days = UInt16(truncatingIfNeeded: bits >> Self.signatureWidth)
    return CalendarDay(number: Int32(Int(days) + Self.firstDay))
  }

  /// The same with the number of the matter replaced by `numbers[number]`.
  func renumbered(_ numbers: [Int], units: Int) -> RowFacts {
    let (matter, unit) = place.quotientAndRemainder(dividingBy: units)
    let rest = bits & (1 << Self.placeShift - 1)
    return RowFacts(bits: UInt64(numbers[matter] * units + unit) << Self.placeShift | rest)
  }
}
