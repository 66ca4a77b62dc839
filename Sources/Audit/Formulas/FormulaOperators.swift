/// What the operators of formulas make of two values, as Excel does.
enum FormulaOperators {
  static func calculate(
    _ left: FormulaResult, _ right: FormulaResult, _ operation: (Double, Double) -> Double
  ) -> FormulaResult {
    guard let left = left.number, let right = right.number else { return .error }
    let result = operation(left, right)
    return result.isFinite ? .number(result) : .error
  }

  /// Both as one text.
  static func join(_ left: FormulaResult, _ right: FormulaResult) -> FormulaResult {
    guard let left = text(left), let right = text(right) else { return .error }
    return .text(left + right)
  }

  private static func text(_ result: FormulaResult) -> String? {
    switch result {
    case .text(let text): text
    case .blank: ""
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    case .truth(let truth): truth ? "TRUE" : "FALSE"
    case .error: nil
    }
  }

  /// Texts are compared without case; a number is less than any text.
  static func compare(
    _ left: FormulaResult, _ mark: String, _ right: FormulaResult
  ) -> FormulaResult {
    let order: (isLess: Bool, isEqual: Bool)
    switch (left, right) {
    case (.error, _), (_, .error): return .error
    case (.text(let left), .text(let right)):
      order = (left.lowercased() < right.lowercased(), left.lowercased() == right.lowercased())
    case (.text(let left), .blank): order = (false, left.isEmpty)
    case (.blank, .text(let right)): order = (!right.isEmpty, right.isEmpty)
    case (.text, _): order = (false, false)
    case (_, .text): order = (true, false)
    default:
      guard let left = left.number, let right = right.number else { return .error }
      order = (left < right, left == right)
    }
    return switch mark {
    case "=": .truth(order.isEqual)
    case "<>": .truth(!order.isEqual)
    case "<": .truth(order.isLess)
    case "<=": .truth(order.isLess || order.isEqual)
    case ">": .truth(!order.isLess && !order.isEqual)
    default: .truth(!order.isLess)
    }
  }
}
