internal import Administration
internal import Indicators

/// How the figures of a unit moved over the periods that the history knows.
struct TrendTable {
  let figures: FigureSet
  /// The earlier periods, the oldest first, and whether the report's own follows them.
  let past: [PastFigures]
  let endsWithPeriod: Bool
  /// Its short name and title.
  let id: String
  let title: String
  /// The figures of the unit in its area.
  let area: [Figure]

  /// `nil` where the history knows no other period.
  var table: ReportTable? {
    let known = area.filter { $0.part != nil && $0.indicator.scale.isEmpty }
    let trail = past.filter { past in known.contains { past.parts[$0.key] != nil } }
    guard trail.count > (endsWithPeriod ? 0 : 1), !known.isEmpty else { return nil }
    // A year shows its quarters and then itself; a month the months before it.
    let periods = trail.compactMap(\.period) + (endsWithPeriod ? [figures.period] : [])
    return ReportTable(
      id: id, title: title,
      columns: [.init("STT", .mark, width: 6), .init("Chỉ tiêu", .label, width: 52)]
        + periods.map { .init(FirstLetter.capital($0.shortName), .number, width: 11) },
      rows: known.enumerated().map { number, figure in
        let now = endsWithPeriod ? [figure.part] : []
        let cells = (trail.map { $0.parts[figure.key] } + now).map {
          ReportTable.Cell($0, of: figure.indicator)
        }
        return ReportTable.Row(
          [.whole(number + 1), .text("\(figure.indicator.name) (\(figure.indicator.unit))")] + cells
        )
      },
      notes: [
        "Lấy từ lịch sử số liệu các kỳ đã lập báo cáo. «…»: kỳ đó chưa có số liệu; «-»: không phát sinh."
      ])
  }
}
