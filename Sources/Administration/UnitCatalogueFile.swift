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
  /// - Throws: an error with the line of the first fault: an unknown or missing column, a level
  ///   that there is not, a day that no calendar has, a parent that is not in the file, a code
  ///   that stands twice for the same days.
  package init(path: String, name: String) throws(DataFileError) {
    let table: SmallTable
    do {
      table = try SmallTable(path: path)
    } catch {
      throw DataFileError(file: name, problem: .missingFile)
    }
    for column in Self.columns where !table.header.contains(column) {
      throw DataFileError(file: name, line: 1, problem: .missingKey(column))
    }
    for column in table.header where !Self.columns.contains(column) {
      let nearest = NearestName.of(column, among: Self.columns)
      throw DataFileError(
        file: name, line: 1, problem: .unknownKey(column, nearest: nearest))
    }
    let reader = UnitLineReader(file: name, header: table.header)
    var entries: [Unit] = []
    for line in table.lines { entries.append(try reader.unit(of: line)) }
    try Self.check(entries, lines: table.lines.map(\.line), file: name)
    self.init(entries: entries)
  }

  private static func check(
    _ entries: [Unit], lines: [Int], file: String
  ) throws(DataFileError) {
    let codes = Set(entries.map(\.code))
    var spans: [String: [DaySpan]] = [:]
    for (unit, line) in zip(entries, lines) {
      if !unit.parent.isEmpty, !codes.contains(unit.parent) {
        let nearest = NearestName.of(unit.parent, among: codes)
        throw DataFileError(
          file: file, line: line,
          problem: .unknownWord(unit.parent, nearest: nearest, allowed: []))
      }
      let span = DaySpan(
        first: unit.validFrom ?? CalendarDay(number: .min),
        last: unit.validTo ?? CalendarDay(number: .max))
      let others = spans[unit.code, default: []]
      guard !others.contains(where: { $0.first <= span.last && span.first <= $0.last }) else {
        throw DataFileError(file: file, line: line, problem: .repeated(unit.code))
      }
      spans[unit.code, default: []].append(span)
    }
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
    return Unit(
      code: cell("code"), name: cell("name"), kind: cell("kind"), level: level,
      parent: cell("parent"), agencyCodes: list("agency_codes"), aliases: list("aliases"),
      validFrom: try day(cell("valid_from"), line: line.line),
      validTo: try day(cell("valid_to"), line: line.line),
      successors: list("successor").map { text in
        Unit.Successor(
          code: text.hasSuffix("?") ? String(text.dropLast()) : text,
          isDoubtful: text.hasSuffix("?"))
      })
  }

  private func day(_ text: String, line: Int) throws(DataFileError) -> CalendarDay? {
    guard !text.isEmpty else { return nil }
    guard let day = CalendarDay(text) else {
      throw DataFileError(file: file, line: line, problem: .expected(.day))
    }
    return day
  }
}
