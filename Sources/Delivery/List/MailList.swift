internal import DataFiles
internal import Foundation

/// `mail.yaml`: the server, the limits, and who gets what.
package struct MailList {
  /// As it was given.
  package let path: String
  /// From which relative paths start.
  package let folder: String
  package let server: MailServer
  package let sender: Mailbox
  package let replyTo: Mailbox?
  /// In small letters; those below them are allowed as well.
  let domains: [String]
  /// Path of the contacts.
  let contacts: String
  package let limits: MailLimits
  package let messages: [ListedMessage]

  private static let keys = [
    "server", "sender", "reply-to", "domains", "contacts", "limits", "messages",
  ]

  /// - Throws: ``MailFaults`` with the first fault.
  package init(path: String) throws(MailFaults) {
    do {
      try self.init(reading: path)
    } catch {
      throw MailFaults([error])
    }
  }

  private init(reading path: String) throws(MailFault) {
    self.path = path
    folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let root: DataNode
    let map: DataMapping
    let places: (server: DataNode, sender: DataNode, domains: DataNode, contacts: DataNode)
    do {
      root = try DataNode(path: path, name: path)
      map = try root.mapping(of: Self.keys)
      places = (
        try map.required("server"), try map.required("sender"), try map.required("domains"),
        try map.required("contacts")
      )
    } catch {
      throw MailFault(error)
    }
    server = try MailServer(places.server, folder: folder)
    sender = try Self.mailbox(places.sender)
    replyTo = try map["reply-to"].map(Self.mailbox)
    var domains: [String] = []
    for item in places.domains.items() {
      let domain = try item.read { node throws(DataFileError) in try node.text() }.lowercased()
      guard MailAddress.isDomain(domain) else { throw item.mailFault(.notADomain(domain)) }
      domains.append(domain)
    }
    self.domains = domains
    contacts = MailServer.path(
      try places.contacts.read { node throws(DataFileError) in try node.text() }, in: folder)
    limits = try map["limits"].map(MailLimits.init) ?? MailLimits()
    var messages: [ListedMessage] = []
    for item in try root.read({ _ throws(DataFileError) in try map.required("messages") }).items() {
      let message = try item.read { node throws(DataFileError) in try ListedMessage(node) }
      guard !messages.contains(where: { $0.id == message.id }) else {
        throw item.mailFault(.data(.repeated(message.id)))
      }
      for case (_, .role(let text, at: _), let node) in message.recipients where text.contains("@")
      {
        throw node.mailFault(.notAnAddress(HeaderText.of(text)))
      }
      messages.append(message)
    }
    self.messages = messages
  }

  private static func mailbox(_ node: DataNode) throws(MailFault) -> Mailbox {
    let text = try node.read { node throws(DataFileError) in try node.text() }
    guard let mailbox = Mailbox(text) else { throw node.mailFault(.notAnAddress(text)) }
    return mailbox
  }
}
