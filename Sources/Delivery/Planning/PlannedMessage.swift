internal import DelimitedText
internal import Foundation

/// One message to one recipient: a row of `plan.csv`.
package struct PlannedMessage: Hashable, Sendable {
  /// `huyen.842.lanhdao@travinh.gov.vn`; with `.2` behind it for the second part of a split pack.
  package var id: String
  /// The id of the message in the list.
  package var message: String
  /// Code of the unit whose pack it is.
  package var unit: String
  package var field: String
  package var recipient: MailAddress
  package var subject: String
  package var attachments: [Attachment]
  /// Bytes of the whole message.
  package var size: Int
  /// Without angle brackets.
  package var messageID: String
  /// Of the whole message.
  package var sha256: String

  package struct Attachment: Hashable, Sendable {
    package var name: String
    package var sha256: String
  }

  /// Its file in the folder `mail`: its id, cut where no file system takes so long a name.
  package var file: String {
    let name = id.utf8.count <= 200 ? id : "\(id.prefix(160))-\(messageID.prefix(16))"
    return name + ".eml"
  }
}

extension [PlannedMessage] {
  /// `plan.csv`.
  var csv: Data {
    var text = CSVText(header: [
      "id", "message", "unit", "field", "recipient", "subject", "attachments",
      "attachments_sha256", "size", "message_id", "file", "sha256",
    ])
    for message in self {
      text.append([
        message.id, message.message, message.unit, message.field, message.recipient.text,
        message.subject, message.attachments.map(\.name).joined(separator: "|"),
        message.attachments.map(\.sha256).joined(separator: "|"), "\(message.size)",
        message.messageID, message.file, message.sha256,
      ])
    }
    return Data(text.bytes)
  }
}
