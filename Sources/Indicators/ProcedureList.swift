internal import Administration
package import Intake
package import Registers

/// The list of procedures (danh mục TTHC) as the texts of dossiers are looked up in it.
package struct ProcedureList: Sendable {
  /// Every code once, in the order of the list.
  package let codes: [String]
  /// The rows of the list with the number of their code.
  let rows: [(code: Int, procedure: Procedure)]
  private let numbers: [String: Int]
  /// Folded name to code; `nil` where several codes have it.
  private let names: [String: Int?]

  package init(_ procedures: [Procedure]) {
    var codes: [String] = []
    var numbers: [String: Int] = [:]
    var names: [String: Int?] = [:]
    var rows: [(code: Int, procedure: Procedure)] = []
    for procedure in procedures {
      let number = numbers[procedure.code] ?? codes.count
      if number == codes.count {
        numbers[procedure.code] = number
        codes.append(procedure.code)
      }
      rows.append((number, procedure))
      let name = FoldedText.of(procedure.name)
      guard !name.isEmpty else { continue }
      if let known = names[name], known != number {
        names.updateValue(nil, forKey: name)
      } else {
        names[name] = number
      }
    }
    self.codes = codes
    self.rows = rows
    self.numbers = numbers
    self.names = names
  }

  /// The number of the procedure that a text of dossiers names, by its code, else by its name.
  package func number(of text: String) -> Int? {
    numbers[text] ?? names[FoldedText.of(text)] ?? nil
  }

  /// A warning for every procedure of dossiers that the list does not have; none where the list is
  /// still empty.
  package func warnings(of use: ProcedureUse) -> [WarnedText] {
    guard !codes.isEmpty else { return [] }
    return use.procedures.filter { $0.count > 0 && number(of: $0.text) == nil }.map { named in
      WarnedText(
        warning: .unknownProcedure, field: "procedure", text: named.text, count: named.count,
        file: named.file, line: named.line)
    }
  }
}
