internal import Foundation

/// The functions that formulas of ours use.
enum FormulaFunctions {
  /// - Throws: ``FormulaFault`` for any other function, or a wrong number of arguments.
  static func value(
    of name: String, _ arguments: [FormulaOperand]
  ) throws(FormulaFault) -> FormulaResult {
    switch name {
    case "SUM": return fold(arguments) { $0.reduce(0, +) }
    case "MAX": return fold(arguments) { $0.max() ?? 0 }
    case "MIN": return fold(arguments) { $0.min() ?? 0 }
    case "COUNT": return .number(Double(numbers(arguments)?.count ?? 0))
    case "AVERAGE":
      return fold(arguments) { $0.isEmpty ? .nan : $0.reduce(0, +) / Double($0.count) }
    case "ROUND":
      guard arguments.count == 2 else { throw FormulaFault() }
      guard let number = arguments[0].single.number, let digits = arguments[1].single.number else {
        return .error
      }
      guard abs(digits) <= 15 else { throw FormulaFault() }
      return .number(round(number, digits: digits.rounded(.towardZero)))
    case "ABS":
      guard arguments.count == 1 else { throw FormulaFault() }
      return arguments[0].single.number.map { .number(abs($0)) } ?? .error
    case "IF":
      guard (2...3).contains(arguments.count) else { throw FormulaFault() }
      guard let condition = arguments[0].single.number else { return .error }
      if condition != 0 { return arguments[1].single }
      return arguments.count == 3 ? arguments[2].single : .truth(false)
    case "IFERROR":
      guard arguments.count == 2 else { throw FormulaFault() }
      return arguments[0].single == .error ? arguments[1].single : arguments[0].single
    default:
      throw FormulaFault()
    }
  }

  private static func fold(
    _ arguments: [FormulaOperand], _ function: ([Double]) -> Double
  ) -> FormulaResult {
    guard let numbers = numbers(arguments) else { return .error }
    let result = function(numbers)
    return result.isFinite ? .number(result) : .error
  }

  /// The numbers among the arguments, without the texts and the empty cells of a range.
  ///
  /// `nil` where there is an error among them.
  private static func numbers(_ arguments: [FormulaOperand]) -> [Double]? {
    var numbers: [Double] = []
    for argument in arguments {
      let results =
        switch argument {
        case .one(let result): [result]
        case .range(let results): results
        }
      for result in results {
        switch result {
        case .number(let number): numbers.append(number)
        case .error: return nil
        case .text, .truth, .blank: continue
        }
      }
    }
    return numbers
  }

  /// Half away from 0, as Excel rounds: a half that binary digits cannot hold counts as a half.
  private static func round(_ number: Double, digits: Double) -> Double {
    let scale = pow(10, digits)
    let scaled = abs(number) * scale
    var whole = scaled.rounded(.down)
    if scaled - whole >= 0.5 - 1e-12 * max(1, scaled) { whole += 1 }
    return (number < 0 ? -whole : whole) / scale
  }
}
