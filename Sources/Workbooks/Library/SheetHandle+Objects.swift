internal import CXlsxWriter

extension SheetHandle {
  /// Adds a conditional format behind the others; the format is made for its look alone.
  func add(_ condition: ConditionalFormat, format: FormatHandle) throws(WorkbookError) {
    let range = condition.range
    let (first, last) = (try CellAddress(range.topLeft), try CellAddress(range.bottomRight))
    let rule = RuleParts(condition.rule)
    try check(
      unsafe baocao_add_condition(
        raw, first.row, first.column, last.row, last.column, rule.type, rule.criteria,
        rule.number, rule.formula, format.raw))
  }

  /// Lays a chart on the sheet, after the widths and heights that it is placed by.
  func insert(_ chart: ChartHandle, as layout: ChartLayout) throws(WorkbookError) {
    let place = layout.place
    let at = try CellAddress(CellPlace(row: place.row, column: place.column))
    try check(
      unsafe baocao_insert_chart(
        raw, at.row, at.column, chart.raw, Int32(place.right), Int32(place.down),
        Int32(layout.width), Int32(layout.height), CarriedText.plain(layout.alternativeText)))
  }
}

/// A rule in the library's own numbers.
private struct RuleParts {
  var type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
  var criteria: UInt8 = 0
  var number = 0.0
  /// Goes before the number; `nil` where the number is meant.
  var formula: String?

  init(_ rule: ConditionalRule) {
    switch rule {
    case .textEquals(let text):
      criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
      let quoted = CarriedText.plain(text)
        .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      formula = "=\"\(quoted)\""
    case .formula(let text):
      type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      formula = CarriedText.plain(text)
    case .lessThan(let limit):
      criteria = UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN.rawValue)
      number = limit.withoutNegativeZero
    case .moreThan(let limit):
      criteria = UInt8(LXW_CONDITIONAL_CRITERIA_GREATER_THAN.rawValue)
      number = limit.withoutNegativeZero
    }
  }
}
