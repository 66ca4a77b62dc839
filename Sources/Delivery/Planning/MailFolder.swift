internal import Crypto
package import Foundation
internal import Glibc
internal import Runs

/// The folder `mail` of a run: the messages, the plan, the ledger.
///
/// One process at a time has it.
package struct MailFolder: ~Copyable {
  package static let name = "mail"
  /// What SQLite keeps the ledger in; the second is there after a program was killed.
  private static let ledgerFiles = ["ledger.sqlite", "ledger.sqlite-wal"]
  package let path: String
  private let lock: MailLock

  /// Takes the folder of a run, and makes it where there is none.
  ///
  /// - Throws: ``MailFolderProblem``, where another process has it too.
  package init(run: String) throws(MailFolderProblem) {
    path = "\(run)/\(Self.name)"
    try Self.make(path)
    lock = try MailLock(folder: path)
  }

  private static func make(_ path: String) throws(MailFolderProblem) {
    guard unsafe mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    throw .cannotWrite(path, errno)
  }

  /// The ledger as a table for people and scripts.
  package static let ledgerTable = "ledger.csv"

  /// Opens the ledger, or makes it where nothing was ever sent.
  ///
  /// - Throws: ``MailFolderProblem/lostLedger(_:)``, ``MailLedgerError``.
  package func openLedger() throws -> MailLedger {
    let file = "\(path)/\(Self.ledgerFiles[0])"
    let files = FileManager.default
    // A new one would send everything a second time.
    guard files.fileExists(atPath: file) || !files.fileExists(atPath: "\(path)/\(Self.ledgerTable)")
    else { throw MailFolderProblem.lostLedger(file) }
    return try MailLedger(path: file)
  }

  /// Copies the ledger of a run to the folder of the one that takes its place, so that nobody gets a
  /// message that he has; nothing is done where there is none.
  ///
  /// - Throws: ``MailFolderProblem``, also where the run is being mailed just now.
  package static func carryLedger(
    from old: String, to new: String
  ) throws(MailFolderProblem) {
    let files = ledgerFiles.filter {
      FileManager.default.fileExists(atPath: "\(old)/\(name)/\($0)")
    }
    guard !files.isEmpty else { return }
    let lock = try MailLock(folder: "\(old)/\(name)")
    try make("\(new)/\(name)")
    for file in files {
      do {
        try FileManager.default.copyItem(
          atPath: "\(old)/\(name)/\(file)", toPath: "\(new)/\(name)/\(file)")
      } catch {
        throw .cannotWrite("\(new)/\(name)/\(file)", EIO)
      }
    }
    // Held until all of it is copied.
    _ = consume lock
  }

  // MARK: - Rehearsal

  private static let plan = "plan.csv"
  private static let rehearsal = "rehearsal.json"

  /// What was rehearsed, so that nothing else is sent.
  private struct Rehearsal: Codable, Hashable {
    var contacts: String
    var list: String
    var plan: String
    var run: String
  }

  private static func rehearsal(
    _ plan: MailPlan, _ list: MailList, _ run: MailRun
  ) throws(MailFolderProblem) -> Rehearsal {
    Rehearsal(
      contacts: try fingerprint(list.contacts), list: try fingerprint(list.path),
      plan: SHA256.hash(data: plan.csv).hexadecimalText, run: run.fingerprint)
  }

  private static func fingerprint(_ path: String) throws(MailFolderProblem) -> String {
    guard let content = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    return SHA256.hash(data: content).hexadecimalText
  }

  /// Rehearses a list: writes its messages and its plan in place of what was rehearsed before.
  ///
  /// `plan` is written last: without one, nothing is sent.
  package func rehearse(
    _ list: MailList, of run: MailRun, writer: any MailWriter
  ) throws -> MailPlan {
    let staging = "\(path)/messages.part"
    try? FileManager.default.removeItem(atPath: staging)
    try Self.make(staging)
    defer { try? FileManager.default.removeItem(atPath: staging) }
    let plan = try PlanMaker(list, of: run, writer: writer) { file, content in
      try Self.write(content, to: "\(staging)/\(file)")
    }.make()
    let rehearsal = try Self.rehearsal(plan, list, run)
    for name in [Self.rehearsal, Self.plan] + messageFiles {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    for message in plan.messages {
      let place = "\(path)/\(message.file)"
      guard unsafe Glibc.rename("\(staging)/\(message.file)", place) == 0 else {
        throw MailFolderProblem.cannotWrite(place, errno)
      }
    }
    try write(plan.csv, to: Self.plan)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try write(encoder.encode(rehearsal) + Data("\n".utf8), to: Self.rehearsal)
    return plan
  }

  /// Writes a file of the folder, which appears whole or not at all.
  ///
  /// What a program that was killed in the midst of it leaves has a name that the next one writes
  /// over.
  package func write(_ content: Data, to name: String) throws(MailFolderProblem) {
    let place = "\(path)/\(name)"
    try Self.write(content, to: place + ".part")
    guard unsafe Glibc.rename(place + ".part", place) == 0 else {
      throw .cannotWrite(place, errno)
    }
  }

  private static func write(_ content: Data, to path: String) throws(MailFolderProblem) {
    do {
      try content.write(to: URL(fileURLWithPath: path))
    } catch {
      let reason = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      throw .cannotWrite(path, Int32(reason?.code ?? Int(EIO)))
    }
  }

  private var messageFiles: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".eml") }
  }

  /// The plan that was rehearsed, made once more.
  ///
  /// - Throws: ``MailFolderProblem/notRehearsed`` or ``MailFolderProblem/changed(_:)`` where anything is
  ///   not as it was then.
  package func rehearsed(
    _ list: MailList, of run: MailRun, writer: any MailWriter
  ) throws -> MailPlan {
    guard let written = FileManager.default.contents(atPath: "\(path)/\(Self.rehearsal)"),
      let then = try? JSONDecoder().decode(Rehearsal.self, from: written),
      let planned = FileManager.default.contents(atPath: "\(path)/\(Self.plan)")
    else { throw MailFolderProblem.notRehearsed }
    let plan = try PlanMaker(list, of: run, writer: writer) { _, _ in }.make()
    let now = try Self.rehearsal(plan, list, run)
    let changed: [(String, Bool)] = [
      (list.path, now.list != then.list), (list.contacts, now.contacts != then.contacts),
      (RunManifest.name, now.run != then.run),
      (
        "\(Self.name)/\(Self.plan)", now.plan != then.plan || planned != plan.csv
      ),
    ]
    if let file = changed.first(where: { $0.1 })?.0 { throw MailFolderProblem.changed(file) }
    for message in plan.messages { _ = try content(of: message) }
    return plan
  }

  /// The bytes of a message as they were rehearsed.
  func content(of message: PlannedMessage) throws(MailFolderProblem) -> Data {
    guard let content = FileManager.default.contents(atPath: "\(path)/\(message.file)"),
      SHA256.hash(data: content).hexadecimalText == message.sha256
    else { throw .changed("\(Self.name)/\(message.file)") }
    return content
  }
}

/// Why nothing can be rehearsed or sent from a folder.
package enum MailFolderProblem: Error, Hashable, Sendable {
  /// Another process rehearses or sends; its number where it is known.
  case inUse(by: Int?)
  /// The path and the number of the system's error.
  case cannotWrite(String, Int32)
  case unreadable(String)
  /// There is no plan.
  case notRehearsed
  /// Messages went out, and the ledger of it is gone.
  case lostLedger(String)
  /// A file is not what it was at the rehearsal.
  case changed(String)
}
