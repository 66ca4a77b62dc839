internal import CXlsxWriter

/// A series that belongs to a chart and is gone with it.
@safe struct SeriesHandle {
  let raw: UnsafeMutablePointer<lxw_chart_series>

  /// Gives the ranges the points that the file carries for them.
  func setPoints(of series: ChartSeries, in book: BookLayout) throws(WorkbookError) {
    try unsafe set(
      raw.pointee.categories, series.categories.sheet,
      ChartPoints(series.categories, in: book, allowsTexts: true))
    try unsafe set(
      raw.pointee.values, series.values.sheet,
      ChartPoints(series.values, in: book, allowsTexts: false))
  }

  private func set(
    _ range: UnsafeMutablePointer<lxw_series_range>?, _ sheet: String, _ points: ChartPoints
  ) throws(WorkbookError) {
    try check(unsafe baocao_set_range(range, sheet))
    for point in points.points {
      switch point {
      case .gap: try check(unsafe baocao_add_point(range, nil, 0, 1))
      case .number(let number):
        try check(unsafe baocao_add_point(range, nil, number.withoutNegativeZero, 0))
      case .text(let text):
        try check(unsafe baocao_add_point(range, CarriedText.plain(text), 0, 0))
      }
    }
  }

  /// Sets the name and the look.
  ///
  /// The format is that of the values beside the points, `nil` for General.
  func set(_ series: ChartSeries, kind: ChartKind, format: String?) {
    unsafe chart_series_set_name(raw, CarriedText.plain(series.name))
    if kind == .lines { setLine(series.look) } else { setFill(series.look) }
    guard series.look.showsValues else { return }
    unsafe chart_series_set_labels(raw)
    var font = unsafe baocao_chart_font(9, 0)
    unsafe chart_series_set_labels_font(raw, &font)
    if let format { unsafe chart_series_set_labels_num_format(raw, format) }
    if kind == .lines {
      unsafe chart_series_set_labels_position(raw, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
    }
  }

  /// A column or a bar with a thin edge of its own colour, which a pattern needs.
  private func setFill(_ look: SeriesLook) {
    let color = FormatHandle.color(look.color)
    var edge = lxw_chart_line()
    (edge.color, edge.width) = (color, 0.75)
    unsafe chart_series_set_line(raw, &edge)
    if let code = look.pattern.code {
      var pattern = lxw_chart_pattern()
      (pattern.fg_color, pattern.bg_color, pattern.type) = (color, 0xFFFFFF, code)
      unsafe chart_series_set_pattern(raw, &pattern)
    } else {
      var fill = lxw_chart_fill()
      fill.color = color
      unsafe chart_series_set_fill(raw, &fill)
    }
  }

  private func setLine(_ look: SeriesLook) {
    var line = lxw_chart_line()
    line.color = FormatHandle.color(look.color)
    line.width = 2.25
    line.dash_type = look.dash.code
    unsafe chart_series_set_line(raw, &line)
    unsafe chart_series_set_marker_type(raw, look.marker.code)
    guard look.marker != .none else { return }
    unsafe chart_series_set_marker_size(raw, 7)
    var fill = lxw_chart_fill()
    fill.color = line.color
    unsafe chart_series_set_marker_fill(raw, &fill)
    (line.width, line.dash_type) = (0.75, ChartDash.solid.code)
    unsafe chart_series_set_marker_line(raw, &line)
  }
}

extension ChartPattern {
  /// The library's number; `nil` for no pattern.
  fileprivate var code: UInt8? {
    switch self {
    case .solid: nil
    case .wideUpwardDiagonal: UInt8(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue)
    case .wideDownwardDiagonal: UInt8(LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL.rawValue)
    case .horizontal: UInt8(LXW_CHART_PATTERN_DARK_HORIZONTAL.rawValue)
    case .vertical: UInt8(LXW_CHART_PATTERN_DARK_VERTICAL.rawValue)
    case .grid: UInt8(LXW_CHART_PATTERN_LARGE_GRID.rawValue)
    case .dotted: UInt8(LXW_CHART_PATTERN_PERCENT_20.rawValue)
    }
  }
}

extension ChartDash {
  /// The library's number.
  fileprivate var code: UInt8 {
    switch self {
    case .solid: UInt8(LXW_CHART_LINE_DASH_SOLID.rawValue)
    case .dashed: UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
    case .dotted: UInt8(LXW_CHART_LINE_DASH_ROUND_DOT.rawValue)
    case .dashDot: UInt8(LXW_CHART_LINE_DASH_DASH_DOT.rawValue)
    }
  }
}

extension ChartMarker {
  /// The library's number.
  fileprivate var code: UInt8 {
    switch self {
    case .none: UInt8(LXW_CHART_MARKER_NONE.rawValue)
    case .circle: UInt8(LXW_CHART_MARKER_CIRCLE.rawValue)
    case .square: UInt8(LXW_CHART_MARKER_SQUARE.rawValue)
    case .diamond: UInt8(LXW_CHART_MARKER_DIAMOND.rawValue)
    case .triangle: UInt8(LXW_CHART_MARKER_TRIANGLE.rawValue)
    }
  }
}
