/// Where a number could stand, a number or a mark stands: an empty cell does not say which kind of
/// nothing it means.
///
/// A column is one of numbers where more of its cells read as numbers or marks than not. Ordinals
/// are none, and a row that only names those below it has none.
struct EmptyFigureRule: PageRule {
  private static let ordinal = "ordinal"

  func findings(in page: HTMLPage) -> [Finding] {
    page.elements("table").flatMap { table -> [Finding] in
      let cells = PageGrid.cells(of: table, in: page).filter { cell in
        page.nodes[cell.number].name == "td"
          && !page.nodes[cell.number].hasClass(Self.ordinal)
      }
      var balance: [Int: Int] = [:]
      let texts = cells.map { cell in
        page.text(of: cell.number).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      for (cell, text) in zip(cells, texts) where !text.isEmpty {
        balance[cell.column, default: 0] += FigureText.isFigure(text) ? 1 : -1
      }
      return zip(cells, texts).compactMap { cell, text in
        guard text.isEmpty, balance[cell.column, default: 0] > 0,
          let row = page.nodes[cell.number].parent, !page.nodes[row].hasClass("group")
        else { return nil }
        return Finding(
          .emptyFigure, line: page.nodes[cell.number].line,
          "ô số liệu ở cột \(cell.column + 1) để trống, không có ký hiệu")
      }
    }
  }
}

/// Texts of cells that hold a figure.
enum FigureText {
  private static let marks: Set<String> = ["x", "-", "–", "…"]

  /// Whether a number or a mark can begin with a byte: most words cannot.
  private static func begins(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "x"), 0xE2:
      true
    default: false
    }
  }

  /// Whether a text is a number or the mark of one that is not there, with or without a note.
  static func isFigure(_ text: String) -> Bool {
    guard text.utf8.first.map(begins) ?? false else { return false }
    // A note in brackets or the sign of a verdict may stand behind it.
    let plain = String(text.prefix { $0 != "(" && !$0.isWhitespace })
    return marks.contains(plain) || NumberAsTextRule.isNumber(plain)
  }
}
