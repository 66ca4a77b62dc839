package import DataFiles
internal import DelimitedText

extension UnitCatalogue {
  /// The columns of `units.csv` (contract, 8).
  private static let columns = [
    "code", "name", "kind", "level", "parent", "agency_codes", "aliases", "valid_from", "valid_to",
    "successor",
  ]

  /// Reads `units.csv`; `name` stands in messages for its path.
  ///
  /// - Throws: every fault with its line: an unknown or missing column, a level that there is not,
  ///   a day that no calendar has; in a file without such faults, all that does not go together
  ///   between its units.
  package init(path: String, name: String) throws(DataFileFaults) {
    let table: SmallTable
    do {
      table = try SmallTable(path: path)
    } catch {
      throw DataFileFaults([DataFileError(file: name, problem: .missingFile)])
    }
    var faults = Self.faults(inHeader: table.header, file: name)
    guard faults.isEmpty else { throw DataFileFaults(faults) }
    let reader = UnitLineReader(file: name, header: table.header)
    var entries: [Unit] = []
    for line in table.lines {
      do {
        entries.append(try reader.unit(of: line))
      } catch {
        faults.append(error)
      }
    }
    guard faults.isEmpty else { throw DataFileFaults(faults) }
    self.init(entries: entries)
    faults = CatalogueCheck(self, lines: table.lines.map(\.line), file: name).faults
    guard faults.isEmpty else { throw DataFileFaults(faults) }
  }

  private static func faults(inHeader header: [String], file: String) -> [DataFileError] {
    let missing = columns.filter { !header.contains($0) }
    let unknown = header.filter { !columns.contains($0) }
    let problems =
      missing.map { DataFileProblem.missingKey($0) }
      + unknown.map { .unknownKey($0, nearest: NearestName.of($0, among: columns)) }
    return problems.map { DataFileError(file: file, line: 1, problem: $0) }
  }
}

/// Reads one line of `units.csv`.
private struct UnitLineReader {
  let file: String
  let header: [String]

  func unit(of line: SmallTable.Line) throws(DataFileError) -> Unit {
    let cell = { (column: String) in
      header.firstIndex(of: column).map { line.cells[$0] } ?? ""
    }
    let list = { (column: String) in
      cell(column).split(separator: "|").map { String($0) }.filter { !$0.isEmpty }
    }
    for column in ["code", "name", "kind"] where cell(column).isEmpty {
      throw DataFileError(file: file, line: line.line, problem: .missingKey(column))
    }
    guard let level = Level(rawValue: cell("level")) else {
      let words = Level.allCases.map(\.rawValue)
      throw DataFileError(
        file: file, line: line.line,
        problem: .unknownWord(
          cell("level"), nearest: NearestName.of(cell("level"), among: words), allowed: words))
    }
    let first = try day(cell("valid_from"), line: line.line)
    let last = try day(cell("valid_to"), line: line.line)
    if let first, let last, last < first {
      throw DataFileError(file: file, line: line.line, problem: .unit(.endsBeforeItBegins))
    }
    return Unit(
      code: cell("code"), name: cell("name"), kind: cell("kind"), level: level,
      parent: cell("parent"), agencyCodes: list("agency_codes"), aliases: list("aliases"),
      validFrom: first, validTo: last,
      successors: try successors(list("successor"), line: line.line))
  }

  private func successors(
    _ texts: [String], line: Int
  ) throws(DataFileError) -> [Unit.Successor] {
    var successors: [Unit.Successor] = []
    for text in texts {
      let isDoubtful = text.hasSuffix("?")
      let code = isDoubtful ? String(text.dropLast()) : text
      let isCode = !code.isEmpty && code.allSatisfy { $0 != "?" && !$0.isWhitespace }
      guard isCode, !successors.contains(where: { $0.code == code }) else {
        throw DataFileError(file: file, line: line, problem: .unit(.unreadableSuccessor(text)))
      }
      successors.append(Unit.Successor(code: code, isDoubtful: isDoubtful))
    }
    return successors
  }

  private func day(_ text: String, line: Int) throws(DataFileError) -> CalendarDay? {
    guard !text.isEmpty else { return nil }
    guard let day = CalendarDay(text) else {
      throw DataFileError(file: file, line: line, problem: .expected(.day))
    }
    return day
  }
}
