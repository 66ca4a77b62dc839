internal import Administration

/// Tells the lines that a printout puts between the rows of its table from the rows themselves.
struct PrintedLines: Sendable {
  enum Kind: Sendable {
    /// The title repeated on a new page, or the heading of a group of rows.
    case title
    /// The header repeated on a new page.
    case header
    /// A total, a place and date, a signature.
    case footer
  }

  let repeated: RepeatedRows
  let catalogue: UnitCatalogue

  /// Cells that a line below a table fills at most; a row of the table fills more.
  private static let mostFooterCells = 3
  /// What the heading of a group of rows begins with, folded.
  private static let groupWords = [
    "so ban nganh", "cac so", "cap tinh", "cap huyen", "cap xa", "linh vuc", "nhom", "khoi",
    "uy ban nhan dan", "ubnd", "don vi", "co quan", "thu tuc",
  ]
  private static let romanDigits = Set("IVX")

  /// What a line without a readable code or day is; `nil` where it is a row of the table.
  ///
  /// At least one of its cells holds something; the others are empty texts.
  func kind(of texts: [String], isBelowTable: Bool) -> Kind? {
    let filled = texts.filter { !$0.isEmpty }
    guard let first = filled.first else { return nil }
    if FooterWords.begin(first) { return .footer }
    if repeated.isHeader(texts) { return .header }
    if repeated.isTitle(texts) { return .title }
    if isGroup(filled) { return .title }
    if filled.count == 1, Self.isPageNumber(first) { return .footer }
    // Below the first line of a footer stand names and titles that no list knows.
    return isBelowTable && filled.count <= Self.mostFooterCells ? .footer : nil
  }

  /// Whether a line of many cells whose first begins with a byte may be none of the table: a
  /// total, or a row that pages repeat.
  func mayBegin(with byte: UInt8) -> Bool {
    FooterWords.totalsMayBegin(with: byte) || repeated.mayBegin(with: byte)
  }

  /// `Trang 1/2`, `- 2 -`.
  private static func isPageNumber(_ text: String) -> Bool {
    let words = FoldedText.of(text).split(separator: " ")
    let numbers = words.first == "trang" ? words.dropFirst() : words[...]
    let isMarked = words.first == "trang" || text.hasPrefix("-") && text.hasSuffix("-")
    return isMarked && (1...2).contains(numbers.count)
      && numbers.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isNumber) }
  }

  /// Whether the cells that hold something are the heading of a group of rows: `I`, `Sở ban ngành`.
  private func isGroup(_ filled: [String]) -> Bool {
    guard filled.count <= 2, let last = filled.last, !isCode(last) else { return false }
    if isOrdinal(filled[0]) { return true }
    guard filled.count == 1 else { return false }
    let beginning = last.prefix { !".)-:".contains($0) }
    if beginning.count < last.count, isOrdinal(String(beginning)) { return true }
    let folded = FoldedText.of(last)
    return Self.groupWords.contains { folded == $0 || folded.hasPrefix($0 + " ") }
      || !catalogue.entries(forName: last).isEmpty
  }

  /// A Roman number or one capital letter.
  private func isOrdinal(_ text: String) -> Bool {
    let mark = text.filter { !"().- ".contains($0) }
    guard !mark.isEmpty else { return false }
    return mark.allSatisfy(Self.romanDigits.contains)
      || mark.count == 1 && mark.allSatisfy { $0.isASCII && $0.isUppercase }
  }

  /// A long run of digits is a number of a dossier, never of a group.
  private func isCode(_ text: String) -> Bool { text.filter(\.isNumber).count >= 4 }
}
