internal import Administration
internal import GRDB

/// What the history knows of whether the figures of a run can be compared with.
struct ComparisonFacts {
  /// Fingerprints of how indicators were counted, by id; none for runs from before they were kept.
  var definitions: [String: String] = [:]
  /// The day on which the run was made, where its period was not over by then.
  var unfinishedOn: CalendarDay?

  /// Vietnam is seven hours before UTC, without summer time.
  private static let secondsOfVietnam = 7 * 3600

  /// Adds the table of definitions.
  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("definitions of indicators") { database in
      try database.create(table: "definition") { table in
        table.column("run", .integer).notNull().references("run", onDelete: .cascade)
        table.column("indicator", .text).notNull()
        table.column("fingerprint", .text).notNull()
        table.primaryKey(["run", "indicator"])
      }
    }
  }

  /// Keeps the definitions of a run.
  static func keep(_ definitions: [String: String], of run: Int64, in database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT INTO definition (run, indicator, fingerprint) VALUES (?, ?, ?)")
    for (indicator, fingerprint) in definitions.sorted(by: { $0.key < $1.key }) {
      try insert.execute(arguments: [run, indicator, fingerprint])
    }
  }

  /// Those of the run of a period; nothing where there is none.
  init(of period: Period, _ subject: HistoryStore.Subject, in database: Database) throws {
    guard
      let run = try Row.fetchOne(
        database,
        sql: "SELECT id, asOf FROM run WHERE province = ? AND calendar = ? AND period = ?",
        arguments: [subject.province, subject.calendar.rawValue, period.text])
    else { return }
    let id: Int64 = run["id"]
    let seconds: Int = run["asOf"]
    let rows = try Row.fetchAll(
      database, sql: "SELECT indicator, fingerprint FROM definition WHERE run = ?",
      arguments: [id])
    for row in rows { definitions[row["indicator"]] = row["fingerprint"] }
    let day = CalendarDay(number: Int32((seconds + Self.secondsOfVietnam) / 86_400))
    if day < subject.calendar.days(of: period).last { unfinishedOn = day }
  }
}
