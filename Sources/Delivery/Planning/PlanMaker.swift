internal import Administration
internal import Crypto
internal import DataFiles
package import Foundation
internal import Runs

/// Makes every message of a list for a run, the same bytes each time.
package struct PlanMaker {
  private let list: MailList
  private let run: MailRun
  private let contacts: Contacts
  private let writer: any MailWriter
  /// Takes each finished message.
  private let keep: (_ file: String, _ content: Data) throws -> Void
  private var plan = MailPlan()
  private var faults: [MailFault] = []

  /// - Throws: ``MailFaults`` where the contacts have any.
  package init(
    _ list: MailList, of run: MailRun, writer: any MailWriter,
    keep: @escaping (_ file: String, _ content: Data) throws -> Void
  ) throws(MailFaults) {
    self.list = list
    self.run = run
    self.writer = writer
    self.keep = keep
    contacts = try Contacts(
      path: list.contacts, name: list.contacts, units: run.families, domains: list.domains)
  }

  /// - Throws: ``MailFaults`` with all that is wrong, or what the writer or `keep` throws.
  package consuming func make() throws -> MailPlan {
    for message in list.messages { try add(message) }
    if faults.isEmpty, plan.messages.isEmpty {
      faults.append(MailFault(file: list.path, problem: .nobodyToSendTo))
    }
    guard faults.isEmpty else { throw MailFaults(faults) }
    return plan
  }

  private mutating func note(_ node: DataNode, _ problem: MailProblem) {
    let fault = node.mailFault(problem)
    if !faults.contains(fault) { faults.append(fault) }
  }

  // MARK: - Units

  private mutating func add(_ message: ListedMessage) throws {
    let before = (plan.messages.count, faults.count)
    switch message.subject {
    case .top: try add(message, of: run.top, isNeeded: true)
    case .unit(let code):
      guard let number = run.families.number(ofCode: code) else {
        let codes = run.families.units.map(\.code)
        note(message.node, .unknownUnit(code, nearest: NearestName.of(code, among: codes)))
        return
      }
      try add(message, of: number, isNeeded: true)
    case .level(let level):
      for number in run.families.units.indices
      where run.families.units[number].level == level.rawValue {
        try add(message, of: number, isNeeded: false)
      }
      guard (plan.messages.count, faults.count) == before else { return }
      let isUnreported = !plan.withoutRecipient.contains { $0.message == message.id }
      note(message.node, isUnreported ? .noReport : .nobodyToSendTo)
    }
  }

  /// Adds the messages of one unit; where `isNeeded`, a unit without report or recipient is a fault and
  /// not only noted.
  private mutating func add(
    _ message: ListedMessage, of unit: Int, isNeeded: Bool
  ) throws {
    let code = run.families.units[unit].code
    guard let choices = try choices(of: message, unit, isNeeded: isNeeded) else { return }
    let recipients = recipients(of: message, unit)
    // A copy of what nobody gets would be taken for the report having gone out.
    let needsReader = message.recipients.contains { $0.field == .to }
    guard recipients.contains(where: { $0.field == .to || !needsReader }) else {
      guard isNeeded else {
        plan.withoutRecipient.append((message.id, code))
        return
      }
      note(message.node, .nobodyToSendTo)
      return
    }
    check(recipients, mayGet: choices)
    guard faults.isEmpty else { return }
    let packs: [[PackedFile]]
    do {
      packs = try PackMaker(
        folder: run.folder, limit: list.limits.attachments, unit: run.families.units[unit].name
      ).packs(
        of: choices, message.overLimit, zipName: "\(code)-\(run.manifest.period).zip")
    } catch {
      note(message.node, error)
      return
    }
    for (part, files) in packs.enumerated() {
      let subject = MailSubject(unit: unit, files: files, part: part + 1, parts: packs.count)
      let texts = try writer.texts(of: message, subject)
      guard !HeaderText.of(texts.subject).isEmpty else {
        note(message.titleNode, .emptySubject(unit: run.families.units[unit].name))
        return
      }
      for recipient in recipients {
        try add(message, subject, texts, recipient, among: recipients)
      }
    }
  }

  // MARK: - Attachments

  /// The files of the message; `nil` where there are none, which has been noted.
  private mutating func choices(
    of message: ListedMessage, _ unit: Int, isNeeded: Bool
  ) throws -> [PackMaker.Choice]? {
    let found = message.attachments.map { (wanted: $0, run.entries($0.pattern, of: unit)) }
    let subject = run.families.units[unit]
    guard isNeeded || found.contains(where: { !$0.1.isEmpty }) else {
      plan.withoutReport.append((message.id, subject.code))
      return nil
    }
    var choices: [PackMaker.Choice] = []
    for (wanted, entries) in found {
      guard !entries.isEmpty else {
        note(wanted.node, .noSuchFile(wanted.pattern, unit: subject.name))
        return nil
      }
      for entry in entries {
        let own = entry.path.split(separator: "/").last.map(String.init) ?? entry.path
        // A name for some files would be the same for all of them.
        let named = entries.count == 1 ? try wanted.name.map { try writer.line($0, of: unit) } : nil
        let name = HeaderText.fileName(named ?? own, as: own)
        guard !choices.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
          note(wanted.node, .sameName(name, unit: subject.name))
          return nil
        }
        choices.append(PackMaker.Choice(entry: entry, name: name))
      }
    }
    return choices
  }

  // MARK: - Recipients

  /// A recipient and where he stands; each address once, in its first field.
  private struct Addressee {
    var field: ListedMessage.Field
    var mailbox: Mailbox
    /// Of the list, for messages.
    var node: DataNode
  }

  private mutating func recipients(of message: ListedMessage, _ unit: Int) -> [Addressee] {
    var addressees: [Addressee] = []
    for (field, recipient, node) in message.recipients {
      for mailbox in mailboxes(of: recipient, unit, node)
      where !addressees.contains(where: { $0.mailbox.address == mailbox.address }) {
        addressees.append(Addressee(field: field, mailbox: mailbox, node: node))
      }
    }
    return addressees
  }

  private mutating func mailboxes(
    of recipient: ListedMessage.Recipient, _ unit: Int, _ node: DataNode
  ) -> [Mailbox] {
    switch recipient {
    case .address(let address):
      guard address.belongs(to: list.domains) else {
        note(node, .foreignDomain(address.text, allowed: list.domains))
        return []
      }
      let known = contacts.rows.first { $0.mailbox.address == address }?.mailbox
      return [known ?? Mailbox(name: "", address: address)]
    case .role(let role, let level):
      let folded = FoldedText.of(role)
      let roles = Set(contacts.rows.map(\.role))
      guard roles.contains(folded) || roles.isEmpty else {
        note(node, .unknownRole(role, nearest: NearestName.of(folded, among: roles.sorted())))
        return []
      }
      guard let level else { return contacts.mailboxes(in: folded, of: unit) }
      let above = run.families.above(unit).first {
        run.families.units[$0].level == level.rawValue
      }
      return above.map { contacts.mailboxes(in: folded, of: $0) } ?? []
    }
  }

  /// Notes every recipient who is tied neither to the unit of a file nor to one above it.
  private mutating func check(
    _ addressees: [Addressee], mayGet choices: [PackMaker.Choice]
  ) {
    for addressee in addressees {
      let tied = contacts.units[addressee.mailbox.address] ?? []
      for choice in choices {
        let owner = run.owner(of: choice.entry.path)
        guard tied.isDisjoint(with: [owner] + run.families.above(owner)) else { continue }
        note(
          addressee.node,
          .notTied(
            addressee.mailbox.address.text, unit: run.families.units[owner].name,
            file: choice.entry.path))
        break
      }
    }
  }

  // MARK: - Messages

  private mutating func add(
    _ message: ListedMessage, _ subject: MailSubject, _ texts: MailTexts,
    _ addressee: Addressee, among addressees: [Addressee]
  ) throws {
    let code = run.families.units[subject.unit].code
    let recipient = addressee.mailbox.address
    let title = HeaderText.of(texts.subject)
    let key = key(of: message, code, subject, recipient)
    let messageID = "\(key)@\(list.sender.address.domain)"
    guard
      let content = content(
        key: key, messageID: messageID, title: title, texts, subject, addressees)
    else { throw CocoaError(.fileWriteOutOfSpace) }
    let planned = PlannedMessage(
      id: "\(message.id).\(code).\(recipient.text)" + (subject.part > 1 ? ".\(subject.part)" : ""),
      message: message.id, unit: code, field: addressee.field.rawValue, recipient: recipient,
      subject: title,
      attachments: subject.files.map { .init(name: $0.name, sha256: $0.sha256) },
      size: content.count, messageID: messageID,
      sha256: SHA256.hash(data: content).hexadecimalText)
    try keep(planned.file, content)
    plan.messages.append(planned)
  }

  /// What makes a message that one and no other: the run, the pack and the recipient.
  ///
  /// Words that are changed after a part of the messages went out send nobody a second one.
  private func key(
    of message: ListedMessage, _ unit: String, _ subject: MailSubject, _ recipient: MailAddress
  ) -> String {
    let parts =
      [run.fingerprint, message.id, unit, "\(subject.part)", recipient.text.lowercased()]
      + subject.files.map(\.sha256)
    let hash = SHA256.hash(data: Data(parts.joined(separator: "\0").utf8))
    return String(hash.hexadecimalText.prefix(40))
  }

  private func content(
    key: String, messageID: String, title: String, _ texts: MailTexts, _ subject: MailSubject,
    _ addressees: [Addressee]
  ) -> Data? {
    guard let draft = MessageDraft(key: key) else { return nil }
    draft.setHeader("Date", run.date)
    draft.setHeader("From", [list.sender])
    if let replyTo = list.replyTo { draft.setHeader("Reply-To", [replyTo]) }
    let named = { (field: ListedMessage.Field) in
      addressees.filter { $0.field == field }.map(\.mailbox)
    }
    if named(.to).isEmpty {
      // RFC 5322, 3.4: a group without members.
      draft.setHeader("To", "undisclosed-recipients:;")
    } else {
      draft.setHeader("To", named(.to))
    }
    if !named(.cc).isEmpty { draft.setHeader("Cc", named(.cc)) }
    draft.setHeader("Subject", title)
    draft.setMessageID(messageID)
    // RFC 3834: nobody's absence is to be answered to us.
    draft.setHeader("Auto-Submitted", "auto-generated")
    draft.setBody(plain: texts.plain, html: texts.html)
    for file in subject.files { draft.attach(file) }
    return draft.bytes()
  }
}
