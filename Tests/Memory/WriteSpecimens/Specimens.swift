import Workbooks

private let properties = BookProperties(
  title: "Báo cáo", subject: "Kiểm soát thủ tục", author: "Sở Nội vụ", company: "UBND tỉnh",
  comments: "Ghi chú", created: 1_751_328_000)

/// A book that uses each part of the layout.
let specimenBook = BookLayout(
  properties: properties, sheets: [figures, charts],
  names: [
    DefinedName(name: "Tong.II_06a", formula: "='T9'!$B$2"),
    DefinedName(
      name: String(repeating: "a", count: 127), formula: "=" + String(repeating: "1", count: 127)),
  ])

private let figures: SheetLayout = {
  let head = CellStyle(bold: true, wrap: true, horizontal: .center, border: .thin, fill: 0xDDEBF7)
  let day = CellContent.day(year: 2025, month: 6, day: 30)
  var cells = [
    PlacedCell(row: 0, column: 0, content: .text("Đơn vị"), style: head),
    PlacedCell(row: 0, column: 1, content: .text("Tỷ lệ"), style: head),
    PlacedCell(row: 0, column: 4, content: .text("_x0041_\u{1}\r\n<&>"), style: head),
  ]
  for row in 1...40 {
    cells += [
      PlacedCell(row: row, column: 0, content: .text("Xã \(row)"), style: CellStyle(border: .hair)),
      PlacedCell(
        row: row, column: 1, content: .number(Double(row) / 7),
        style: CellStyle(size: 10 + Double(row) / 4, numberFormat: "0.00")),
      PlacedCell(row: row, column: 2, content: .formula("=B\(row + 1)*2", .number(Double(row)))),
      PlacedCell(row: row, column: 3, content: .formula("=\"\"", .text(""))),
      PlacedCell(row: row, column: 4, content: row % 2 == 0 ? day : .blank),
    ]
  }
  let longText = String(repeating: "ế", count: 255)
  return SheetLayout(
    name: "T9", cells: cells,
    merges: [CellRange(rows: 42...43, columns: 0...3), CellRange(rows: 0...0, columns: 1...3)],
    columnWidths: [20, 10, 10, 12], rowHeights: [0: 33, 7: 20.25], frozenRows: 1, frozenColumns: 1,
    print: PrintLayout(
      landscape: true, repeatedRows: 0...0, footer: "&CTrang &P/&N",
      header: "&L" + longText.dropLast(2),
      area: CellRange(rows: 0...40, columns: 0...4), centersHorizontally: true, breaks: [20, 30],
      firstPage: 3),
    filter: CellRange(rows: 0...40, columns: 0...4),
    links: [
      CellLink(row: 45, column: 0, target: "internal:'Biểu đồ'!A1", text: "Biểu đồ"),
      CellLink(row: 46, column: 0, target: "https://example.vn/?a=1&b=2", text: longText),
    ],
    showsGrid: false,
    conditions: [
      ConditionalFormat(
        range: CellRange(rows: 1...40, columns: 0...0), rule: .textEquals("Xã \"3\""),
        look: ConditionalLook(color: 0x9C0006, fill: 0xFFC7CE, bold: true)),
      ConditionalFormat(
        range: CellRange(rows: 1...40, columns: 1...1), rule: .lessThan(1),
        look: ConditionalLook(fill: 0xFFC7CE)),
      ConditionalFormat(
        range: CellRange(rows: 1...40, columns: 0...2), rule: .formula("=$B2>4"),
        look: ConditionalLook(bold: true)),
    ],
    tabColor: 0x1F4E79, zoom: 85)
}()

private let charts = SheetLayout(
  name: "Biểu đồ",
  charts: [ChartKind.columns, .bars, .lines].enumerated().map { index, kind in
    ChartLayout(
      kind: kind, title: "Tỷ lệ & số lượng", categoryTitle: "Đơn vị", valueTitle: "%",
      valueFormat: "0.0", minimum: 0, maximum: 12,
      series: [
        ChartSeries(
          name: "Tỷ lệ",
          categories: ChartRange(sheet: "T9", cells: CellRange(rows: 1...6, columns: 0...0)),
          values: ChartRange(sheet: "T9", cells: CellRange(rows: 1...6, columns: 1...1)),
          look: SeriesLook(marker: .circle, showsValues: true)),
        ChartSeries(
          name: "Số lượng",
          categories: ChartRange(sheet: "T9", cells: CellRange(rows: 1...6, columns: 0...0)),
          values: ChartRange(sheet: "T9", cells: CellRange(rows: 1...6, columns: 2...2)),
          look: SeriesLook(
            color: 0xC55A11, pattern: .wideUpwardDiagonal, dash: .dashed, marker: .diamond)),
      ],
      alternativeText: "Xã 6 cao nhất", place: ChartPlace(row: 1 + 16 * index, column: 0, right: 5))
  })

/// A list of so many rows below a head over two rows.
func specimenList(rows: Int) -> ListBook {
  let head = CellStyle(bold: true, horizontal: .center, border: .thin)
  let top = SheetLayout(
    name: "Danh sách",
    cells: [
      PlacedCell(row: 0, column: 0, content: .text("Danh sách hồ sơ"), style: head),
      PlacedCell(row: 2, column: 0, content: .text("STT"), style: head),
      PlacedCell(row: 2, column: 1, content: .text("Mã hồ sơ"), style: head),
      PlacedCell(row: 2, column: 3, content: .text("Hạn"), style: head),
    ],
    merges: [CellRange(rows: 0...1, columns: 0...3)], columnWidths: [8, 20, 40, 12],
    rowHeights: [0: 33], frozenRows: 3, print: PrintLayout(repeatedRows: 2...2))
  return ListBook(
    properties: properties,
    sheets: [
      ListSheet(
        top: top, styles: [CellStyle(), CellStyle(), CellStyle(wrap: true), CellStyle()],
        count: rows,
        row: { row in
          [
            .integer(row + 1), .text("H29.\(row)"), .text("Cấp giấy chứng nhận <\(row % 97)>"),
            .day(year: 2025, month: 1 + row % 12, day: 1 + row % 28),
          ]
        }, cutNote: { "Chỉ ghi \($0) trong \($1) hồ sơ." })
    ])
}
