import TestSupport
import Testing
import Workbooks

@Suite struct ChartTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func written(_ layout: BookLayout) throws -> ReadBook {
    let path = scratch.path("chart.xlsx")
    try layout.write(to: path)
    return ReadBook(path: path)
  }

  @Test(arguments: [
    (ChartKind.columns, "columns.chart1.xml"), (.bars, "bars.chart1.xml"),
    (.lines, "lines.chart1.xml"),
  ])
  func `writes a chart with its points and its looks`(kind: ChartKind, golden: String) throws {
    let xml = try written(chartBook { $0.kind = kind }).part("xl/charts/chart1.xml")
    let lines = xml.replacing("><", with: ">\n<") + "\n"
    let difference = try GoldenFile(golden).difference(from: lines)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `carries the value of a formula and a gap where nothing stands`() throws {
    let xml = try written(chartBook()).part("xl/charts/chart1.xml")
    let values = xml.matches(of: /<c:val>(.*?)<\/c:val>/).map(\.output.1)
    let points = values.map {
      $0.matches(of: /<c:pt idx="(\d)"><c:v>([^<]*)</).map { "\($0.1):\($0.2)" }
    }
    #expect(points == [["0:0.25", "1:12", "3:7.5"], ["0:1", "1:2", "2:3", "3:4"]])
    #expect(xml.contains("<c:f>'T9'!$B$2:$B$5</c:f>"))
    #expect(
      xml.contains("<c:strCache><c:ptCount val=\"4\"/><c:pt idx=\"0\"><c:v>Xã &lt;A&gt;</c:v>"))
    #expect(!xml.contains("<c:v>0</c:v>"))
  }

  @Test func `lays the chart where the layout says, with words for those who do not see it`() throws
  {
    let read = try written(chartBook())
    let drawing = try read.part("xl/drawings/drawing1.xml")
    #expect(drawing.contains("descr=\"Cột &quot;A&quot; cao nhất\""))
    #expect(drawing.contains("<xdr:twoCellAnchor editAs=\"oneCell\">"))
    #expect(
      drawing.contains(
        "<xdr:from><xdr:col>3</xdr:col><xdr:colOff>47625</xdr:colOff>"
          + "<xdr:row>1</xdr:row><xdr:rowOff>95250</xdr:rowOff></xdr:from>"))
    #expect(try read.part("xl/charts/chart1.xml").contains("<a:latin typeface=\"Times New Roman\""))
    #expect(try read.sheet(2).contains("<drawing r:id=\"rId1\"/>"))
  }

  @Test func `shows cells of a sheet whose name has an apostrophe`() throws {
    var layout = chartBook()
    layout.sheets[0].name = "Q'1"
    layout.sheets[1].charts[0].series = layout.sheets[1].charts[0].series.map {
      var series = $0
      series.categories.sheet = "Q'1"
      series.values.sheet = "Q'1"
      return series
    }
    let xml = try written(layout).part("xl/charts/chart1.xml")
    #expect(xml.contains("<c:f>'Q''1'!$B$2:$B$5</c:f>"))
    #expect(xml.contains("<c:v>7.5</c:v>"))
  }

  @Test func `writes the same bytes twice`() throws {
    #expect(
      try written(chartBook()).part("xl/charts/chart1.xml")
        == written(chartBook()).part("xl/charts/chart1.xml"))
  }

  private static func refusal(
    _ problem: ChartProblem, sheet: String = "Biểu đồ", at cell: CellPlace? = nil,
    _ change: (inout ChartLayout) -> Void
  ) -> Refusal {
    Refusal(
      layout: chartBook(change), error: WorkbookError(.chart(problem), sheet: sheet, cell: cell))
  }

  @Test(arguments: [
    refusal(.seriesCount(0)) { $0.series = [] },
    refusal(.withoutAlternativeText) { $0.alternativeText = "" },
    refusal(.textTooLong(501)) { $0.alternativeText = String(repeating: "ế", count: 501) },
    refusal(.textTooLong(256)) { $0.title = String(repeating: "ế", count: 256) },
    refusal(.textIsFormula("=A1")) { $0.categoryTitle = "=A1" },
    refusal(.textIsFormula("=1")) { $0.series[1].name = "=1" },
    refusal(.seriesWithoutName) { $0.series[0].name = "" },
    refusal(.illegalScale) { $0.minimum = .nan },
    refusal(.illegalScale) { ($0.minimum, $0.maximum) = (1, 1) },
    refusal(.illegalNumberFormat) { $0.valueFormat = "" },
    refusal(.colorOutOfRange(0x100_0000)) { $0.series[0].look.color = 0x100_0000 },
    refusal(.gapOutOfRange(501)) { $0.gap = 501 },
    refusal(.sizeOutOfRange(0)) { $0.width = 0 },
    refusal(.sizeOutOfRange(-1)) { $0.place.down = -1 },
    refusal(.outsideSheet) { $0.place.row = 1_048_575 },
    refusal(.outsideSheet) { $0.place.column = 16_000 },
    refusal(.missingSheet("Mất")) { $0.series[0].values.sheet = "Mất" },
    refusal(.notOneRowOrColumn, sheet: "T9", at: CellPlace(row: 1, column: 0)) {
      $0.series[0].values.cells = CellRange(rows: 1...4, columns: 0...1)
    },
    refusal(.categoryCount(3, values: 4)) {
      $0.series[0].categories.cells = CellRange(rows: 1...3, columns: 0...0)
    },
    refusal(.cellNotDrawn, sheet: "T9", at: CellPlace(row: 0, column: 1)) {
      $0.series[0].values.cells = CellRange(rows: 0...3, columns: 1...1)
    },
    refusal(.cellNotDrawn, sheet: "T9", at: CellPlace(row: 5, column: 0)) {
      $0.series[0].categories.cells = CellRange(rows: 2...5, columns: 0...0)
    },
    refusal(.noValues) { $0.series[0].values.cells = CellRange(rows: 10...13, columns: 1...1) },
  ])
  func `refuses a chart that would not show what it should`(refusal: Refusal) {
    let path = scratch.path("refused.xlsx")
    #expect(throws: refusal.error) { try refusal.layout.write(to: path) }
    #expect(scratch.files == [])
  }
}

