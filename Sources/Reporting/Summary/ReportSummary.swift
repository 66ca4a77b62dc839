package import Indicators

/// The summary for leadership: the main indicators of a unit and what became of them.
package struct ReportSummary: Sendable {
  package var rows: [SummaryRow]
  /// Of the main indicators with a target those that meet it, and all of them.
  package var met: Int { rows.count { $0.figure.isMet == true } }
  package var judged: Int { rows.count { $0.figure.isMet != nil } }

  package init(rows: [SummaryRow]) { self.rows = rows }
}

/// One main indicator.
package struct SummaryRow: Sendable {
  package var figure: Figure
  /// The texts of the indicator in the tables of the report.
  package var cells: IndicatorCells
  /// `nil` where there is nothing to compare with.
  package var sincePrevious: Change?
  package var sinceYearAgo: Change?

  init(_ row: IndicatorRow) {
    figure = row.figure
    cells = IndicatorCells(row)
    sincePrevious = Change(figure.value, since: figure.previousBase)
    sinceYearAgo = Change(figure.value, since: figure.yearAgoBase)
  }

  /// The target that the value is held against; what stands where none applies else.
  package var target: TargetCells {
    figure.mainTarget.map { TargetCells($0, of: figure.indicator) } ?? TargetCells.none
  }
}

/// How a value moved since an earlier period.
package enum Change: Hashable, Sendable {
  /// Hundredths of a percent point, of a rate.
  case points(Int)
  /// Hundredths of a percent of the earlier value, of a count, rounded half away from zero.
  case percent(Int)
  /// Hundredths of the unit, of an average or an amount.
  case amount(Int)

  /// `nil` where one of the values is not known, both are of different kinds, or a count was 0.
  init?(_ value: FigureValue?, since base: FigureValue?) {
    switch (value, base) {
    case (.count(let now)?, .count(let then)?):
      guard then > 0 else { return nil }
      let change = (now - then) * 20_000
      self = .percent((change + (change < 0 ? -then : then)) / (2 * then))
    case (.percent(let now)?, .percent(let then)?): self = .points(now - then)
    case (.quotient(let now)?, .quotient(let then)?), (.amount(let now)?, .amount(let then)?):
      self = .amount(now - then)
    default: return nil
    }
  }

  package var hundredths: Int {
    switch self {
    case .points(let hundredths), .percent(let hundredths), .amount(let hundredths): hundredths
    }
  }
}
