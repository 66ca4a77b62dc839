internal import Indicators
internal import Reporting

/// The main indicators of a unit and what became of them.
struct SummaryScope: TemplateScope {
  let summary: ReportSummary

  static let names = NameTable<Self>(
    .list("rows") { $0.summary.rows.map(SummaryRowScope.init) },
    .flag("has-targets") { $0.summary.judged > 0 },
    .flag("has-missed") { $0.summary.met < $0.summary.judged },
    .text("met") { NumberText.whole($0.summary.met) },
    .text("missed") { NumberText.whole($0.summary.judged - $0.summary.met) },
    .text("judged") { NumberText.whole($0.summary.judged) }
  )
}

/// One main indicator.
struct SummaryRowScope: TemplateScope {
  let row: SummaryRow

  static let names = NameTable<Self>(
    .text("name", \.row.figure.indicator.name),
    .text("unit", \.row.figure.indicator.unit),
    .text("value", \.row.cells.value),
    .text("target", \.row.target.target),
    .text("source", \.row.target.source),
    .text("status", \.row.target.status),
    .flag("is-met") { $0.row.figure.isMet == true },
    .flag("is-missed") { $0.row.figure.isMet == false },
    .text("previous", \.row.cells.previous),
    .text("year-ago", \.row.cells.yearAgo),
    .text("since-previous") { Self.text($0.row.sincePrevious) },
    .text("since-year-ago") { Self.text($0.row.sinceYearAgo) }
  )

  /// "+2,30 điểm %", "-5,00%"; a mark where there is nothing to compare with.
  private static func text(_ change: Change?) -> String {
    guard let change else { return EmptyMark.noCases }
    let number =
      (change.hundredths > 0 ? "+" : "") + NumberText.decimal(hundredths: change.hundredths)
    return switch change {
    case .points: "\(number) điểm %"
    case .percent: "\(number)%"
    case .amount: number
    }
  }
}
