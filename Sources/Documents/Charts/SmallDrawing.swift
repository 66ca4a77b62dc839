internal import Reporting

/// A chart so small that those of all units of a level are seen at once; all have the same axis.
struct SmallDrawing: Sendable {
  /// In tenths, as everything.
  static let width = 2400
  static let height = 1000
  private static let top = 60
  private static let bottom = 780

  private(set) var shapes: [ChartDrawing.Shape] = []
  private(set) var words: [ChartDrawing.Word] = []

  init(_ chart: ReportChart, scale: ChartScale) {
    let ends = [scale.high, scale.low].map(scale.text)
    let left = (ends.map { ChartLength.width(of: $0) }.max() ?? 0) + 60
    let right = Self.width - 60
    let y = { (value: Int) in
      Self.bottom - scale.place(value, on: Self.bottom - Self.top)
    }
    for (value, text) in zip([scale.high, scale.low], ends) {
      shapes.append(
        .init(
          role: value == scale.low ? "axis" : "grid", path: .line(left, y(value), right, y(value))))
      words.append(.init(role: "end", x: left - 40, y: y(value) + 45, text: text))
    }
    let last = max(chart.categories.count - 1, 1)
    let x = { (index: Int) in left + 40 + (right - left - 80) * index / last }
    for series in chart.series {
      let points = series.values.enumerated().map { index, value in
        value.map { (x: x(index), y: y($0)) }
      }
      if series.isTarget {
        guard let known = points.compactMap({ $0 }).first else { continue }
        shapes.append(.init(role: "line target", path: .line(left, known.y, right, known.y)))
      } else {
        shapes.append(.init(role: "line s1", path: .lines(points)))
        if let point = points.last.flatMap({ $0 }) {
          shapes.append(.init(role: "sign s1", path: .sign(0, at: point.x, point.y)))
        }
      }
    }
    guard let first = chart.categories.first, let end = chart.categories.last else { return }
    words.append(.init(role: "start", x: left, y: Self.bottom + 170, text: first))
    words.append(.init(role: "end", x: right, y: Self.bottom + 170, text: end))
  }
}
