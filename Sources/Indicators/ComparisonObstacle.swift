package import Administration

/// Why a figure is not compared with that of an earlier period.
package enum ComparisonObstacle: Hashable, Sendable {
  /// No period of the same length comes before.
  case noPeriod
  /// No run of the earlier period is known.
  case unknownPeriod
  /// The run of the earlier period has no such figure.
  case unknownFigure
  /// The period of the report is not over.
  case unfinished
  /// The earlier figures were made on a day when their period was not over.
  case unfinishedBase(CalendarDay)
  /// The unit was made of others since, and it is not a sum over them.
  case otherUnits
  /// It was counted in another way.
  case otherDefinition
  /// It is made of fewer cases than so many.
  case smallBase(Int)
}

/// Decides which figures may be compared with those of an earlier period.
struct ComparisonGuard: Sendable {
  let past: PastFigures
  /// Fingerprints of how the indicators are counted now, by id.
  let definitions: [String: String]
  /// Whether the period of the report is over.
  let isOver: Bool

  /// `nil` where nothing stands against it, or the earlier figure has no cases and so no value.
  func obstacle(to key: FigureKey, of indicator: Indicator) -> ComparisonObstacle? {
    guard past.period != nil else { return .noPeriod }
    guard !past.parts.isEmpty else { return .unknownPeriod }
    guard !past.uncounted.contains(key) else { return .otherUnits }
    guard let part = past.parts[key] else { return .unknownFigure }
    guard part.value != nil else { return nil }
    guard isOver else { return .unfinished }
    if let day = past.unfinishedOn { return .unfinishedBase(day) }
    // Runs from before definitions were kept say nothing of them.
    if let before = past.definitions[indicator.id], let now = definitions[indicator.id],
      before != now
    {
      return .otherDefinition
    }
    let isSmall = part.cases.map { $0 < indicator.smallBase } ?? false
    return isSmall ? .smallBase(indicator.smallBase) : nil
  }
}

extension Part {
  /// How many cases the value is made of; `nil` where it was typed as such.
  var cases: Int? {
    switch measure {
    case .count: numerator
    case .percent, .quotient: denominator
    case .typedPercent, .typedAmount, .grade: nil
    }
  }
}
