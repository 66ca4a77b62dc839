/// How dossiers that were withdrawn or wait are counted; the `counting` part of the project file.
package struct CountingRules: Hashable, Sendable {
  /// Withdrawn or returned dossiers with a finish day.
  package enum Withdrawn: String, CaseIterable, Hashable, Sendable {
    /// As the one-stop systems print them (II.06a, column 9).
    case onTime = "on-time"
    case byDate = "by-date"
    case excluded
  }

  /// Dossiers that wait for a supplement or are paused.
  package enum Waiting: String, CaseIterable, Hashable, Sendable {
    case inTime = "in-time"
    case byDate = "by-date"
  }

  package var withdrawn: Withdrawn
  package var waiting: Waiting

  package init(withdrawn: Withdrawn = .onTime, waiting: Waiting = .inTime) {
    self.withdrawn = withdrawn
    self.waiting = waiting
  }
}
