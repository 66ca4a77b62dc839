internal import GRDB

/// A file that a run was made of.
package struct RunInput: Hashable, Sendable {
  /// As the manifest names it.
  package var path: String
  package var sha256: String

  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }

  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("inputs of runs") { database in
      try database.create(table: "input") { table in
        table.column("run", .integer).notNull().references("run", onDelete: .cascade)
        table.column("path", .text).notNull()
        table.column("sha256", .text).notNull()
        table.primaryKey(["run", "path"])
      }
    }
  }

  static func keep(_ inputs: [RunInput], of run: Int64, in database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT OR REPLACE INTO input (run, path, sha256) VALUES (?, ?, ?)")
    for input in inputs { try insert.execute(arguments: [run, input.path, input.sha256]) }
  }
}
