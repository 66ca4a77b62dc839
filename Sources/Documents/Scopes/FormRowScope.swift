internal import Reporting

/// A row of a form.
struct FormRowScope: TemplateScope {
  let row: FormRow
  /// What the form's columns hold.
  let contents: [FormColumn.Content]
  /// How many columns stand before the first number.
  let leading: Int

  static let names = NameTable<Self>(
    .flag("is-item") { $0.row.role == .item },
    .flag("is-group") { $0.row.role == .group },
    .flag("is-total") { $0.row.role == .total },
    .list("leading") { scope in
      (0..<scope.leading).map { index in
        FormCellScope(text: scope.text(index), isLabel: scope.contents[index] == .label)
      }
    },
    .texts("numbers") { scope in (scope.leading..<scope.contents.count).map(scope.text) }
  )

  /// The text in a column, counted from 0.
  private func text(_ column: Int) -> String {
    switch contents[column] {
    case .ordinal: row.ordinal
    case .label: row.label
    case .sum, .figures: row.values[column].map(NumberText.whole) ?? EmptyMark.notKnown
    }
  }
}

/// The ordinal or the label of a row.
struct FormCellScope: TemplateScope {
  let text: String
  let isLabel: Bool

  static let names = NameTable<Self>(.text("text", \.text), .flag("is-label", \.isLabel))
}
