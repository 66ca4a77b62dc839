/// A look that cells take while a rule holds for them; an earlier one of the sheet goes before a
/// later one.
package struct ConditionalFormat: Hashable, Sendable {
  package var range: CellRange
  package var rule: ConditionalRule
  package var look: ConditionalLook

  package init(range: CellRange, rule: ConditionalRule, look: ConditionalLook) {
    self.range = range
    self.rule = rule
    self.look = look
  }
}

/// When a cell takes another look.
package enum ConditionalRule: Hashable, Sendable {
  /// The cell holds this text, whatever the case; from 1 to 255 UTF-16 units.
  case textEquals(String)
  /// The formula, which begins with `=` and is written for the first cell of the range, is true.
  case formula(String)
  /// A finite number.
  case lessThan(Double)
  /// A finite number; a cell with a text counts as more than any.
  case moreThan(Double)
}

/// What changes in the look of a cell; at least one thing.
package struct ConditionalLook: Hashable, Sendable {
  /// Colour of the text as `0xRRGGBB`; `nil` leaves it.
  package var color: UInt32?
  /// Background as `0xRRGGBB`; `nil` leaves it.
  package var fill: UInt32?
  /// Whether the text becomes bold.
  package var bold: Bool

  package init(color: UInt32? = nil, fill: UInt32? = nil, bold: Bool = false) {
    self.color = color
    self.fill = fill
    self.bold = bold
  }
}
