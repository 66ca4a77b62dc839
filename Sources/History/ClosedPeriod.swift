package import Administration
internal import GRDB
package import Indicators
package import Intake

/// A period whose figures stand as reported.
package struct ClosedPeriod: Sendable {
  /// When it was closed, in seconds since 1970.
  package var closedAt: Int
  package var figures: PastFigures
  /// The rows that the figures counted.
  package var rows: [ClosedRow]
}

extension HistoryStore {
  static func registerClosing(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("closed periods") { database in
      try database.alter(table: "run") { table in
        // Seconds since 1970; empty while the period is open.
        table.add(column: "closedAt", .integer)
      }
      try database.create(table: "closedKind") { table in
        table.column("run", .integer).notNull().references("run", onDelete: .cascade)
        table.column("kind", .text).notNull()
        // What the bits of the rows' signatures mean.
        table.column("layout", .text).notNull()
        table.primaryKey(["run", "kind"])
      }
      try database.create(table: "closedRow") { table in
        table.column("run", .integer).notNull().references("run", onDelete: .cascade)
        table.column("kind", .text).notNull()
        table.column("unit", .text).notNull()
        table.column("subject", .text).notNull()
        table.column("signature", .integer).notNull()
        table.column("code", .text).notNull()
        table.column("file", .text).notNull()
        table.column("line", .integer).notNull()
      }
      try database.create(index: "closedRowOfRun", on: "closedRow", columns: ["run"])
    }
  }

  /// Adds who received a row of a closed period; empty where the exports did not tell.
  static func registerReceivers(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("receivers of closed rows") { database in
      try database.alter(table: "closedRow") { table in table.add(column: "receiver", .text) }
    }
  }

  /// A closed period; `nil` where it is open or no run of it is known.
  ///
  /// - Throws: ``HistoryError`` also where the rows were kept by a version of the program that
  ///   understood them otherwise.
  package func closed(
    _ period: Period, _ subject: Subject
  ) throws(HistoryError) -> ClosedPeriod? {
    let found = try reading { database -> (closedAt: Int, rows: [ClosedRow])? in
      guard let run = try Self.run(of: period, subject, in: database),
        let closedAt: Int = run["closedAt"]
      else { return nil }
      try Self.checkLayouts(of: run["id"], in: database)
      return (closedAt, try Self.rows(of: run["id"], in: database))
    }
    guard let found else { return nil }
    return ClosedPeriod(
      closedAt: found.closedAt, figures: try figures(of: period, subject), rows: found.rows)
  }

  /// Closes a period whose figures are known, or puts other rows in the place of those kept.
  package func close(
    _ period: Period, _ subject: Subject, rows: [ClosedRow], at seconds: Int
  ) throws(HistoryError) {
    try writing { database in
      guard let run = try Self.run(of: period, subject, in: database) else { return }
      try Self.close(run["id"], rows: rows, at: seconds, in: database)
    }
  }

  static func close(
    _ run: Int64, rows: [ClosedRow], at seconds: Int, in database: Database
  ) throws {
    try database.execute(
      sql: "UPDATE run SET closedAt = ? WHERE id = ?", arguments: [seconds, run])
    try database.execute(sql: "DELETE FROM closedKind WHERE run = ?", arguments: [run])
    try database.execute(sql: "DELETE FROM closedRow WHERE run = ?", arguments: [run])
    for kind in SourceKind.allCases {
      try database.execute(
        sql: "INSERT INTO closedKind (run, kind, layout) VALUES (?, ?, ?)",
        arguments: [run, kind.rawValue, FactLayout(of: kind).description])
    }
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO closedRow (run, kind, unit, receiver, subject, signature, code, file, line)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for row in rows {
      try insert.execute(arguments: [
        run, row.kind.rawValue, row.unit, row.receiver, row.subject, Int64(row.signature),
        row.place.code, row.place.file, row.place.line,
      ])
    }
  }

  static func run(
    of period: Period, _ subject: Subject, in database: Database
  ) throws -> Row? {
    try Row.fetchOne(
      database,
      sql: "SELECT id, closedAt FROM run WHERE province = ? AND calendar = ? AND period = ?",
      arguments: [subject.province, subject.calendar.rawValue, period.text])
  }

  private static func checkLayouts(of run: Int64, in database: Database) throws {
    for row in try Row.fetchAll(
      database, sql: "SELECT kind, layout FROM closedKind WHERE run = ?", arguments: [run])
    {
      guard let kind = SourceKind(rawValue: row["kind"]),
        FactLayout(of: kind).description == row["layout"]
      else { throw HistoryOutdated() }
    }
  }

  private static func rows(of run: Int64, in database: Database) throws -> [ClosedRow] {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT kind, unit, receiver, subject, signature, code, file, line FROM closedRow
        WHERE run = ? ORDER BY rowid
        """, arguments: [run])
    var rows: [ClosedRow] = []
    while let row = try cursor.next() {
      guard let kind = SourceKind(rawValue: row["kind"]) else { continue }
      let signature: Int64 = row["signature"]
      rows.append(
        ClosedRow(
          kind: kind, unit: row["unit"], receiver: row["receiver"], subject: row["subject"],
          signature: Signature(truncatingIfNeeded: signature),
          place: CountedPlace(file: row["file"], line: row["line"], code: row["code"])))
    }
    return rows
  }
}

/// The rows of a closed period were kept by a version that gave other facts.
struct HistoryOutdated: Error, CustomStringConvertible {
  var description: String {
    "kỳ đã chốt do phiên bản khác của chương trình lưu; chạy lại với --restate"
  }
}
