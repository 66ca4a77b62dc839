extension BookWriter {
  /// Writes the lists one after the other, each from its first row to its last.
  mutating func fill(from book: ListBook, space: inout ListSpace) throws(WorkbookError) {
    try set(book.properties)
    for sheet in book.sheets {
      do throws(WorkbookError) {
        try add(sheet, space: &space)
      } catch {
        throw WorkbookError(error.problem, sheet: error.sheet ?? sheet.top.name, cell: error.cell)
      }
    }
  }

  private mutating func add(
    _ list: ListSheet, space: inout ListSpace
  ) throws(WorkbookError) {
    let sheet = list.setUp
    let plan = try plan(for: sheet)
    let columns = try planColumns(of: list)
    let note = try format(for: CellStyle(italic: true))
    let looks = try makeFormats(of: sheet.conditions)
    try addSheet(named: sheet.name) { handle, formats throws(WorkbookError) in
      try handle.setUp(sheet)
      for merge in sheet.merges { try handle.merge(merge) }
      for (condition, look) in zip(sheet.conditions, looks) {
        try handle.add(condition, format: look)
      }
      for part in TopPart.inOrder(of: sheet, plan: plan) {
        try part.write(in: sheet, to: handle, formats: formats)
      }
      for row in 0..<list.shown {
        try Self.write(
          list.row(row), row: list.firstRow + row, columns: columns, to: handle, formats: formats,
          space: &space)
      }
      if list.shown < list.count {
        let text = CellContent.text(list.cutNote(list.shown, list.count))
        let place = CellPlace(row: list.firstRow + list.shown, column: 0)
        if let problem = text.problem { throw WorkbookError(problem, cell: place) }
        try handle.write(text, at: place, format: formats[note])
      }
    }
  }

  private static func write(
    _ contents: [CellContent], row: Int, columns: [ListColumn],
    to handle: borrowing SheetHandle, formats: [FormatHandle], space: inout ListSpace
  ) throws(WorkbookError) {
    guard contents.count <= columns.count else {
      throw WorkbookError(
        .listRowTooLong(contents.count), cell: CellPlace(row: row, column: columns.count))
    }
    for index in columns.indices {
      let content = index < contents.count ? contents[index] : .blank
      let place = CellPlace(row: row, column: index)
      if let problem = content.problem { throw WorkbookError(problem, cell: place) }
      try space.add(content)
      let column = columns[index]
      try handle.write(
        content, at: place, format: formats[content.isDay ? column.day : column.plain])
    }
  }

  private mutating func planColumns(of list: ListSheet) throws(WorkbookError) -> [ListColumn] {
    var columns: [ListColumn] = []
    for style in list.styles {
      columns.append(
        ListColumn(plain: try format(for: style), day: try format(for: style, isDay: true)))
    }
    return columns
  }
}

/// The numbers of the formats of a column.
private struct ListColumn {
  var plain: Int
  var day: Int
}
