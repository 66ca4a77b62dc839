package import Administration

/// The targets that apply in one run.
package struct TargetRules: Sendable {
  /// The folder of Templates/provinces.
  package var province: String
  package var period: Period
  /// Last day of the period: a document that was issued later is not yet in force.
  package var day: CalendarDay

  package init(province: String, period: Period, day: CalendarDay) {
    self.province = province
    self.period = period
    self.day = day
  }

  /// The targets of an indicator for a level, those of the newest document first.
  package func targets(of indicator: Indicator, level: Level) -> [Target] {
    let applying = indicator.targets.enumerated().filter { _, target in
      target.goals[level] != nil && target.years.contains(period.year)
        && (target.lengths.isEmpty || target.lengths.contains(period.length))
        && target.document.issued <= day
        && (target.document.provinces.isEmpty || target.document.provinces.contains(province))
    }
    return applying.sorted {
      // The order of the catalogue decides between targets of one document.
      ($1.element.document.issued, $0.offset) < ($0.element.document.issued, $1.offset)
    }.map(\.element)
  }
}
