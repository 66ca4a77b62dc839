/// A piece of a formula.
enum FormulaToken: Hashable {
  case number(Double)
  case text(String)
  /// A name, an address or a function, in capitals.
  case word(String)
  /// The name of a sheet with the `!` behind it.
  case sheet(String)
  /// One of `+ - * / & ( ) , : = < > <= >= <>`.
  case mark(String)

  /// The pieces of a formula.
  static func all(of formula: String) throws(FormulaFault) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    var rest = Array(formula.unicodeScalars)[...]
    while let first = rest.first {
      switch first {
      case " ", "\n":
        rest.removeFirst()
      case "\"":
        tokens.append(.text(try quoted(&rest, by: first)))
      case "'":
        tokens.append(.sheet(try quoted(&rest, by: first)))
        guard rest.popFirst() == "!" else { throw FormulaFault() }
      case "0"..."9", ".":
        tokens.append(.number(try number(&rest)))
      case "<", ">":
        rest.removeFirst()
        let isDouble = rest.first == "=" || (first == "<" && rest.first == ">")
        tokens.append(.mark(String(first) + (isDouble ? String(rest.removeFirst()) : "")))
      case "+", "-", "*", "/", "&", "(", ")", ",", ":", "=":
        tokens.append(.mark(String(rest.removeFirst())))
      default:
        let word = rest.prefix(while: isWord)
        guard !word.isEmpty else { throw FormulaFault() }
        rest = rest.dropFirst(word.count)
        let text = String(String.UnicodeScalarView(word))
        if rest.first == "!" {
          rest.removeFirst()
          tokens.append(.sheet(text))
        } else {
          tokens.append(.word(text.uppercased()))
        }
      }
    }
    return tokens
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "$" || scalar == "_" || scalar == "." || scalar.properties.isAlphabetic
      || ("0"..."9").contains(scalar)
  }

  /// A text between quotes, a doubled quote standing for itself.
  private static func quoted(
    _ rest: inout ArraySlice<Unicode.Scalar>, by quote: Unicode.Scalar
  ) throws(FormulaFault) -> String {
    var text = String.UnicodeScalarView()
    rest.removeFirst()
    while let scalar = rest.popFirst() {
      if scalar == quote {
        guard rest.first == quote else { return String(text) }
        rest.removeFirst()
      }
      text.append(scalar)
    }
    throw FormulaFault()
  }

  private static func number(
    _ rest: inout ArraySlice<Unicode.Scalar>
  ) throws(FormulaFault) -> Double {
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
    rest = rest.dropFirst(digits.count)
    guard let number = Double(String(String.UnicodeScalarView(digits))) else {
      throw FormulaFault()
    }
    return number
  }
}
