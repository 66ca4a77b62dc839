/// A unit of the catalogue (cơ quan, đơn vị, địa phương) as it was on certain days.
package struct Unit: Hashable, Sendable {
  /// The code of the General Statistics Office, or the parent's code and an abbreviation.
  package var code: String
  package var name: String
  /// Such as "tỉnh", "huyện", "phường", "sở".
  package var kind: String
  package var level: Level
  /// Code of the unit above; empty for the province.
  package var parent: String
  /// Identifier codes (H59.…) that also mean this unit.
  package var agencyCodes: [String]
  /// Other names that mean this unit.
  package var aliases: [String]
  /// First day of its life; `nil` where it has always been.
  package var validFrom: CalendarDay?
  /// Last day of its life; `nil` where it goes on.
  package var validTo: CalendarDay?
  /// The units that took its place, the one with the larger part first; empty where there is none.
  package var successors: [Successor]

  package init(
    code: String, name: String, kind: String, level: Level, parent: String,
    agencyCodes: [String] = [], aliases: [String] = [], validFrom: CalendarDay? = nil,
    validTo: CalendarDay? = nil, successors: [Successor] = []
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.level = level
    self.parent = parent
    self.agencyCodes = agencyCodes
    self.aliases = aliases
    self.validFrom = validFrom
    self.validTo = validTo
    self.successors = successors
  }

  /// A unit that took the place of another, or of a part of it.
  package struct Successor: Hashable, Sendable {
    package var code: String
    /// Whether the source of the catalogue leaves open that it got a part, or the smaller one.
    package var isDoubtful: Bool

    package init(code: String, isDoubtful: Bool = false) {
      self.code = code
      self.isDoubtful = isDoubtful
    }
  }

  /// Whether several units took its place, each a part of it.
  package var isSplit: Bool { successors.count > 1 }

  /// Its name and its other names.
  package var names: [String] { [name] + aliases }

  /// The days of its life; the first and the last that there are where it has no such end.
  var life: DaySpan {
    DaySpan(
      first: validFrom ?? CalendarDay(number: .min), last: validTo ?? CalendarDay(number: .max))
  }

  package func isAlive(on day: CalendarDay) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
  }

  /// Whether it lives on any of the days.
  package func isAlive(during days: DaySpan) -> Bool {
    (validFrom.map { $0 <= days.last } ?? true) && (validTo.map { days.first <= $0 } ?? true)
  }
}
