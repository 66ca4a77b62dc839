/// A workbook as its file has it, read back part by part.
package struct AuditedBook: Sendable {
  /// In the order of the tabs.
  package var sheets: [AuditedSheet]
  package var names: [AuditedName]
  package var properties: AuditedProperties
  /// By the number that cells give.
  package var styles: [AuditedStyle]

  /// The style of a cell.
  func style(of cell: AuditedCell) -> AuditedStyle { styles[cell.style] }
}

/// A name that formulas can use.
package struct AuditedName: Hashable, Sendable {
  package var name: String
  /// The number of the sheet that the name belongs to; `nil` for the whole book.
  package var sheet: Int?
  /// Without `=`.
  package var formula: String
}

/// What a workbook says of itself; empty where it says nothing.
package struct AuditedProperties: Hashable, Sendable {
  package var title = ""
  package var subject = ""
  package var author = ""
  package var company = ""
  /// As the file has it, `2023-07-05T00:00:00Z`.
  package var created = ""
}

/// How cells look, as far as a rule asks.
package struct AuditedStyle: Hashable, Sendable {
  /// As Excel writes it; "General" where there is none.
  package var numberFormat = "General"
  package var font = AuditedFont()
  /// As the file has it; empty for Excel's own choice.
  package var alignment = ""
  package var wraps = false
}

package struct AuditedFont: Hashable, Sendable {
  package var name = ""
  /// Points.
  package var size = 11.0
  package var isBold = false
}
