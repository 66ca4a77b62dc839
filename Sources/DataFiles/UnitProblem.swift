/// What is wrong with one line of a unit catalogue, beside the others of its file.
///
/// Units are named by their codes, days as the file writes them: `2025-06-30`.
package enum UnitProblem: Hashable, Sendable {
  /// The days of life are the wrong way round.
  case endsBeforeItBegins
  /// A successor that is not a code with at most one `?` behind it, or stands twice.
  case unreadableSuccessor(String)
  /// A successor for a unit that does not end.
  case successorWithoutEnd
  /// A successor that is not in the file, and the code most like it.
  case noSuchSuccessor(String, nearest: String?)
  /// A successor that does not live on the day after the unit's last.
  case successorNotAlive(String, on: String)
  /// Successors that lead back to the unit: its code, those of the others, its code again.
  case successorsInACircle([String])
  /// The unit ends before the catalogue does, and nothing comes of it.
  case noHeir
  /// No successor, and the next life of the code begins later than the day after.
  case gapBeforeNextLife(begins: String)
  /// Days that the unit lives and its parent does not; `nil` where they have no such end.
  case parentNotAlive(String, from: String?, to: String?)
  /// Neither below the level of its parent nor one of the parent's own departments.
  case levelNotBelow(parent: String)
  /// A code that means another unit, too, on some days that both live.
  case sharedCode(String, with: String, line: Int)
  /// Units without one above them, not exactly one, on the last day of the catalogue.
  case notOneRoot([String])
}
