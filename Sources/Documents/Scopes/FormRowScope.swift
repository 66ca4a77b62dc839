internal import Reporting

/// A row of a form.
struct FormRowScope: TemplateScope {
  let row: FormRow
  let columns: [FormColumn]

  static let names = NameTable<Self>(
    .flag("is-item") { $0.row.role == .item },
    .flag("is-group") { $0.row.role == .group || $0.row.role == .heading },
    .flag("is-total") { $0.row.role == .total },
    .list("cells") { scope in
      zip(scope.row.cells, scope.columns).map { FormCellScope(cell: $0, content: $1.content) }
    }
  )
}

/// A cell of a form.
struct FormCellScope: TemplateScope {
  let cell: ReportTable.Cell
  let content: FormColumn.Content

  static let names = NameTable<Self>(
    .text("text", \.cell.text),
    .flag("is-ordinal") { $0.content == .ordinal },
    .flag("is-label") { $0.content == .label },
    .flag("is-text") { $0.content.isText },
    .flag("is-number", \.content.isNumber)
  )
}
