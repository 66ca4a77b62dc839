internal import Reporting

/// A chart as shapes and words at places, which a template only has to write down.
struct ChartDrawing: Sendable {
  /// A shape with its role, by which the style sheet colours it.
  struct Shape: Hashable, Sendable {
    var role: String
    var path: ChartPath
    /// What is shown of it under a pointer; empty where there is nothing to say.
    var hint = ""
  }

  /// A line of text; `x` and `y` are where its baseline begins, is centred or ends, as the role
  /// says.
  struct Word: Hashable, Sendable {
    var role: String
    var x: Int
    var y: Int
    var text: String
  }

  /// In tenths, as everything.
  static let width = 6400
  private(set) var height = 0
  private(set) var shapes: [Shape] = []
  private(set) var words: [Word] = []

  private let chart: ReportChart

  init(_ chart: ReportChart) {
    self.chart = chart
    let top = addLegend()
    switch chart.kind {
    case .bars: addBars(from: top)
    case .columns, .lines: addTime(from: top)
    }
  }

  // MARK: - What all charts have

  private mutating func add(_ role: String, _ path: ChartPath, _ hint: String = "") {
    shapes.append(Shape(role: role, path: path, hint: hint))
  }

  private mutating func add(_ role: String, _ text: String, _ x: Int, _ y: Int) {
    words.append(Word(role: role, x: x, y: y, text: text))
  }

  private var values: [Int] { chart.series.flatMap(\.values).compactMap(\.self) }

  /// The series with the number of its colour and sign, from 0; the target and last year's have
  /// their own.
  private var series: [(style: String, sign: Int, series: ReportChart.Series)] {
    var number = 0
    return chart.series.map { series in
      if series.isTarget { return ("target", 0, series) }
      if series.isYearAgo { return ("past", 3, series) }
      number += 1
      return ("s\(number)", number - 1, series)
    }
  }

  private func hint(_ series: ReportChart.Series, _ index: Int) -> String {
    "\(chart.categories[index]) – \(series.name): "
      + ChartScale.text(series.values[index], chart.measure)
  }

  /// Whether a series is drawn as a line.
  private func isLine(_ series: ReportChart.Series) -> Bool {
    chart.kind == .lines || series.isTarget || series.isYearAgo
  }

  /// The names of the series in lines of their own; gives where the chart may begin.
  private mutating func addLegend() -> Int {
    var x = 0
    var y = 120
    for (style, sign, series) in series {
      let known = series.values.compactMap(\.self)
      // A target that is the same everywhere says how much it is.
      let name =
        series.isTarget && Set(known).count == 1
        ? "\(series.name): \(ChartScale(known, chart.measure).text(known[0]))" : series.name
      let length = 380 + ChartLength.width(of: name)
      if x > 0, x + length > Self.width {
        x = 0
        y += 200
      }
      if isLine(series) {
        add("line \(style)", .line(x, y - 40, x + 300, y - 40))
        if !series.isTarget { add("sign \(style)", .sign(sign, at: x + 150, y - 40)) }
      } else {
        add("fill \(style)", .rectangle(x + 60, y - 100, 180, 110))
      }
      add("start", name, x + 380, y)
      x += length + 250
    }
    return y + 120
  }

  // MARK: - Bars of units

  private mutating func addBars(from top: Int) {
    let scale = ChartScale(values, chart.measure)
    let names = chart.categories.map { ChartLength.lines(of: $0, width: 1900, atMost: 2) }
    let left = (names.flatMap { $0 }.map { ChartLength.width(of: $0) }.max() ?? 0) + 80
    let right = Self.width - 620
    let bars = series.filter { !$0.series.isTarget }
    let heights = names.map { max($0.count * ChartLength.lineHeight + 60, bars.count * 150 + 80) }
    let bottom = top + heights.reduce(0, +)
    addGrid(scale, left: left, right: right, top: top, bottom: bottom)
    var y = top
    for (index, lines) in names.enumerated() {
      let middle = y + heights[index] / 2
      for (number, line) in lines.enumerated() {
        let offset = (2 * number - lines.count + 1) * ChartLength.lineHeight / 2
        add("end", line, left - 80, middle + offset + 45)
      }
      for (number, bar) in bars.enumerated() {
        let place = middle + (2 * number - bars.count) * 75
        addBar(bar.series, bar.style, index, scale, left: left, right: right, y: place)
      }
      y += heights[index]
    }
    for target in series where target.series.isTarget {
      addTarget(target.series, scale, left: left, right: right, top: top, heights: heights)
    }
    add("axis", .line(left, top, left, bottom))
    height = bottom + 220
  }

  private mutating func addBar(
    _ series: ReportChart.Series, _ style: String, _ index: Int, _ scale: ChartScale, left: Int,
    right: Int, y: Int
  ) {
    let value = series.values[index]
    let length = value.map { scale.place($0, on: right - left) } ?? 0
    if value != nil {
      add("fill \(style)", .rectangle(left, y + 5, length, 140), hint(series, index))
    }
    // In a column of their own, where no line of the target runs through them.
    add("end", ChartScale.text(value, chart.measure), Self.width, y + 120)
  }

