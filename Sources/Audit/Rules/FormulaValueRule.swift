/// The value that a file keeps beside a formula is what the formula gives: previews on a telephone
/// and Excel's protected view show the kept one.
struct FormulaValueRule: BookRule {
  func findings(in book: AuditedBook) -> [Finding] {
    let calculator = FormulaCalculator(book: book)
    return book.sheets.enumerated().flatMap { number, sheet in
      sheet.cells.compactMap { cell in
        guard let formula = cell.formula else { return nil }
        do {
          let result = try calculator.value(of: formula, on: number)
          return finding(result, cell, formula, sheet)
        } catch {
          return Finding(
            .formulaUnknown, sheet, cell.place, "không tính lại được công thức «=\(formula)»")
        }
      }
    }
  }

  private func finding(
    _ result: FormulaResult, _ cell: AuditedCell, _ formula: String, _ sheet: AuditedSheet
  ) -> Finding? {
    guard !result.isKept(as: cell.value) else { return nil }
    let words =
      if case .none = cell.value {
        "công thức «=\(formula)» không có giá trị lưu sẵn, đúng ra là \(Self.words(result))"
      } else {
        "công thức «=\(formula)» lưu sẵn \(Self.words(FormulaResult(cell.value))), tính lại là "
          + Self.words(result)
      }
    return Finding(.formulaValue, sheet, cell.place, words)
  }

  private static func words(_ result: FormulaResult) -> String {
    switch result {
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    case .text(let text): "«\(text)»"
    case .truth(let truth): truth ? "đúng" : "sai"
    case .blank: "ô trống"
    case .error: "lỗi"
    }
  }
}
