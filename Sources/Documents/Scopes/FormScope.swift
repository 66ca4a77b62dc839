internal import Reporting

/// An official form, filled in.
struct FormScope: TemplateScope {
  let form: FormTable
  let report: UnitReport

  static let names = NameTable<Self>(
    .text("id", \.form.definition.id),
    .text("code", \.form.definition.code),
    .text("title", \.form.definition.title),
    .text("unit-line", \.form.definition.unitLine),
    .text("receiver") { $0.report.letterhead.addressees.joined(separator: "; ") },
    .list("head-rows", \.headRows),
    .texts("column-heads") { scope in
      scope.form.definition.columns.map { $0.heads.joined(separator: " – ") }
    },
    .list("column-numbers") { scope in
      scope.form.definition.columns.map { ColumnNumberScope(text: $0.numberText) }
    },
    .number("column-count", \.form.definition.columns.count),
    .list("columns") { scope in
      scope.form.definition.columns.map { FormColumnScope(content: $0.content) }
    },
    .list("rows", \.rows),
    .texts("notes", \.form.notes),
    .list("signatures") { $0.form.definition.signatures.map(FormSignatureScope.init) }
  )

  private var headRows: [HeadRowScope] {
    let head = form.definition.head.cells
    return (0..<form.definition.head.rows).map { row in
      HeadRowScope(cells: head.filter { $0.row == row }.map(HeadCellScope.init))
    }
  }

  private var rows: [FormRowScope] {
    form.rows.map { FormRowScope(row: $0, columns: form.definition.columns) }
  }
}

/// A row of a form's head.
struct HeadRowScope: TemplateScope {
  let cells: [HeadCellScope]

  static let names = NameTable<Self>(.list("cells", \.cells))
}

/// A cell of a form's head, over the rows and columns that it spans.
struct HeadCellScope: TemplateScope {
  let cell: FormHeadCell

  static let names = NameTable<Self>(
    .text("text", \.cell.text),
    .number("columns", \.cell.columnSpan),
    .number("rows", \.cell.rowSpan),
    .flag("is-shared") { $0.cell.columnSpan > 1 }
  )
}

/// What the number row says of a column: "(3)=(4)+(5)+(6)".
struct ColumnNumberScope: TemplateScope {
  let text: String

  static let names = NameTable<Self>(
    .text("text", \.text),
    // Where it may be broken, for columns that are narrow.
    .texts("pieces") { scope in
      scope.text.split(separator: "(").map { "(\($0)" }
    }
  )
}

/// What a column of a form holds, for its width and its side.
struct FormColumnScope: TemplateScope {
  let content: FormColumn.Content

  static let names = NameTable<Self>(
    .flag("is-ordinal") { $0.content == .ordinal },
    .flag("is-label") { $0.content == .label },
    .flag("is-text") { $0.content.isText },
    .flag("is-number", \.content.isNumber)
  )
}

/// A place to sign under a form.
struct FormSignatureScope: TemplateScope {
  let signature: FormSignature

  static let names = NameTable<Self>(
    .text("title", \.signature.title),
    .text("note", \.signature.note)
  )
}