  /// The target as one line where it is the same for all, else as a piece for every bar.
  private mutating func addTarget(
    _ series: ReportChart.Series, _ scale: ChartScale, left: Int, right: Int, top: Int,
    heights: [Int]
  ) {
    var path = ChartPath()
    var y = top
    var last: Int?
    for (index, height) in heights.enumerated() {
      if let value = series.values[index] {
        let x = left + scale.place(value, on: right - left)
        if last != value { path.move(x, y) }
        path.line(x, y + height)
      }
      last = series.values[index]
      y += height
    }
    add("line target", path)
  }

  /// Upright lines with the values below them.
  private mutating func addGrid(
    _ scale: ChartScale, left: Int, right: Int, top: Int, bottom: Int
  ) {
    for tick in scale.ticks {
      let x = left + scale.place(tick, on: right - left)
      if tick != scale.low { add("grid", .line(x, top, x, bottom)) }
      add("middle", scale.text(tick), x, bottom + 170)
    }
  }

  // MARK: - Columns and lines over time

  private mutating func addTime(from top: Int) {
    let scale = ChartScale(values, chart.measure, fromZero: chart.kind == .columns)
    let labels = scale.ticks.map(scale.text)
    let left = (labels.map { ChartLength.width(of: $0) }.max() ?? 0) + 80
    let right = Self.width - 60
    let top = top + 60
    let bottom = top + 1700
    for (tick, label) in zip(scale.ticks, labels) {
      let y = bottom - scale.place(tick, on: bottom - top)
      add(tick == scale.low ? "axis" : "grid", .line(left, y, right, y))
      add("end", label, left - 60, y + 45)
    }
    let count = max(chart.categories.count, 1)
    let slots = (0..<count).map { index in
      (
        start: left + (right - left) * index / count,
        end: left + (right - left) * (index + 1) / count
      )
    }
    addColumns(scale, slots, top: top, bottom: bottom)
    for (style, sign, series) in series where isLine(series) {
      addLine(series, style, sign, scale, slots, top: top, bottom: bottom)
    }
    height = bottom + addCategories(slots, below: bottom)
  }

  private mutating func addColumns(
    _ scale: ChartScale, _ slots: [(start: Int, end: Int)], top: Int, bottom: Int
  ) {
    let columns = series.filter { !isLine($0.series) }
    guard let slot = slots.first, !columns.isEmpty else { return }
    let width = min((slot.end - slot.start) * 76 / 100 / columns.count, 600)
    for (number, column) in columns.enumerated() {
      for (index, slot) in slots.enumerated() {
        guard let value = column.series.values[index] else { continue }
        let x = (slot.start + slot.end - columns.count * width) / 2 + number * width
        let height = scale.place(value, on: bottom - top)
        add(
          "fill \(column.style)", .rectangle(x, bottom - height, width - 10, height),
          hint(column.series, index))
        let text = ChartScale.text(value, chart.measure)
        if ChartLength.width(of: text) <= width {
          add("middle value", text, x + width / 2, bottom - height - 40)
        }
      }
    }
  }

  private mutating func addLine(
    _ series: ReportChart.Series, _ style: String, _ sign: Int, _ scale: ChartScale,
    _ slots: [(start: Int, end: Int)], top: Int, bottom: Int
  ) {
    let heights = series.values.map { value in
      value.map { bottom - scale.place($0, on: bottom - top) }
    }
    if series.isTarget {
      // A target holds for the whole of its period.
      let points = zip(slots, heights).flatMap { slot, y -> [(x: Int, y: Int)?] in
        guard let y else { return [nil] }
        return [(slot.start, y), (slot.end, y)]
      }
      add("line target", .lines(points))
      return
    }
    let points = zip(slots, heights).map { slot, y in
      y.map { (x: (slot.start + slot.end) / 2, y: $0) }
    }
    add("line \(style)", .lines(points))
    for (index, point) in points.enumerated() {
      guard let point else { continue }
      add("sign \(style)", .sign(sign, at: point.x, point.y), hint(series, index))
    }
  }

  /// The names below the axis, on two lines where one is too narrow, and only some of them where
  /// two are; gives how high they are.
  private mutating func addCategories(
    _ slots: [(start: Int, end: Int)], below bottom: Int
  ) -> Int {
    guard let slot = slots.first else { return 0 }
    let room = slot.end - slot.start - 60
    var names = chart.categories.map { [$0] }
    let longest = { (names: [[String]]) in
      names.flatMap { $0 }.map { ChartLength.width(of: $0) }.max() ?? 0
    }
    if longest(names) > room {
      names = chart.categories.map { $0.split(separator: "/", maxSplits: 1).map(String.init) }
    }
    let every = max((longest(names) + room - 1) / max(room, 1), 1)
    for (index, slot) in slots.enumerated() where (slots.count - 1 - index) % every == 0 {
      for (number, line) in names[index].enumerated() {
        add(
          "middle", line, (slot.start + slot.end) / 2,
          bottom + 190 + number * ChartLength.lineHeight)
      }
    }
    return 130 + (names.map(\.count).max() ?? 1) * ChartLength.lineHeight
  }
}
