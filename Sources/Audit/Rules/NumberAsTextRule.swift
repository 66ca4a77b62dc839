/// A number is a number: a text that only looks like one takes no part in sums and sorting.
///
/// Ordinals, codes, targets and the row of column numbers are texts on purpose. So a text that
/// reads as a number is a fault only where its neighbours say that a number belongs there: its
/// column holds more numbers than such texts under the head of the table, or the cell itself has a
/// number format or stands at the right like a number. Numbers in the middle of their cells, without
/// a format, are ordinals and make no column of numbers.
struct NumberAsTextRule: BookRule {
  func findings(in book: AuditedBook) -> [Finding] {
    book.sheets.flatMap { sheet in
      let body = sheet.cells.filter { $0.place.row >= sheet.firstBodyRow }
      let suspects = body.filter(Self.looksLikeANumber)
      guard !suspects.isEmpty else { return [Finding]() }
      var balance: [Int: Int] = [:]
      for cell in body {
        let style = book.style(of: cell)
        if style.alignment == "center", style.numberFormat == "General" { continue }
        if case .number = cell.value { balance[cell.place.column, default: 0] += 1 }
      }
      for cell in suspects { balance[cell.place.column, default: 0] -= 1 }
      return suspects.compactMap { cell in
        let style = book.style(of: cell)
        let hasFormat = style.numberFormat != "General" && style.numberFormat != "@"
        guard balance[cell.place.column, default: 0] > 0 || hasFormat || style.alignment == "right"
        else { return nil }
        return Finding(
          .numberAsText, sheet, cell.place, "số được ghi như chữ trong cột số liệu")
      }
    }
  }

  private static func looksLikeANumber(_ cell: AuditedCell) -> Bool {
    guard case .text(let text) = cell.value else { return false }
    return isNumber(text)
  }

  /// Whether a text reads as a number, in Vietnamese or in plain writing: `1.234`, `95,5`, `12%`,
  /// `-3`, `1234.5`.
  static func isNumber(_ text: String) -> Bool {
    var digits = Substring(text.filter { !$0.isWhitespace })
    if let sign = digits.first, "+-−".contains(sign) { digits.removeFirst() }
    if digits.last == "%" { digits.removeLast() }
    guard let first = digits.first, let last = digits.last, first.isASCII, first.isNumber,
      last.isASCII, last.isNumber
    else { return false }
    return digits.allSatisfy { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
  }
}
