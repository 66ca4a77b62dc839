extension ConditionalFormat {
  /// What is wrong with the conditional format; `nil` for nothing.
  var problem: WorkbookProblem? {
    range.problem ?? rule.problem ?? look.problem
  }
}

extension ConditionalRule {
  fileprivate var problem: WorkbookProblem? {
    switch self {
    case .textEquals(let text):
      if text.isEmpty { return .emptyConditionText }
      let length = text.excelLength
      return length > SheetLimits.formulaText ? .textTooLong(length) : nil
    case .formula(let formula):
      return CellContent.formula(formula, .number(0)).problem
    case .lessThan(let number), .moreThan(let number):
      return number.isFinite ? nil : .numberNotFinite
    }
  }
}

extension ConditionalLook {
  fileprivate var problem: WorkbookProblem? {
    if self == ConditionalLook() { return .conditionWithoutLook }
    return CellStyle(fill: fill, color: color).problem
  }
}
