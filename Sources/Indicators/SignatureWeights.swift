internal import Intake

/// What a row of a signature adds to each indicator of its kind, worked out once a signature.
final class SignatureWeights {
  /// One indicator that the row counts in.
  private struct Weight {
    /// Place in the list of indicators.
    var indicator: Int
    var inNumerator: Bool
    var inDenominator: Bool

    func add(_ count: Int, to parts: inout [Part]) {
      if inNumerator { parts[indicator].numerator += count }
      if inDenominator {
        parts[indicator].denominator = (parts[indicator].denominator ?? 0) + count
      }
    }
  }

  private let indicators: [(index: Int, indicator: Indicator)]
  /// What is known of all signatures, one after the other.
  private var weights: [Weight] = []
  /// Where in ``weights`` what is known of a signature stands.
  private var known: [Signature: Range<Int>] = [:]

  /// Of the indicators of a kind, only those that count at a place where one is given.
  init(indicators: [Indicator], kind: SourceKind, at place: Indicator.CountedAt? = nil) {
    self.indicators = indicators.enumerated()
      .filter { $0.element.source == kind && $0.element.countedAt == place ?? $0.element.countedAt }
      .map { (index: $0.offset, indicator: $0.element) }
  }

  /// Adds so many rows of a signature to the parts of all indicators; gives whether they count in
  /// any.
  func add(_ count: Int, of signature: Signature, to parts: inout [Part]) -> Bool {
    let range = known[signature] ?? learn(signature)
    for place in range { weights[place].add(count, to: &parts) }
    return !range.isEmpty
  }

  private func learn(_ signature: Signature) -> Range<Int> {
    let start = weights.count
    weights += indicators.compactMap { index, indicator -> Weight? in
      let (inNumerator, inDenominator) = Self.counts(indicator.content, signature)
      guard inNumerator || inDenominator else { return nil }
      return Weight(indicator: index, inNumerator: inNumerator, inDenominator: inDenominator)
    }
    known[signature] = start..<weights.count
    return start..<weights.count
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
