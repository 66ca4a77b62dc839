@testable import Intake

/// What came of reading, spelled out so that two readings can be compared.
struct Outcome: Equatable {
  private let ledgers: [FileLedger]
  private let rejected: [[RejectedRow]]
  private let warnings: [WarnedText]
  private let superseded: [SupersededRow]
  /// Rows by unit, field and signature, the fields by their names.
  let counts: [String: Int]

  init(_ intake: KindIntake) {
    ledgers = intake.ledgers
    rejected = intake.rejected.map(Array.init)
    warnings = intake.warnings
    superseded = Array(intake.superseded)
    var counts: [String: Int] = [:]
    for (key, count) in intake.counts {
      let subject = key.subject == 0 ? "" : intake.subjects[key.subject - 1]
      counts["\(key.unit) \(subject) \(key.signature)", default: 0] += count
    }
    self.counts = counts
  }
}
