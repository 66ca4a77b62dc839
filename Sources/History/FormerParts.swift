internal import GRDB
internal import Indicators

/// The figures of former units that a run keeps beside those of its reports.
enum FormerParts {
  static let table = "formerFigure"

  static func register(in migrator: inout DatabaseMigrator) {
    migrator.registerMigration("figures of former units") { database in
      try database.create(table: table) { definition in
        definition.column("run", .integer).notNull().references("run", onDelete: .cascade)
        // Key of the unit in the catalogue.
        definition.column("unit", .text).notNull()
        definition.column("scope", .text).notNull()
        definition.column("indicator", .text).notNull()
        definition.column("numerator", .integer).notNull()
        definition.column("denominator", .integer)
        definition.column("measure", .text)
        definition.primaryKey(["run", "unit", "scope", "indicator"])
      }
    }
  }
}
