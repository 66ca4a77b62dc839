internal import Administration
internal import DelimitedText
package import Indicators
package import Intake
package import Registers

/// The tables of a run that scripts read (contract, 7), as CSV.
package enum OutputTables {
  /// `figures.csv` for some units, sorted by unit, scope and indicator.
  package static func figures(_ set: FigureSet, units: [Int]) -> [UInt8] {
    var text = CSVText(header: [
      "period", "unit", "level", "scope", "indicator", "numerator", "denominator", "value",
      "target", "status", "previous", "year_ago", "source",
    ])
    for figure in sorted(set, units: units) {
      // What nobody typed yet is no figure; its targets stand in targets.csv.
      guard let part = figure.part else { continue }
      let main = figure.mainTarget
      let plain = { (value: FigureValue?) in value.map(figure.indicator.plain) ?? "" }
      text.append([
        set.period.text, figure.unit.code, figure.unit.level.rawValue, figure.scope.text,
        figure.indicator.id, part.hasParts ? "\(part.numerator)" : "",
        part.denominator.map(String.init) ?? "", plain(figure.value),
        main.map { bar($0, of: figure.indicator) } ?? "", status(figure.isMet),
        plain(figure.previous), plain(figure.yearAgo), main?.target.source ?? "",
      ])
    }
    return text.bytes
  }

  /// `targets.csv`: every target that applies, one a row.
  package static func targets(_ set: FigureSet, units: [Int]) -> [UInt8] {
    var text = CSVText(header: [
      "period", "unit", "level", "scope", "indicator", "comparison", "target", "value", "status",
      "source",
    ])
    for figure in sorted(set, units: units) {
      for held in figure.targets {
        text.append([
          set.period.text, figure.unit.code, figure.unit.level.rawValue, figure.scope.text,
          figure.indicator.id, comparison(held), bar(held, of: figure.indicator),
          figure.value.map(figure.indicator.plain) ?? "", status(held.isMet), held.target.source,
        ])
      }
    }
    return text.bytes
  }

  private static func sorted(_ set: FigureSet, units: [Int]) -> [Figure] {
    let tree = set.table.tree
    return units.sorted { tree.units[$0].code < tree.units[$1].code }.flatMap { unit in
      set.table.scopes(of: unit).sorted { $0.text < $1.text }.flatMap { scope in
        set.figures(of: unit, scope).sorted { $0.indicator.id < $1.indicator.id }
      }
    }
  }

  /// Empty where the document states the target in words.
  private static func comparison(_ held: HeldTarget) -> String {
    if case .stated = held.goal { "" } else { held.target.comparison.rawValue }
  }

  /// Empty where there is no bar, or none is known without last year's figure.
  private static func bar(_ held: HeldTarget, of indicator: Indicator) -> String {
    guard let bar = held.bar else { return "" }
    return switch indicator.measure {
    case .count, .typedAmount: Hundredths.short(bar)
    case .percent, .quotient, .typedPercent: Hundredths.plain(bar)
    case .grade: indicator.plain(.grade(bar / 100))
    }
  }

  private static func status(_ isMet: Bool?) -> String {
    isMet.map { $0 ? "met" : "missed" } ?? ""
  }

  /// `quality.csv`: the ledger of every file.
  package static func quality(_ intake: [KindIntake], _ registers: RegisterIntake) -> [UInt8] {
    var text = CSVText(header: [
      "source", "file", "encoding", "delimiter", "lines", "title_lines", "header_lines",
      "blank_lines", "footer_lines", "data_lines", "rows", "accepted", "duplicates", "rejected",
    ])
    for ledger in intake.flatMap(\.ledgers) {
      let counts = [
        ledger.lines, ledger.titleLines, ledger.headerLines, ledger.blankLines,
        ledger.footerLines, ledger.dataLines, ledger.rows, ledger.accepted, ledger.duplicates,
        ledger.rejected,
      ]
      text.append(
        [ledger.kind.rawValue, ledger.file, ledger.encoding, ledger.delimiter]
          + counts.map(String.init))
    }
    for ledger in registers.ledgers {
      let counts = [
        ledger.lines, ledger.titleLines, ledger.headerLines, ledger.blankLines,
        ledger.footerLines, ledger.dataLines, ledger.rows, ledger.accepted, ledger.duplicates, 0,
      ]
      text.append(
        [ledger.kind.rawValue, ledger.file, ledger.encoding, ledger.delimiter]
          + counts.map(String.init))
    }
    return text.bytes
  }

  /// `rejected.csv`: every rejected row with its reason.
  package static func rejected(_ intake: [KindIntake]) -> [UInt8] {
    var text = CSVText(header: ["source", "file", "line", "reason", "field", "text"])
    for kind in intake {
      for (ledger, rows) in zip(kind.ledgers, kind.rejected) {
        for row in rows {
          text.append([
            kind.kind.rawValue, ledger.file, "\(row.line)", row.fault.rawValue, row.field,
            CSVText.guarded(row.text),
          ])
        }
      }
    }
    return text.bytes
  }

  /// The rejected rows of a unit, for those who can mend them; with a byte order mark, because
  /// people open it in a spreadsheet.
  package static func rejected(_ lines: [RejectedLine]) -> [UInt8] {
    var text = CSVText(header: ["Nguồn", "Mã", "Tệp", "Dòng", "Sai ở đâu", "Cách sửa"])
    for line in lines {
      text.append(
        [line.source, line.code, line.file, "\(line.line)", line.fault, line.remedy]
          .map(CSVText.guarded))
    }
    return [0xEF, 0xBB, 0xBF] + text.bytes
  }

  /// `superseded.csv`: every row whose place a later one took, and which.
  package static func superseded(_ intake: [KindIntake]) -> [UInt8] {
    var text = CSVText(header: ["source", "file", "line", "code", "winner_file", "winner_line"])
    for kind in intake {
      for row in kind.superseded {
        text.add(kind.kind.rawValue)
        text.add(row.file)
        text.add(row.line)
        text.add(CSVText.guarded(row.code))
        text.add(row.winnerFile)
        text.add(row.winnerLine)
        text.endRow()
      }
    }
    return text.bytes
  }

  /// `warnings.csv`: every distinct text that no mapping knows, and what does not agree.
  package static func warnings(
    _ intake: [KindIntake], _ registers: RegisterIntake
  ) -> [UInt8] {
    var text = CSVText(header: ["source", "file", "line", "reason", "field", "text", "count"])
    let exports = intake.map { ($0.kind.rawValue, $0.warnings) }
    let tables = RegisterKind.allCases.map { ($0.rawValue, registers.warnings[$0] ?? []) }
    for (source, warnings) in exports + tables {
      for warned in warnings {
        text.append([
          source, warned.file, "\(warned.line)", warned.warning.rawValue,
          warned.field, CSVText.guarded(warned.text), "\(warned.count)",
        ])
      }
    }
    return text.bytes
  }
}