/// A book with a sheet of figures, and a sheet with a chart of them.
func chartBook(_ change: (inout ChartLayout) -> Void = { _ in }) -> BookLayout {
  let contents: [[CellContent]] = [
    [.text("Đơn vị"), .text("Tỷ lệ"), .text("Số")],
    [.text("Xã <A>"), .number(0.25), .integer(1)],
    [.text("Xã B"), .formula("=3*4", .number(12)), .integer(2)],
    [.text("Xã C"), .blank, .integer(3)],
    [.text("Xã D"), .number(7.5), .integer(4)],
    [.day(year: 2025, month: 6, day: 30)],
  ]
  let cells = contents.enumerated().flatMap { row, contents in
    contents.enumerated().map { PlacedCell(row: row, column: $0.offset, content: $0.element) }
  }
  func series(_ name: String, column: Int, _ look: SeriesLook) -> ChartSeries {
    ChartSeries(
      name: name,
      categories: ChartRange(sheet: "T9", cells: CellRange(rows: 1...4, columns: 0...0)),
      values: ChartRange(sheet: "T9", cells: CellRange(rows: 1...4, columns: column...column)),
      look: look)
  }
  var chart = ChartLayout(
    kind: .columns, title: "Tỷ lệ & số", categoryTitle: "Xã", valueTitle: "%",
    valueFormat: "0.0", minimum: 0, maximum: 12.5,
    series: [
      series("Tỷ lệ", column: 1, SeriesLook(dash: .dashed, marker: .circle, showsValues: true)),
      series("Số", column: 2, SeriesLook(color: 0, pattern: .wideUpwardDiagonal)),
    ],
    alternativeText: "Cột \"A\" cao nhất",
    place: ChartPlace(row: 1, column: 3, right: 5, down: 10), width: 600, height: 300)
  change(&chart)
  return book([
    SheetLayout(name: "T9", cells: cells), SheetLayout(name: "Biểu đồ", charts: [chart]),
  ])
}
