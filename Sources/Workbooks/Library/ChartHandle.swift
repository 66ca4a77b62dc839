internal import CXlsxWriter

/// A chart that belongs to a workbook and is gone with it.
@safe struct ChartHandle {
  let raw: UnsafeMutablePointer<lxw_chart>

  /// Writes the layout into the chart, which must be a new one of the same kind.
  ///
  /// The points are read from the sheets of the book, which has been checked.
  func set(_ chart: ChartLayout, in book: BookLayout) throws(WorkbookError) {
    if chart.title.isEmpty {
      unsafe chart_title_off(raw)
    } else {
      unsafe chart_title_set_name(raw, CarriedText.plain(chart.title))
      var font = unsafe baocao_chart_font(13, 1)
      unsafe chart_title_set_name_font(raw, &font)
    }
    setAxes(chart)
    setLegend(chart.legend)
    if chart.kind != .lines { unsafe chart_set_series_gap(raw, UInt16(chart.gap)) }
    for series in chart.series { try add(series, to: chart, in: book) }
  }

  /// The library turns the axes of bars round only when it writes them.
  private func setAxes(_ chart: ChartLayout) {
    let isTurned = chart.kind == .bars
    guard let x = unsafe raw.pointee.x_axis, let y = unsafe raw.pointee.y_axis else { return }
    let (categories, values) = unsafe isTurned ? (y, x) : (x, y)
    unsafe setTexts(of: categories, title: chart.categoryTitle)
    unsafe setTexts(of: values, title: chart.valueTitle)
    if isTurned {
      // The first category at the top, and the values at the bottom all the same.
      unsafe chart_axis_set_reverse(categories)
      unsafe chart_axis_set_crossing_max(categories)
    }
    if let format = chart.valueFormat { unsafe chart_axis_set_num_format(values, format) }
    if let minimum = chart.minimum { unsafe chart_axis_set_min(values, minimum) }
    if let maximum = chart.maximum { unsafe chart_axis_set_max(values, maximum) }
  }

  private func setTexts(of axis: UnsafeMutablePointer<lxw_chart_axis>, title: String) {
    var small = unsafe baocao_chart_font(10, 0)
    unsafe chart_axis_set_num_font(axis, &small)
    guard !title.isEmpty else { return }
    unsafe chart_axis_set_name(axis, CarriedText.plain(title))
    var font = unsafe baocao_chart_font(11, 0)
    unsafe chart_axis_set_name_font(axis, &font)
  }

  private func setLegend(_ legend: ChartLegend) {
    switch legend {
    case .none:
      unsafe chart_legend_set_position(raw, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    case .bottom:
      unsafe chart_legend_set_position(raw, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
      var font = unsafe baocao_chart_font(10, 0)
      unsafe chart_legend_set_font(raw, &font)
    }
  }

  private func add(
    _ series: ChartSeries, to chart: ChartLayout, in book: BookLayout
  ) throws(WorkbookError) {
    guard
      let raw = unsafe chart_add_series(raw, series.categories.formula, series.values.formula)
    else { throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    let handle = unsafe SeriesHandle(raw: raw)
    try handle.setPoints(of: series, in: book)
    handle.set(series, kind: chart.kind, format: chart.valueFormat)
  }
}

extension ChartKind {
  /// The library's number.
  var code: UInt8 {
    switch self {
    case .columns: UInt8(LXW_CHART_COLUMN.rawValue)
    case .bars: UInt8(LXW_CHART_BAR.rawValue)
    case .lines: UInt8(LXW_CHART_LINE.rawValue)
    }
  }
}

extension ChartRange {
  /// The reference, quoted whatever the name, for example `='T9'!$A$1:$A$5`.
  fileprivate var formula: String {
    let name = sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let (first, last) = (cells.topLeft.fixedAddress, cells.bottomRight.fixedAddress)
    return "='\(name)'!" + (first == last ? first : "\(first):\(last)")
  }
}
