/// What a message says.
package struct MailTexts: Sendable {
  package var subject: String
  package var plain: String
  package var html: String

  package init(subject: String, plain: String, html: String) {
    self.subject = subject
    self.plain = plain
    self.html = html
  }
}

/// What the texts of a message are written of.
package struct MailSubject: Sendable {
  /// Number of the unit in the run.
  package var unit: Int
  package var files: [PackedFile]
  /// From 1, and of how many, where the pack is split; `1` and `1` where it is not.
  package var part: Int
  package var parts: Int
}

/// Writes the texts of messages, by the templates of whoever asks for them.
package protocol MailWriter {
  /// The name of a file or of a subject, from a template of the list.
  func line(_ template: String, of unit: Int) throws -> String
  func texts(of message: ListedMessage, _ subject: MailSubject) throws -> MailTexts
}
