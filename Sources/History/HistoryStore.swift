package import Administration
internal import Foundation
internal import GRDB
package import Indicators
package import Intake

/// What went wrong with the history file; what SQLite says of it.
package struct HistoryError: Error, Hashable, Sendable {
  package var path: String
  package var reason: String
}

/// The figures of finished runs, kept in one SQLite file.
package struct HistoryStore: Sendable {
  private let path: String
  private let queue: DatabaseQueue

  /// What a run is of: figures are compared only with runs of the same province and calendar.
  package struct Subject: Hashable, Sendable {
    package var province: String
    package var calendar: ReportingCalendar

    package init(province: String, calendar: ReportingCalendar) {
      self.province = province
      self.calendar = calendar
    }
  }

  /// Opens the file, or makes it.
  package init(path: String) throws(HistoryError) {
    self.path = path
    do {
      var configuration = Configuration()
      // Another run may be writing: wait for it rather than fail.
      configuration.busyMode = .timeout(10)
      // A killed run leaves the file whole, and others can read while one writes.
      configuration.journalMode = .wal
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.migrator.migrate(queue)
    } catch {
      throw HistoryError(path: path, reason: String(describing: error))
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: figures of runs") { database in
      try database.create(table: "run") { table in
        table.autoIncrementedPrimaryKey("id")
        table.column("province", .text).notNull()
        table.column("calendar", .text).notNull()
        table.column("period", .text).notNull()
        table.column("version", .text).notNull()
        table.column("asOf", .integer).notNull()
        table.uniqueKey(["province", "calendar", "period"])
      }
      try database.create(table: "figure") { table in
        table.column("run", .integer).notNull()
          .references("run", onDelete: .cascade)
        table.column("unit", .text).notNull()
        table.column("scope", .text).notNull()
        table.column("indicator", .text).notNull()
        table.column("numerator", .integer).notNull()
        table.column("denominator", .integer)
        table.primaryKey(["run", "unit", "scope", "indicator"])
      }
    }
    migrator.registerMigration("2: how values are made") { database in
      try database.alter(table: "figure") { table in
        // A word of `Part.Measure`; empty in runs from before, whose rates are all percentages.
        table.add(column: "measure", .text)
      }
    }
    registerClosing(in: &migrator)
    ComparisonFacts.register(in: &migrator)
    RunInput.register(in: &migrator)
    FormerParts.register(in: &migrator)
    registerReceivers(in: &migrator)
    return migrator
  }

  /// Reads in one transaction.
  func reading<Value>(
    _ body: (Database) throws -> Value
  ) throws(HistoryError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw HistoryError(path: path, reason: String(describing: error))
    }
  }

  /// Writes in one transaction.
  func writing(_ body: (Database) throws -> Void) throws(HistoryError) {
    do {
      try queue.write(body)
    } catch {
      throw HistoryError(path: path, reason: String(describing: error))
    }
  }

  /// The figures of a period, of all scopes or of one; without any where no run of it is known or
  /// `period` is `nil`.
  package func figures(
    of period: Period?, _ subject: Subject, only scope: Scope? = nil
  ) throws(HistoryError) -> PastFigures {
    guard let period else { return PastFigures(period: nil) }
    do {
      return try queue.read { database in
        let comparison = try ComparisonFacts(of: period, subject, in: database)
        return PastFigures(
          period: period,
          parts: try Self.parts("figure", of: period, subject, only: scope, in: database),
          definitions: comparison.definitions, unfinishedOn: comparison.unfinishedOn,
          former: try Self.parts(
            FormerParts.table, of: period, subject, only: scope, in: database))
      }
    } catch {
      throw HistoryError(path: path, reason: String(describing: error))
    }
  }

  /// The figures that a table holds of the run of a period.
  private static func parts(
    _ table: String, of period: Period, _ subject: Subject, only scope: Scope?,
    in database: Database
  ) throws -> [FigureKey: Part] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT unit, scope, indicator, numerator, denominator, measure FROM \(table)
        JOIN run ON run.id = \(table).run
        WHERE run.province = ? AND run.calendar = ? AND run.period = ?
          AND (? IS NULL OR scope = ?)
        """,
      arguments: [
        subject.province, subject.calendar.rawValue, period.text, scope?.text, scope?.text,
      ])
    var parts: [FigureKey: Part] = [:]
    while let row = try rows.next() {
      // By their places: a name would be looked for in every row.
      guard let scope = Scope(row[1]) else { continue }
      let key = FigureKey(unit: row[0], scope: scope, indicator: row[2])
      parts[key] = Self.part(numerator: row[3], denominator: row[4], measure: row[5])
    }
    return parts
  }

  private static func keep(
    _ figures: [(key: FigureKey, part: Part)], in table: String, of run: Int64,
    _ database: Database
  ) throws {
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO \(table) (run, unit, scope, indicator, numerator, denominator, measure)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for figure in figures {
      try insert.execute(arguments: [
        run, figure.key.unit, figure.key.scope.text, figure.key.indicator,
        figure.part.numerator, figure.part.denominator, figure.part.measure.rawValue,
      ])
    }
  }

  private static func part(numerator: Int, denominator: Int?, measure word: String?) -> Part {
    var part = Part(numerator: numerator, denominator: denominator)
    if let measure = word.flatMap(Part.Measure.init) { part.measure = measure }
    return part
  }

  /// Keeps the figures of a run in place of those of an earlier run of the period.
  ///
  /// `former` are those of units whose places others have taken.
  /// With `closing` rows the period stays closed, with these.
  /// `finish` makes the run's output visible; it is the last step before the figures are
  /// committed, so where it throws the history stays as it was.
  package func keep(
    _ figures: [(key: FigureKey, part: Part)], of period: Period, _ subject: Subject,
    former: [(key: FigureKey, part: Part)] = [], definitions: [String: String] = [:],
    inputs: [RunInput] = [], version: String, asOf: Int,
    closing rows: [ClosedRow]? = nil, finish: () throws -> Void
  ) throws {
    try queue.write { database in
      try database.execute(
        sql: "DELETE FROM run WHERE province = ? AND calendar = ? AND period = ?",
        arguments: [subject.province, subject.calendar.rawValue, period.text])
      try database.execute(
        sql: "INSERT INTO run (province, calendar, period, version, asOf) VALUES (?, ?, ?, ?, ?)",
        arguments: [subject.province, subject.calendar.rawValue, period.text, version, asOf])
      let run = database.lastInsertedRowID
      try Self.keep(figures, in: "figure", of: run, database)
      try Self.keep(former, in: FormerParts.table, of: run, database)
      try ComparisonFacts.keep(definitions, of: run, in: database)
      try RunInput.keep(inputs, of: run, in: database)
      if let rows { try Self.close(run, rows: rows, at: asOf, in: database) }
      try finish()
    }
  }
}
