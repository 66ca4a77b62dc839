import DataFiles
import Indicators
import Reporting
import Testing

@Suite struct FormHeadTests {
  private func form(_ columns: String) throws -> FormDefinition {
    let text =
      "id: F\ncode: F\ntitle: F\nrows: {groups: [{by: field}], total: T}\ncolumns:\n"
      + columns
    let catalogue = try IndicatorCatalogue(
      [
        DataNode(
          text: "indicators: [{id: x, name: X, area: A, unit: hồ sơ, kind: dossiers, "
            + "better: neither, roll-up: sum, numerator: {intake: received}}]", name: "c")
      ], documents: [])
    return try FormDefinition(DataNode(text: text, name: "f.yaml"), catalogue: catalogue)
  }

  @Test func `neighbours under one head share it and short heads reach down`() throws {
    let form = try form(
      """
        - {heads: [STT], holds: ordinal}
        - {heads: [Tiếp nhận, Tổng số], sum: [3, 4]}
        - {heads: [Tiếp nhận, Trong kỳ, Trực tuyến], plus: [x]}
        - {heads: [Tiếp nhận, Trong kỳ, Trực tiếp], plus: [x]}
        - {heads: [Giải quyết, Tổng số], plus: [x]}
      """)
    let cells = form.head.cells.map {
      "\($0.text) \($0.row),\($0.column) \($0.rowSpan)x\($0.columnSpan)"
    }
    #expect(
      cells == [
        "STT 0,0 3x1", "Tiếp nhận 0,1 1x3", "Giải quyết 0,4 1x1", "Tổng số 1,1 2x1",
        "Trong kỳ 1,2 1x2", "Tổng số 1,4 2x1", "Trực tuyến 2,2 1x1", "Trực tiếp 2,3 1x1",
      ])
    #expect(form.columns[1].numberText == "(2)=(3)+(4)")
  }

  @Test func `every place of the head belongs to exactly one cell`() throws {
    let form = try form(
      """
        - {heads: [A, B], plus: [x]}
        - {heads: [A, C], plus: [x]}
        - {heads: [D], plus: [x]}
        - {heads: [A, B, C], plus: [x]}
        - {heads: [A], plus: [x]}
        - {heads: [A, B], plus: [x]}
      """)
    var owners: [[Int]: Int] = [:]
    for cell in form.head.cells {
      for row in cell.row..<(cell.row + cell.rowSpan) {
        for column in cell.column..<(cell.column + cell.columnSpan) {
          owners[[row, column], default: 0] += 1
        }
      }
    }
    #expect(owners.count == form.head.rows * form.columns.count)
    #expect(owners.values.allSatisfy { $0 == 1 })
  }

  @Test func `an indicator that does not exist is named with its place`() {
    let error = #expect(throws: DataFileError.self) {
      try form("  - {heads: [A], plus: [y]}\n")
    }
    #expect(error?.line == 6)
  }
}
