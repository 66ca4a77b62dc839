package import Administration
package import DataFiles

/// A message of the list, for one unit or for every unit of a level.
package struct ListedMessage {
  /// The units whose packs it takes.
  package enum Subject: Hashable, Sendable {
    /// The unit above all others.
    case top
    case unit(String)
    case level(Level)
  }

  /// Who gets it.
  package enum Recipient: Hashable, Sendable {
    case address(MailAddress)
    /// Those in a role, as the list writes it, in the unit or in the unit above it at a level.
    case role(String, at: Level?)
  }

  /// Where a recipient stands in the message.
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case to, cc, bcc
  }

  /// What happens to a pack that is larger than a message may be.
  package enum OverLimit: String, CaseIterable, Hashable, Sendable {
    case zip, split, refuse
  }

  /// Files of the run to attach.
  package struct Attachment {
    /// A path in the run in which `{level}` and `{code}` stand for the unit's, and `*` for anything
    /// but a slash.
    package var pattern: String
    /// A template of the name to attach it by; `nil` for the file's own.
    package var name: String?
    package var node: DataNode
  }

  package var id: String
  package var subject: Subject
  package var recipients: [(field: Field, recipient: Recipient, node: DataNode)]
  /// A template.
  package var title: String
  /// A name of Templates/mail.
  package var body: String
  package var attachments: [Attachment]
  package var overLimit: OverLimit
  /// Of the whole, of the subject and of the name of the body, for messages.
  package var node: DataNode
  package var titleNode: DataNode
  package var bodyNode: DataNode?

  private static let keys = [
    "id", "unit", "for-each", "to", "cc", "bcc", "subject", "body", "attachments", "over-limit",
  ]
  /// The body where the list names none.
  private static let body = "bao-cao"

  init(_ node: DataNode) throws(DataFileError) {
    self.node = node
    let map = try node.mapping(of: Self.keys)
    let name = try map.required("id")
    id = try name.text()
    guard (1...64).contains(id.utf8.count), id.utf8.allSatisfy(Self.isOfId) else {
      throw name.fault(.expected(.identifier))
    }
    if let level = map["for-each"] {
      if let unit = map["unit"] { throw unit.fault(.unknownKey("unit", nearest: nil)) }
      subject = .level(try level.word(Level.self))
    } else {
      subject = try map["unit"].map { node throws(DataFileError) in .unit(try node.text()) } ?? .top
    }
    recipients = []
    for field in Field.allCases {
      for item in map[field.rawValue]?.items() ?? [] {
        recipients.append((field, try Self.recipient(item.text()), item))
      }
    }
    titleNode = try map.required("subject")
    title = try titleNode.text()
    bodyNode = map["body"]
    body = try bodyNode?.text() ?? Self.body
    attachments = []
    for item in try map.required("attachments").items() {
      attachments.append(try Self.attachment(item))
    }
    overLimit = try map["over-limit"]?.word(OverLimit.self) ?? .refuse
  }

  /// The fault that ``body`` is none of some names.
  package func fault(ofBody names: [String]) -> DataFileError {
    (bodyNode ?? node).fault(
      .unknownWord(body, nearest: NearestName.of(body, among: names), allowed: names))
  }

  /// Ids name files: small letters, digits and hyphens.
  private static func isOfId(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
  }

  private static func recipient(_ text: String) throws(DataFileError) -> Recipient {
    if let address = MailAddress(text) { return .address(address) }
    if let colon = text.firstIndex(of: ":"), let level = Level(rawValue: String(text[..<colon])) {
      return .role(text[text.index(after: colon)...].trimmed(), at: level)
    }
    return .role(text, at: nil)
  }

  private static func attachment(_ node: DataNode) throws(DataFileError) -> Attachment {
    if let pattern = try? node.text() { return Attachment(pattern: pattern, name: nil, node: node) }
    let map = try node.mapping(of: ["file", "name"])
    return Attachment(
      pattern: try map.required("file").text(), name: try map["name"]?.text(), node: node)
  }
}
