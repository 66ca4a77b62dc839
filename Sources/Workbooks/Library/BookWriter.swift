/// Fills a workbook from a layout that has been checked.
///
/// Owns the handle and the formats made so far; has no deinitialiser, so that
/// `close()` can consume the handle.
struct BookWriter: ~Copyable {
  private let workbook: WorkbookHandle
  private var formats: [FormatKey: FormatHandle] = [:]

  init(path: String) throws(WorkbookError) {
    workbook = try WorkbookHandle(path: path)
  }

  /// Writes the file.
  consuming func close() throws(WorkbookError) {
    try workbook.close()
  }

  mutating func fill(from layout: BookLayout) throws(WorkbookError) {
    try workbook.set(layout.properties)
    for sheet in layout.sheets {
      do throws(WorkbookError) {
        try add(sheet, of: layout)
      } catch {
        throw WorkbookError(error.problem, sheet: sheet.name, cell: error.cell)
      }
    }
    for name in layout.names { try workbook.define(name) }
  }

  private mutating func add(
    _ sheet: SheetLayout, of book: BookLayout
  ) throws(WorkbookError) {
    let styles = sheet.stylesOfPlaces
    // Made first: the closure below borrows the workbook.
    try makeFormats(of: sheet, stylesOfPlaces: styles)
    let formats = formats
    let looks = try makeFormats(of: sheet.conditions)
    let charts = try makeCharts(of: sheet, in: book)
    try workbook.addSheet(named: sheet.name) { handle throws(WorkbookError) in
      try handle.setUp(sheet)
      // Before the cells: a merge blanks its range, and its first cell comes back.
      for merge in sheet.merges {
        try handle.merge(merge, format: formats.made(for: merge.key(in: styles)))
      }
      let covered = sheet.placesUnderMerges
      for cell in sheet.cells where !covered.contains(cell.place) {
        do throws(WorkbookError) {
          try handle.write(cell.content, at: cell.place, format: formats.made(for: cell.key))
        } catch {
          throw WorkbookError(error.problem, cell: cell.place)
        }
      }
      for link in sheet.links { try handle.write(link, format: formats.made(for: link.key)) }
      for (condition, look) in zip(sheet.conditions, looks) {
        try handle.add(condition, format: look)
      }
      for (chart, layout) in zip(charts, sheet.charts) { try handle.insert(chart, as: layout) }
    }
  }

  /// One format for each of the conditions; the library writes equal ones once.
  private func makeFormats(
    of conditions: [ConditionalFormat]
  ) throws(WorkbookError) -> [FormatHandle] {
    var made: [FormatHandle] = []
    for condition in conditions { made.append(try workbook.addFormat(condition.look)) }
    return made
  }

  private func makeCharts(
    of sheet: SheetLayout, in book: BookLayout
  ) throws(WorkbookError) -> [ChartHandle] {
    var made: [ChartHandle] = []
    for layout in sheet.charts {
      let chart = try workbook.addChart(layout.kind)
      try chart.set(layout, in: book)
      made.append(chart)
    }
    return made
  }

  /// Makes each format that the sheet needs and no earlier sheet needed, in the
  /// order of the layout, so that equal layouts give equal files.
  private mutating func makeFormats(
    of sheet: SheetLayout, stylesOfPlaces styles: [CellPlace: CellStyle]
  ) throws(WorkbookError) {
    let keys =
      sheet.cells.map(\.key) + sheet.links.map(\.key) + sheet.merges.map { $0.key(in: styles) }
    for key in keys where formats[key] == nil {
      formats[key] = try workbook.addFormat(key)
    }
  }
}

extension [FormatKey: FormatHandle] {
  /// The format that was made for the key.
  fileprivate func made(for key: FormatKey) throws(WorkbookError) -> FormatHandle {
    guard let format = self[key] else { throw WorkbookError(.library("A format is missing.")) }
    return format
  }
}

extension PlacedCell {
  fileprivate var key: FormatKey { FormatKey(style: style, isDay: content.isDay) }
}

extension CellLink {
  fileprivate var key: FormatKey { FormatKey(style: style, isDay: false) }
}

extension CellRange {
  /// The format of the whole range, which is that of its first cell.
  fileprivate func key(in styles: [CellPlace: CellStyle]) -> FormatKey {
    FormatKey(style: styles[topLeft] ?? CellStyle(), isDay: false)
  }
}

extension SheetLayout {
  /// The styles of the cells and links, by place.
  fileprivate var stylesOfPlaces: [CellPlace: CellStyle] {
    var styles: [CellPlace: CellStyle] = [:]
    for cell in cells { styles[cell.place] = cell.style }
    for link in links { styles[link.place] = link.style }
    return styles
  }

  /// Every place of a merge but its first.
  fileprivate var placesUnderMerges: Set<CellPlace> {
    var places: Set<CellPlace> = []
    for merge in merges {
      for row in merge.firstRow...merge.lastRow {
        for column in merge.firstColumn...merge.lastColumn {
          places.insert(CellPlace(row: row, column: column))
        }
      }
      places.remove(merge.topLeft)
    }
    return places
  }
}

extension CellContent {
  fileprivate var isDay: Bool {
    if case .day = self { true } else { false }
  }
}
