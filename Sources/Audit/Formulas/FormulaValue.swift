/// What a formula, or a part of it, comes to.
enum FormulaResult: Hashable, Sendable {
  case number(Double)
  case text(String)
  case truth(Bool)
  /// An empty cell: 0 where a number is wanted.
  case blank
  /// Such as a division by 0.
  case error

  init(_ value: AuditedValue?) {
    self =
      switch value {
      case .number(let number)?: .number(number)
      case .text(let text)?: .text(text)
      case .truth(let truth)?: .truth(truth)
      case .error?: .error
      case AuditedValue.none?, nil: .blank
      }
  }

  /// `nil` where Excel would show `#VALUE!`.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .truth(let truth): truth ? 1 : 0
    case .blank: 0
    case .text, .error: nil
    }
  }

  /// Whether it is what a cell keeps as its formula's value; numbers may differ in the last digits
  /// that 17 of them hold.
  func isKept(as value: AuditedValue) -> Bool {
    switch (self, value) {
    case (.number(let number), .number(let kept)):
      abs(number - kept) <= 1e-9 * max(abs(number), abs(kept))
    case (.blank, .number(let kept)): kept == 0
    case (.text(let text), .text(let kept)): text == kept
    case (.text(""), AuditedValue.none): true
    case (.truth(let truth), .truth(let kept)): truth == kept
    case (.error, .error): true
    default: false
    }
  }
}

/// A part of a formula: one value, or the values of a range.
enum FormulaOperand {
  case one(FormulaResult)
  case range([FormulaResult])

  /// A range stands for its first cell where one value is wanted; Excel refuses longer ones there.
  var single: FormulaResult {
    switch self {
    case .one(let result): result
    case .range(let results): results.count == 1 ? results[0] : .error
    }
  }
}

/// A formula that this program cannot calculate.
struct FormulaFault: Error, Hashable {}
