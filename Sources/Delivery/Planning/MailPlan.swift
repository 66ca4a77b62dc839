package import Foundation

/// Who gets what, message by message.
package struct MailPlan: Sendable {
  /// In the order of the list, of the units, and of the fields.
  package var messages: [PlannedMessage] = []
  /// Units that have a report and nobody to send it to, by the id of the message and their codes.
  package var withoutRecipient: [(message: String, unit: String)] = []
  /// Units of a level that have no report in the run.
  package var withoutReport: [(message: String, unit: String)] = []

  /// `plan.csv`.
  package var csv: Data { messages.csv }
}
