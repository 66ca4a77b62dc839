package import Administration

/// A target as one figure is held against it.
package struct HeldTarget: Hashable, Sendable {
  package var target: Target
  package var goal: Target.Goal
  /// The bar in hundredths of the unit; `nil` where there is none, or none is known because the
  /// figure of last year is not.
  package var bar: Int?
  /// `nil` where there is no value or no bar.
  package var isMet: Bool?

  /// Holds a value against a target; `nil` where the target is not set for the level.
  package init?(_ target: Target, level: Level, value: FigureValue?, yearAgo: FigureValue?) {
    guard let goal = target.goals[level] else { return nil }
    self.target = target
    self.goal = goal
    let bar: Int? =
      switch goal {
      case .bar(let bar): bar
      case .growth(let growth, let until):
        yearAgo.map { base in
          let bar = base.hundredths + growth
          return until.map { growth < 0 ? max(bar, $0) : min(bar, $0) } ?? bar
        }
      case .stated: nil
      }
    self.bar = bar
    guard let bar, let value = value?.hundredths else { return }
    isMet =
      switch target.comparison {
      case .atLeast: value >= bar
      case .moreThan: value > bar || Self.isAtEnd(goal, bar: bar, value: value)
      case .atMost: value <= bar
      case .lessThan: value < bar || Self.isAtEnd(goal, bar: bar, value: value)
      }
  }

  /// Whether a value that can grow no further stands at the end of its growth.
  private static func isAtEnd(_ goal: Target.Goal, bar: Int, value: Int) -> Bool {
    guard case .growth(_, let until?) = goal else { return false }
    return bar == until && value == until
  }
}
