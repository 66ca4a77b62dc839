import Administration
import DelimitedText
import Intake

/// What came out of reading, as the files `NAME.expected` of the corpus say it.
struct CorpusReport {
  let catalogue: UnitCatalogue

  func text(of intake: KindIntake) -> String {
    let hasSeveral = intake.ledgers.count > 1
    var lines: [String] = []
    for (ledger, rejected) in zip(intake.ledgers, intake.rejected) {
      if hasSeveral { lines.append("file: \(ledger.file)") }
      lines += self.lines(of: ledger)
      lines += rejected.map(line)
    }
    let place = { (file: String, line: Int) in
      hasSeveral ? "\(file):\(line)" : "line \(line)"
    }
    lines += intake.warnings.map { warning in
      "warning: \(warning.warning.rawValue), \(place(warning.file, warning.line)), "
        + "\(named(warning.field)) \"\(warning.text)\", \(warning.count)×"
    }
    lines += intake.superseded.map { row in
      "superseded: \(place(row.file, row.line)) by \(place(row.winnerFile, row.winnerLine)), "
        + named(row.code)
    }
    return (lines + counts(of: intake)).map { $0 + "\n" }.joined()
  }

  func text(of error: IntakeError) -> String {
    switch error.problem {
    case .noHeader: "error: no header\n"
    case .file(.corruptArchive): "error: corrupt archive\n"
    case .file(.tooLargeUnpacked): "error: too large unpacked\n"
    case .shiftedBody(let heads, let cells, _):
      "error: shifted body, \(heads) heads, \(cells) cells\n"
    case .ambiguousDates(let column): "error: ambiguous dates, \(column)\n"
    case .otherDateOrder(let column, let example):
      "error: other date order, \(column), \(example)\n"
    default: "error: \(error.problem)\n"
    }
  }

  private func lines(of ledger: FileLedger) -> [String] {
    [
      "encoding: \(ledger.encoding)", "delimiter: \(ledger.delimiter)",
      "lines: \(ledger.lines) = \(ledger.titleLines) title + \(ledger.headerLines) header + "
        + "\(ledger.blankLines) blank + \(ledger.footerLines) footer + \(ledger.dataLines) data",
      "rows: \(ledger.rows) = \(ledger.accepted) accepted + \(ledger.duplicates) duplicates + "
        + "\(ledger.rejected) rejected",
    ]
  }

  private func line(of row: RejectedRow) -> String {
    "rejected: line \(row.line), \(row.fault.rawValue), \(named(row.field)) \"\(row.text)\", "
      + "code \(named(row.code)), unit \(named(row.unit.map { catalogue.entries[$0].code } ?? ""))"
  }

  /// The rows that count, by unit and by every fact that figures are made of.
  private func counts(of intake: KindIntake) -> [String] {
    var units: [String: Int] = [:]
    var facts: [String: Int] = [:]
    for (key, count) in intake.counts {
      units[catalogue.entries[key.unit].code, default: 0] += count
      for slot in FactLayout(of: intake.kind).slots {
        let word = slot.word(in: key.signature)
        guard word > 0 else { continue }
        facts["\(slot.fact.name) \(slot.fact.words[word - 1])", default: 0] += count
      }
    }
    return sorted(units, as: "unit") + sorted(facts, as: "fact")
  }

  private func sorted(_ counts: [String: Int], as kind: String) -> [String] {
    counts.sorted { $0.key < $1.key }.map { "\(kind): \($0.key) \($0.value)" }
  }

  private func named(_ text: String) -> String { text.isEmpty ? "-" : text }
}
