extension BookLayout {
  /// Refuses what would give a damaged or a wrong file, without writing.
  ///
  /// The library accepts most of it with a status of success: not a number, an
  /// empty sheet name, a 13th month, a name that looks like a cell.
  package func check() throws(WorkbookError) {
    guard properties.created > 0 else {
      throw WorkbookError(.creationTimeNotPositive(properties.created))
    }
    guard !sheets.isEmpty else { throw WorkbookError(.noSheets) }
    let sheetNames = try checkedSheetNames()
    for sheet in sheets {
      try SheetCheck(sheet: sheet, sheetNames: sheetNames).run()
    }
    try checkCharts()
    try checkDefinedNames()
  }

  /// After all sheets: a chart may show cells of a sheet behind its own.
  private func checkCharts() throws(WorkbookError) {
    for sheet in sheets {
      for chart in sheet.charts {
        do throws(WorkbookError) {
          try ChartCheck(chart: chart, book: self).run()
        } catch {
          throw WorkbookError(error.problem, sheet: error.sheet ?? sheet.name, cell: error.cell)
        }
      }
    }
  }

  /// The names of the sheets in lower case.
  private func checkedSheetNames() throws(WorkbookError) -> Set<String> {
    var names: Set<String> = []
    for sheet in sheets {
      if let problem = NameRules.problem(ofSheetName: sheet.name) {
        throw WorkbookError(problem, sheet: sheet.name)
      }
      guard names.insert(sheet.name.lowercased()).inserted else {
        throw WorkbookError(.duplicateSheetName, sheet: sheet.name)
      }
    }
    return names
  }

  private func checkDefinedNames() throws(WorkbookError) {
    var seen: Set<String> = []
    for defined in names {
      guard NameRules.isDefinedName(defined.name) else {
        throw WorkbookError(.illegalDefinedName(defined.name))
      }
      guard seen.insert(defined.name.lowercased()).inserted else {
        throw WorkbookError(.duplicateDefinedName(defined.name))
      }
      guard defined.formula.hasPrefix("="), defined.formula.utf8.count > 1 else {
        throw WorkbookError(.formulaWithoutEquals(defined.formula))
      }
      guard defined.formula.utf8.count <= SheetLimits.shortTextBytes + 1 else {
        throw WorkbookError(.definedNameFormulaTooLong(defined.name))
      }
    }
  }
}
