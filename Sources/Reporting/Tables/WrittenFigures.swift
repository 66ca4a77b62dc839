package import DelimitedText
package import Indicators

/// The main figures of a finished run, read back from its `figures.csv` and `targets.csv`.
package struct WrittenFigures: Sendable {
  /// A figure of a unit's area, in the words of every other output.
  package struct Entry: Hashable, Sendable {
    package var name: String
    /// As tables name it: "hồ sơ", "%".
    package var unit: String
    package var value: String
    /// A mark where there is none.
    package var target: String
    /// "Đạt", "Chưa đạt", or empty.
    package var status: String
    package var isMissed: Bool
    /// The value of the period before; a mark where it is not known.
    package var previous: String
  }

  /// By the codes of units, in the order of the summary.
  private var entries: [String: [Entry]] = [:]

  /// Reads the tables in the folder of a run.
  ///
  /// - Throws: where the run has no such tables.
  package init(
    folder: String, _ summary: SummaryDefinition, _ catalogue: IndicatorCatalogue
  ) throws(TextFileProblem) {
    let comparisons = try Self.comparisons(SmallTable(path: "\(folder)/targets.csv"))
    let table = try SmallTable(path: "\(folder)/figures.csv")
    let wanted = Set(summary.indicators)
    var found: [String: [String: Entry]] = [:]
    for row in Self.rows(of: table) {
      let id = row("indicator")
      guard row("scope") == Scope.area.text, wanted.contains(id),
        let place = catalogue.index(of: id)
      else { continue }
      found[row("unit"), default: [:]][id] = Self.entry(
        catalogue.indicators[place], row, comparisons)
    }
    entries = found.mapValues { entries in summary.indicators.compactMap { entries[$0] } }
  }

  /// The main figures of a unit, those that it has.
  package func entries(of code: String) -> [Entry] { entries[code] ?? [] }

  private static func rows(of table: SmallTable) -> [(String) -> String] {
    let columns = Dictionary(
      table.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return table.lines.map { line in
      { column in columns[column].map { line.cells[$0] } ?? "" }
    }
  }

  /// What names one target of one figure.
  private struct TargetKey: Hashable {
    var unit: String
    var indicator: String
    var source: String
  }

  private static func comparisons(_ table: SmallTable) -> [TargetKey: Target.Comparison] {
    rows(of: table).reduce(into: [:]) { comparisons, row in
      guard row("scope") == Scope.area.text else { return }
      let key = TargetKey(unit: row("unit"), indicator: row("indicator"), source: row("source"))
      comparisons[key] = Target.Comparison(rawValue: row("comparison"))
    }
  }

  private static func entry(
    _ indicator: Indicator, _ row: (String) -> String,
    _ comparisons: [TargetKey: Target.Comparison]
  ) -> Entry {
    func text(_ column: String) -> String? {
      indicator.value(ofPlain: row(column)).map { NumberText.value($0, of: indicator) }
    }
    let key = TargetKey(unit: row("unit"), indicator: indicator.id, source: row("source"))
    let bar = indicator.value(ofPlain: row("target"))?.hundredths
    let target = bar.map { bar in
      TargetCells.text(bar, comparisons[key] ?? .atLeast, of: indicator)
    }
    return Entry(
      name: indicator.name, unit: indicator.unit, value: text("value") ?? EmptyMark.noCases,
      target: target ?? EmptyMark.notApplicable, status: status(row("status")),
      isMissed: row("status") == "missed", previous: text("previous") ?? EmptyMark.notKnown)
  }

  private static func status(_ word: String) -> String {
    switch word {
    case "met": "Đạt"
    case "missed": "Chưa đạt"
    default: ""
    }
  }
}
