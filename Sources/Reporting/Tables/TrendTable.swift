internal import Administration
internal import Indicators

/// How the figures of a unit moved over the periods that the history knows.
struct TrendTable {
  let figures: FigureSet
  /// The figures of the unit in its area.
  let area: [Figure]

  /// `nil` where the history knows no other period.
  var table: ReportTable? {
    let known = area.filter { $0.part != nil && $0.indicator.scale.isEmpty }
    let trail = figures.trail.filter { past in known.contains { past.parts[$0.key] != nil } }
    guard !trail.isEmpty, !known.isEmpty else { return nil }
    // A year shows its quarters and then itself; a month the months before it.
    let periods = trail.compactMap(\.period) + [figures.period]
    return ReportTable(
      id: "Diễn biến", title: "Diễn biến qua các kỳ",
      columns: [.init("STT", .mark, width: 6), .init("Chỉ tiêu", .label, width: 52)]
        + periods.map { .init(Self.head($0), .number, width: 11) },
      rows: known.enumerated().map { number, figure in
        let cells = (trail.map { $0.parts[figure.key] } + [figure.part]).map {
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

  private static func head(_ period: Period) -> String {
    FirstLetter.capital(
      period.name.replacing(" năm \(period.year)", with: "/\(period.year)"))
  }
}
