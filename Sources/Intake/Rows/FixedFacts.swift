internal import Administration

/// What never changes about a dossier beside its unit: the procedure and the day received.
struct FixedFacts: Hashable, Sendable {
  /// Number of the procedure's text, from 1; 0 where the row names none.
  private(set) var procedure: UInt16 = 0
  /// Days since 1950; days of exports fit.
  private var daysSince1950: UInt16 = 0

  /// 1950-01-01.
  private static let firstDay = -7305

  init() {}

  /// Numbers above those that fit count as none.
  init(procedure: Int, day: CalendarDay) {
    self.procedure = UInt16(exactly: procedure) ?? 0
    daysSince1950 = UInt16(clamping: Int(day.number) - Self.firstDay)
  }

  var day: CalendarDay { CalendarDay(number: Int32(Int(daysSince1950) + Self.firstDay)) }

  /// The same with the procedure's number replaced by `numbers[number]`.
  func renumbered(_ numbers: [Int]) -> FixedFacts {
    var facts = self
    facts.procedure = UInt16(exactly: numbers[Int(procedure)]) ?? 0
    return facts
  }
}
