internal import Intake

/// Which indicators of a kind a row of a signature counts in, worked out once a signature.
struct SignatureWeights {
  private let indicators: [(index: Int, indicator: Indicator)]
  /// Places in sums, of all known signatures one after the other.
  private var places: [Int] = []
  /// Where in ``places`` those of a signature stand.
  private var known: [Signature: Range<Int>] = [:]

  /// Of the indicators of a kind, only those that count at a place where one is given.
  init(indicators: [Indicator], kind: SourceKind, at place: Indicator.CountedAt? = nil) {
    self.indicators = indicators.enumerated()
      .filter { $0.element.source == kind && $0.element.countedAt == place ?? $0.element.countedAt }
      .map { (index: $0.offset, indicator: $0.element) }
  }

  /// Adds so many rows of a signature to sums; gives whether they count in any.
  ///
  /// There are two sums for each indicator in the list: its numerator and its denominator.
  mutating func add(_ count: Int, of signature: Signature, to sums: inout [Int]) -> Bool {
    let range = known[signature] ?? learn(signature)
    for place in range { sums[places[place]] += count }
    return !range.isEmpty
  }

  private mutating func learn(_ signature: Signature) -> Range<Int> {
    let start = places.count
    for (index, indicator) in indicators {
      let (inNumerator, inDenominator) = Self.counts(indicator.content, signature)
      if inNumerator { places.append(index * 2) }
      if inDenominator { places.append(index * 2 + 1) }
    }
    known[signature] = start..<places.count
    return start..<places.count
  }

  /// Whether a row with these facts counts in the numerator and in the denominator.
  static func counts(
    _ content: IndicatorContent, _ signature: Signature
  ) -> (numerator: Bool, denominator: Bool) {
    switch content {
    case .rows(_, let numerator, let denominator?):
      let inDenominator = denominator.holds(for: signature)
      // What a rate counts is always among its cases.
      return (inDenominator && numerator.holds(for: signature), inDenominator)
    case .rows(_, let condition, nil), .rowsPerStaff(_, let condition),
      .unitsWith(_, let condition, _):
      return (condition.holds(for: signature), false)
    case .unitsReaching, .procedures, .planTasks, .typed:
      return (false, false)
    }
  }
}
