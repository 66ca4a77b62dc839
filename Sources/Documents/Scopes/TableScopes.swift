internal import Reporting

/// A plain table of a report.
struct TableScope: TemplateScope {
  let table: ReportTable

  static let names = NameTable<Self>(
    .text("title", \.table.title),
    .flag("is-wide", \.table.isWide),
    // Rows that stand below a heading of their group would lose it.
    .flag("is-sortable") { scope in
      scope.table.rows.count > 2 && !scope.table.rows.contains { $0.role == .group }
    },
    .list("columns") { $0.table.columns.map(TableColumnScope.init) },
    .list("rows") { scope in
      scope.table.rows.map { TableRowScope(row: $0, columns: scope.table.columns) }
    },
    .texts("notes", \.table.notes)
  )
}

/// A column of a plain table.
struct TableColumnScope: TemplateScope {
  let column: ReportTable.Column

  static let names = NameTable<Self>(
    .text("head", \.column.head),
    .flag("is-mark") { $0.column.kind == .mark },
    .flag("is-number") { $0.column.kind == .number }
  )
}

/// A row of a plain table.
struct TableRowScope: TemplateScope {
  let row: ReportTable.Row
  let columns: [ReportTable.Column]

  static let names = NameTable<Self>(
    .flag("is-group") { $0.row.role == .group },
    .flag("is-total") { $0.row.role == .total },
    .text("heading") { $0.row.cells.first?.text ?? "" },
    .number("column-count", \.columns.count),
    .texts("fillers") { $0.columns.dropFirst(2).map { _ in " " } },
    .list("cells") { scope in
      zip(scope.row.cells, scope.columns).map { TableCellScope(cell: $0, column: $1) }
    }
  )
}

/// A cell of a plain table.
struct TableCellScope: TemplateScope {
  let cell: ReportTable.Cell
  let column: ReportTable.Column

  static let names = NameTable<Self>(
    .text("text", \.cell.text),
    .flag("is-mark") { $0.column.kind == .mark },
    .flag("is-label") { $0.column.kind == .label },
    .flag("is-number") { $0.column.kind == .number }
  )
}
