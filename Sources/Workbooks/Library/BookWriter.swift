/// Fills a workbook from a layout that has been checked.
///
/// Owns the handle and the formats made so far; has no deinitialiser, so that
/// `close()` can consume the handle.
struct BookWriter: ~Copyable {
  private let workbook: WorkbookHandle
  private var numbers = FormatNumbers()
  /// By number, as many as ``numbers`` has keys.
  private var formats: [FormatHandle] = []

  /// Makes an empty workbook, which keeps one row of each sheet in memory where rows are to be
  /// written from the top down.
  init(path: String, rowByRow: Bool = false) throws(WorkbookError) {
    workbook = try WorkbookHandle(path: path, rowByRow: rowByRow)
  }

  /// Writes the file.
  consuming func close() throws(WorkbookError) {
    try workbook.close()
  }

  func set(_ properties: BookProperties) throws(WorkbookError) {
    try workbook.set(properties)
  }

  mutating func fill(from layout: BookLayout) throws(WorkbookError) {
    try set(layout.properties)
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
    // Made first: the closure below borrows the workbook.
    let plan = try plan(for: sheet)
    let looks = try makeFormats(of: sheet.conditions)
    let charts = try makeCharts(of: sheet, in: book)
    try addSheet(named: sheet.name) { handle, formats throws(WorkbookError) in
      try handle.setUp(sheet)
      for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
        try handle.setHeight(height, ofRow: row)
      }
      for merge in sheet.merges { try handle.merge(merge) }
      for (place, format) in plan.blanks {
        try handle.write(.blank, at: place, format: formats[format])
      }
      for index in sheet.cells.indices where plan.cells[index] >= 0 {
        let place = sheet.cells[index].place
        do throws(WorkbookError) {
          try handle.write(
            sheet.cells[index].content, at: place, format: formats[plan.cells[index]])
        } catch {
          throw WorkbookError(error.problem, cell: place)
        }
      }
      for (link, format) in zip(sheet.links, plan.links) {
        try handle.write(link, format: formats[format])
      }
      for (condition, look) in zip(sheet.conditions, looks) {
        try handle.add(condition, format: look)
      }
      for (chart, layout) in zip(charts, sheet.charts) { try handle.insert(chart, as: layout) }
    }
  }

  /// Plans a sheet, and makes each format that it needs and no earlier sheet needed.
  mutating func plan(for sheet: SheetLayout) throws(WorkbookError) -> SheetPlan {
    let plan = SheetPlan(sheet, formats: &numbers)
    try makeFormats()
    return plan
  }

  /// The number of the format for a style.
  mutating func format(for style: CellStyle, isDay: Bool = false) throws(WorkbookError) -> Int {
    let number = numbers.number(of: style, isDay: isDay, column: 0)
    try makeFormats()
    return number
  }

  /// Adds a sheet, and fills it with the formats made so far.
  func addSheet(
    named name: String,
    _ fill: (borrowing SheetHandle, [FormatHandle]) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    let formats = formats
    try workbook.addSheet(named: name) { handle throws(WorkbookError) in
      try fill(handle, formats)
    }
  }

  private mutating func makeFormats() throws(WorkbookError) {
    for key in numbers.keys[formats.count...] { formats.append(try workbook.addFormat(key)) }
  }

  /// One format for each of the conditions; the library writes equal ones once.
  func makeFormats(
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
}
