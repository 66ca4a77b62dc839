extension CellLink {
  static let internalPrefix = "internal:"

  /// What is wrong with the link; `nil` for nothing.
  ///
  /// The names are those of the book's sheets, in lower case.
  func problem(sheetNames: Set<String>) -> WorkbookProblem? {
    if text.isEmpty { return .emptyLinkText }
    if let problem = CellContent.problem(ofText: text, limit: SheetLimits.linkTextLength) {
      return problem
    }
    return targetProblem(sheetNames: sheetNames) ?? style.problem
  }

  private func targetProblem(sheetNames: Set<String>) -> WorkbookProblem? {
    let illegal = WorkbookProblem.illegalLinkTarget(target)
    if target.utf8.count > SheetLimits.targetBytes || CarriedText.plain(target) != target {
      return illegal
    }
    if let place = target.droppingPrefix(Self.internalPrefix) {
      // The library cuts the target at `#`, and takes these words for a scheme
      // wherever they stand.
      if place.isEmpty || Self.isMisread(place, words: ["#", "external:"]) { return illegal }
      guard let sheet = Self.sheetName(ofPlace: place) else { return nil }
      return sheetNames.contains(sheet.lowercased()) ? nil : .linkToMissingSheet(target)
    }
    guard let address = target.droppingPrefix("https://"), !address.isEmpty,
      !Self.isMisread(address, words: [Self.internalPrefix, "external:"])
    else { return illegal }
    return nil
  }

  /// Whether one of the words stands anywhere in the text, byte by byte, as C
  /// looks for them.
  private static func isMisread(_ text: Substring, words: [String]) -> Bool {
    words.contains { text.utf8.contains($0.utf8) }
  }

  /// The sheet's name in `'II.06a'!A1` or `Sheet!A1`; `nil` for a defined name.
  private static func sheetName(ofPlace place: Substring) -> String? {
    guard let mark = place.lastIndex(of: "!") else { return nil }
    let name = place[..<mark]
    guard name.hasPrefix("'"), name.hasSuffix("'"), name.count > 2 else { return String(name) }
    return name.dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false)
      .joined(separator: "'")
  }
}

extension String {
  /// What follows the prefix; `nil` where the text does not begin with it.
  fileprivate func droppingPrefix(_ prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
