/// A workbook as a plain value: everything that ``write(to:)`` puts in the file.
package struct BookLayout: Hashable, Sendable {
  package var properties: BookProperties
  /// In the order of the tabs; at least one.
  package var sheets: [SheetLayout]
  package var names: [DefinedName]

  package init(properties: BookProperties, sheets: [SheetLayout], names: [DefinedName] = []) {
    self.properties = properties
    self.sheets = sheets
    self.names = names
  }
}

/// What the file says of itself; an empty text is left out.
package struct BookProperties: Hashable, Sendable {
  package var title: String
  package var subject: String
  package var author: String
  package var company: String
  package var comments: String
  /// Seconds since 1970-01-01 00:00 UTC, above 0.
  ///
  /// The library takes 0 for "now", and no two runs would give the same bytes.
  /// Books that are written at the same time should share it, because the
  /// library formats it with the static buffer of `gmtime`.
  package var created: Int

  package init(
    title: String = "",
    subject: String = "",
    author: String = "",
    company: String = "",
    comments: String = "",
    created: Int
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
    self.comments = comments
    self.created = created
  }
}

/// A name that formulas anywhere in the book can use.
package struct DefinedName: Hashable, Sendable {
  /// A letter or underscore, then letters, digits, underscores and full stops,
  /// all ASCII, up to 127; not in the shape of a cell reference (`T9`, `R1C1`)
  /// and unique whatever the case.
  package var name: String
  /// What the name stands for, for example `='II.06a'!$C$12`; up to 128
  /// UTF-8 bytes with the `=`.
  package var formula: String

  package init(name: String, formula: String) {
    self.name = name
    self.formula = formula
  }
}
