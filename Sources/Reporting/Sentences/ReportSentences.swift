/// Sentences of a report that are made by rules of their own.
package struct ReportSentences: Hashable, Sendable {
  /// Intake, results and what is pending, each a paragraph.
  package var dossiers: [String]
  /// How many targets are met and missed; empty where nothing is held against a target.
  package var targetSummary: String
  /// The same, and which are met.
  package var targets: [String]
  /// Which are missed.
  package var missedTargets: [String]
  /// The points of the indices and how they moved.
  package var indices: [String]

  package init(
    dossiers: [String] = [], targetSummary: String = "", targets: [String] = [],
    missedTargets: [String] = [],
    indices: [String] = []
  ) {
    self.dossiers = dossiers
    self.targetSummary = targetSummary
    self.targets = targets
    self.missedTargets = missedTargets
    self.indices = indices
  }
}
