import Administration
import Foundation
import History
import Indicators
import Intake
import Logging
import Reporting

/// A run of a period that was closed before: what would come out otherwise today.
struct ClosedRun {
  /// The rows that count today.
  let rows: [ClosedRow]
  /// `nil` where nothing changed.
  let table: RestatementTable?
  private let changedCount: Int
  private let isRestated: Bool

  init(
    _ closed: ClosedPeriod, today: FigureSet, intake: [KindIntake], units: UnitCatalogue,
    map: UnitMap,
    restate: Bool
  ) {
    rows = intake.flatMap { $0.closedRows(units) }
    let restatement = Restatement(
      closed: closed.figures, rows: closed.rows, figures: today, today: rows, map: map)
    changedCount = restatement.figures.count
    isRestated = restate
    table =
      restatement.isEmpty
      ? nil
      : RestatementTable(
        restatement, isRestated: restate, closedOn: Moment(seconds: closed.closedAt).day)
  }

  func write(_ period: Period, to folder: OutputFolder) throws {
    guard let table else { return }
    try folder.write(Data(table.figures(of: period)), to: "restatement.csv")
    try folder.write(Data(table.rows()), to: "restatement-rows.csv")
  }

  func log(_ period: Period, to log: Logger) {
    guard changedCount > 0 else { return }
    let count = NumberText.whole(changedCount)
    log.warning(
      isRestated
        ? "\(period.name) đã chốt; \(count) số liệu được điều chỉnh: xem restatement.csv."
        : "\(period.name) đã chốt; \(count) số liệu nay tính ra khác, báo cáo vẫn dùng số đã chốt: xem restatement.csv, hoặc chạy với --restate."
    )
  }
}
