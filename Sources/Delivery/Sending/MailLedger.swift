internal import DelimitedText
internal import Foundation
internal import GRDB

/// What became of every message, recipient by recipient: `mail/ledger.sqlite`.
///
/// Each step is on the disk before the next: a program that is killed, or a machine that loses its
/// power, finds what it must know.
package struct MailLedger {
  /// What is known of one message.
  package enum State: String, CaseIterable, Hashable, Sendable {
    /// Not sent yet, or refused for the time being.
    case queued
    case accepted
    /// Refused for good.
    case refused
    /// Handed over, and no answer came; it may have arrived.
    case unknown
  }

  /// A message of the plan with what is known of it.
  package struct Entry: Hashable, Sendable {
    package var message: PlannedMessage
    package var state: State
    /// How often it was tried.
    package var tries: Int
    /// The server's words, or why there are none; empty before the first try.
    package var answer: String
    /// When that came, in seconds since 1970; `nil` before the first try.
    package var changedAt: Int?
  }

  private let queue: DatabaseQueue

  package init(path: String) throws(MailLedgerError) {
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.journalMode = .wal
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      var migrator = DatabaseMigrator()
      migrator.registerMigration("1: deliveries") { database in
        try database.create(table: "delivery") { table in
          table.primaryKey("messageID", .text)
          table.column("id", .text).notNull()
          table.column("message", .text).notNull()
          table.column("unit", .text).notNull()
          table.column("recipient", .text).notNull()
          table.column("state", .text).notNull()
          table.column("tries", .integer).notNull()
          table.column("answer", .text).notNull()
          table.column("changedAt", .integer)
        }
      }
      try migrator.migrate(queue)
    } catch {
      throw MailLedgerError(path: path, reason: String(describing: error))
    }
  }

  /// Enters what is new of a plan and gives the entry of every message of it, in its order.
  package func enter(_ messages: [PlannedMessage]) throws(MailLedgerError) -> [Entry] {
    try writing { database in
      let insert = try database.makeStatement(
        sql: """
          INSERT OR IGNORE INTO delivery (messageID, id, message, unit, recipient, state, tries, answer)
          VALUES (?, ?, ?, ?, ?, 'queued', 0, '')
          """)
      for message in messages {
        try insert.execute(arguments: [
          message.messageID, message.id, message.message, message.unit, message.recipient.text,
        ])
      }
      return try Self.entries(messages, database)
    }
  }

  /// What is known of the messages of a plan, in its order; nothing is written.
  package func entries(_ messages: [PlannedMessage]) throws(MailLedgerError) -> [Entry] {
    do {
      return try queue.read { try Self.entries(messages, $0) }
    } catch {
      throw MailLedgerError(path: queue.path, reason: String(describing: error))
    }
  }

  private static func entries(_ messages: [PlannedMessage], _ database: Database) throws -> [Entry]
  {
    let select = try database.makeStatement(
      sql: "SELECT state, tries, answer, changedAt FROM delivery WHERE messageID = ?")
    return try messages.map { message in
      guard let row = try Row.fetchOne(select, arguments: [message.messageID]),
        let state = State(rawValue: row[0])
      else { return Entry(message: message, state: .queued, tries: 0, answer: "", changedAt: nil) }
      return Entry(
        message: message, state: state, tries: row[1], answer: row[2], changedAt: row[3])
    }
  }

  /// The recipients of a message for a unit that have accepted another pack of it.
  package func replaced(by messages: [PlannedMessage]) throws(MailLedgerError) -> Int {
    do {
      return try queue.read { database in
        let select = try database.makeStatement(
          sql: """
            SELECT COUNT(*) FROM delivery
            WHERE id = ? AND messageID <> ? AND state IN ('accepted', 'unknown')
            """)
        return try messages.count { message in
          try Int.fetchOne(select, arguments: [message.id, message.messageID]) ?? 0 > 0
        }
      }
    } catch {
      throw MailLedgerError(path: queue.path, reason: String(describing: error))
    }
  }

  /// Notes a step of a message.
  func note(_ entry: Entry) throws(MailLedgerError) {
    try writing { database in
      try database.execute(
        sql: """
          UPDATE delivery SET state = ?, tries = ?, answer = ?, changedAt = ? WHERE messageID = ?
          """,
        arguments: [
          entry.state.rawValue, entry.tries, entry.answer, entry.changedAt, entry.message.messageID,
        ])
    }
  }

  private func writing<Value>(
    _ body: (Database) throws -> Value
  ) throws(MailLedgerError) -> Value {
    do {
      return try queue.write(body)
    } catch {
      throw MailLedgerError(path: queue.path, reason: String(describing: error))
    }
  }
}

/// The ledger cannot be read or written; what SQLite says.
package struct MailLedgerError: Error, Hashable, Sendable {
  package var path: String
  package var reason: String
}
