internal import Administration

/// How one iOffice export writes days and units.
struct OfficeContext {
  let units: UnitPool
  private let form: DateForm
  private let firstDay: CalendarDay
  /// The day of the exports.
  let lastDay: CalendarDay
  private let dayTexts: [String]
  private let codes: [String]
  private let names: [String]

  init(units: UnitPool, form: DateForm, naming: UnitNaming) {
    self.units = units
    self.form = form
    // A document may be older than its receipt.
    firstDay = units.calendar.days.first.adding(-40)
    lastDay = units.calendar.days.last
    let last = lastDay.adding(200)
    dayTexts = (firstDay.number...last.number).map { form.text(of: CalendarDay(number: $0)) }
    codes = units.members.enumerated().map { naming.code(of: $1.unit, number: $0) }
    names = units.members.map { naming.name(of: $0.unit, in: units.catalogue) }
  }

  /// Whether a district stands between a unit and the province.
  func hasDistrictAbove(_ unit: Administration.Unit) -> Bool {
    unit.level == .commune && (units.calendar.reform == nil || unit.validTo != nil)
  }

  func unit(_ entry: OfficeEntry) -> Administration.Unit { units.members[entry.member].unit }
  func code(_ entry: OfficeEntry) -> String { codes[entry.member] }
  func name(_ entry: OfficeEntry) -> String { names[entry.member] }

  /// A day; nothing where it is `nil`.
  func text(_ day: CalendarDay?) -> String {
    guard let day else { return "" }
    let index = Int(day.number - firstDay.number)
    let text = dayTexts.indices.contains(index) ? dayTexts[index] : form.text(of: day)
    return form == .minutes ? "\(text) 08:30" : text
  }

  /// A day of ending; nothing where it comes after the day of the export.
  func ended(_ day: CalendarDay?) -> String {
    text(day.flatMap { $0 <= lastDay ? $0 : nil })
  }

  /// "SNV" of `84-SNV`; "UBND" for a people's committee.
  func abbreviation(_ entry: OfficeEntry) -> String {
    let parts = unit(entry).code.split(separator: "-")
    return parts.count > 1 ? parts.dropFirst().joined(separator: "-") : "UBND"
  }
}
