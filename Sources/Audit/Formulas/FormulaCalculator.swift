/// Calculates the formulas of a workbook from the values that its cells keep.
///
/// Where every formula agrees with the kept values of its parts, all of them agree with the
/// numbers that they start from. It knows numbers, texts, cells, ranges, names, `+ - * / &`,
/// comparisons and the functions of ``FormulaFunctions``; anything else is a fault.
struct FormulaCalculator {
  let book: AuditedBook

  /// What a formula, without `=`, comes to on a sheet, given by its number.
  ///
  /// - Throws: ``FormulaFault`` where it cannot be calculated here.
  func value(of formula: String, on sheet: Int) throws(FormulaFault) -> FormulaResult {
    try operand(of: formula, on: sheet, depth: 0).single
  }

  /// What the cells of a reference hold, row by row.
  ///
  /// - Throws: ``FormulaFault`` where it is no reference.
  func values(of reference: String) throws(FormulaFault) -> [FormulaResult] {
    guard case .range(let results) = try operand(of: reference, on: 0, depth: 0) else {
      throw FormulaFault()
    }
    return results
  }

  /// Names may stand for names, but not without end.
  private func operand(
    of formula: String, on sheet: Int, depth: Int
  ) throws(FormulaFault) -> FormulaOperand {
    guard depth < 8 else { throw FormulaFault() }
    var run = Run(
      book: book, sheet: sheet, depth: depth, tokens: try FormulaToken.all(of: formula)[...])
    let operand = try run.comparison()
    guard run.tokens.isEmpty else { throw FormulaFault() }
    return operand
  }

  /// One way through the pieces of a formula.
  private struct Run {
    let book: AuditedBook
    let sheet: Int
    let depth: Int
    var tokens: ArraySlice<FormulaToken>

    private mutating func take(_ marks: String...) -> String? {
      guard case .mark(let mark)? = tokens.first, marks.contains(mark) else { return nil }
      tokens.removeFirst()
      return mark
    }

    private mutating func require(_ mark: String) throws(FormulaFault) {
      guard take(mark) != nil else { throw FormulaFault() }
    }

    mutating func comparison() throws(FormulaFault) -> FormulaOperand {
      var left = try joined()
      while let mark = take("=", "<>", "<", ">", "<=", ">=") {
        left = .one(FormulaOperators.compare(left.single, mark, try joined().single))
      }
      return left
    }

    private mutating func joined() throws(FormulaFault) -> FormulaOperand {
      var left = try sum()
      while take("&") != nil {
        left = .one(FormulaOperators.join(left.single, try sum().single))
      }
      return left
    }

    private mutating func sum() throws(FormulaFault) -> FormulaOperand {
      var left = try product()
      while let mark = take("+", "-") {
        let right = try product()
        left = .one(
          FormulaOperators.calculate(left.single, right.single) { mark == "+" ? $0 + $1 : $0 - $1 })
      }
      return left
    }

    private mutating func product() throws(FormulaFault) -> FormulaOperand {
      var left = try signed()
      while let mark = take("*", "/") {
        let right = try signed()
        left = .one(
          FormulaOperators.calculate(left.single, right.single) { mark == "*" ? $0 * $1 : $0 / $1 })
      }
      return left
    }

    private mutating func signed() throws(FormulaFault) -> FormulaOperand {
      guard let mark = take("+", "-") else { return try primary() }
      let operand = try signed()
      return mark == "+"
        ? operand : .one(FormulaOperators.calculate(.blank, operand.single) { $0 - $1 })
    }

    private mutating func primary() throws(FormulaFault) -> FormulaOperand {
      switch tokens.popFirst() {
      case .number(let number)?: return .one(.number(number))
      case .text(let text)?: return .one(.text(text))
      case .mark("(")?:
        let operand = try comparison()
        try require(")")
        return operand
      case .sheet(let name)?:
        guard let number = book.sheets.firstIndex(where: { $0.name == name }),
          case .word(let address)? = tokens.popFirst()
        else { throw FormulaFault() }
        return try cells(from: address, on: number)
      case .word(let word)?:
        if take("(") != nil { return .one(try function(word)) }
        if AuditedPlace(word) != nil { return try cells(from: word, on: sheet) }
        return try named(word)
      default: throw FormulaFault()
      }
    }

    private mutating func function(_ name: String) throws(FormulaFault) -> FormulaResult {
      var arguments: [FormulaOperand] = []
      if take(")") == nil {
        repeat { arguments.append(try comparison()) } while take(",") != nil
        try require(")")
      }
      return try FormulaFunctions.value(of: name, arguments)
    }

    /// The cell of an address, or the range that begins there.
    private mutating func cells(
      from address: String, on number: Int
    ) throws(FormulaFault) -> FormulaOperand {
      var text = address
      if take(":") != nil {
        guard case .word(let last)? = tokens.popFirst() else { throw FormulaFault() }
        text += ":" + last
      }
      guard let range = AuditedRange(text) else { throw FormulaFault() }
      let cells = book.sheets[number]
      return .range(
        range.rows.flatMap { row in
          range.columns.map { column in
            FormulaResult(cells.cell(at: AuditedPlace(row: row, column: column))?.value)
          }
        })
    }

    /// What a name of the book stands for.
    private func named(_ word: String) throws(FormulaFault) -> FormulaOperand {
      if word == "TRUE" || word == "FALSE" { return .one(.truth(word == "TRUE")) }
      let name = book.names.first {
        $0.name.uppercased() == word && ($0.sheet == nil || $0.sheet == sheet)
      }
      guard let name else { throw FormulaFault() }
      return try FormulaCalculator(book: book)
        .operand(of: name.formula, on: sheet, depth: depth + 1)
    }
  }
}
