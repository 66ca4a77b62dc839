/// A workbook that could not be written: what is wrong, and where.
package struct WorkbookError: Error, Hashable, Sendable {
  package var problem: WorkbookProblem
  /// The sheet's name as the layout gives it; `nil` where the whole book or
  /// its file is meant.
  package var sheet: String?
  /// `nil` where no single cell is meant.
  package var cell: CellPlace?

  package init(_ problem: WorkbookProblem, sheet: String? = nil, cell: CellPlace? = nil) {
    self.problem = problem
    self.sheet = sheet
    self.cell = cell
  }
}

/// The place of a cell in its sheet.
package struct CellPlace: Hashable, Sendable {
  /// From 0.
  package var row: Int
  /// From 0.
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The place as Excel shows it, for example `C12`; `nil` outside a sheet.
  package var label: String? {
    guard SheetLimits.rows.contains(row), SheetLimits.columns.contains(column) else { return nil }
    return address
  }

  /// The place as formulas name it, for a row and a column of a sheet.
  package var address: String { letters + String(row + 1) }

  /// The address that does not move when a formula is copied, for example `$C$12`.
  var fixedAddress: String { "$\(letters)$\(row + 1)" }

  private var letters: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

/// What is wrong with a layout or its file, without where.
package enum WorkbookProblem: Hashable, Sendable {
  // The book.
  case noSheets
  /// Seconds since 1970 that are 0 or less.
  case creationTimeNotPositive(Int)
  /// The name is not in the shape that ``DefinedName/name`` asks for.
  case illegalDefinedName(String)
  case duplicateDefinedName(String)
  /// The formula of this name is longer than the library can keep.
  case definedNameFormulaTooLong(String)

  // A sheet.
  case emptySheetName
  /// Its length in UTF-16 units.
  case sheetNameTooLong(Int)
  case illegalSheetName
  case duplicateSheetName
  case columnWidthOutOfRange(Double)
  case rowHeightOutOfRange(Double)
  case marginOutOfRange(Double)
  /// Its length in UTF-16 units.
  case footerTooLong(Int)
  case footerWithPicture
  /// Its length in UTF-16 units.
  case headerTooLong(Int)
  case headerWithPicture
  /// A row before which no page can begin.
  case breakOutOfRange(Int)
  case tooManyBreaks(Int)
  /// A sheet that is to go on one page and has breaks.
  case breaksOnOnePage
  case firstPageOutOfRange(Int)
  case scaleOutOfRange(Int)
  case zoomOutOfRange(Int)
  case tabColorOutOfRange(UInt32)
  /// A conditional format that changes nothing.
  case conditionWithoutLook
  /// A text to compare with that is empty.
  case emptyConditionText
  case chart(ChartProblem)
  /// A list of fewer rows than none.
  case listCountNegative(Int)
  /// No column, or more than a sheet has.
  case listColumnCount(Int)
  /// A row of a list that has more contents than the list has columns.
  case listRowTooLong(Int)

  // A place.
  case rowOutOfRange(Int)
  case columnOutOfRange(Int)
  /// Two cells, two links, or a cell and a link on one place.
  case placeTakenTwice
  /// The last row or column of a range stands before the first.
  case rangeReversed
  case mergeOfOneCell
  case mergesOverlap
  /// A cell with content that a merge would hide.
  case cellUnderMerge

  // A content or a style.
  case numberNotFinite
  /// A whole number beyond 2⁵³, which a workbook would round.
  case integerNotExact(Int)
  /// Its length in UTF-16 units.
  case textTooLong(Int)
  /// The formula as it stands.
  case formulaWithoutEquals(String)
  /// Its length in UTF-16 units.
  case formulaTooLong(Int)
  case notADay(year: Int, month: Int, day: Int)
  case styleOutOfRange(StyleField)
  case emptyLinkText
  /// Neither `internal:` nor `https://`, or with a part that the library misreads.
  case illegalLinkTarget(String)
  /// An internal target whose sheet is not in the book.
  case linkToMissingSheet(String)

  // The file.
  /// The path is empty or has a NUL in it.
  case illegalPath(String)
  /// The process writes numbers with something else than a point; the
  /// executable must leave `LC_NUMERIC` at `C`.
  case decimalPointNotAPoint
  /// The code of `errno` for the file beside the final one.
  case cannotCreateFile(Int32)
  /// Bytes needed and found in the system's temporary folder.
  case temporaryFolderFull(needed: Int, free: Int)
  /// The code of `errno` for the renaming.
  case cannotRenameFile(Int32)
  /// The library's own English sentence, for the log.
  case library(String)
}

/// What is wrong with a chart.
package enum ChartProblem: Hashable, Sendable {
  /// None, or more than Excel draws.
  case seriesCount(Int)
  case withoutAlternativeText
  /// Its length in UTF-16 units.
  case textTooLong(Int)
  /// A text that Excel would read as a formula.
  case textIsFormula(String)
  case seriesWithoutName
  /// One end of the axis is not a number, or the last is not above the first.
  case illegalScale
  case illegalNumberFormat
  case colorOutOfRange(UInt32)
  case gapOutOfRange(Int)
  /// A width, a height or an offset in pixels.
  case sizeOutOfRange(Int)
  /// A chart on the sheet of a long list.
  case onAList
  /// The chart may reach beyond the last row or column.
  case outsideSheet
  /// The name as the range gives it.
  case missingSheet(String)
  /// The range has more than one row and more than one column, or too many cells.
  case notOneRowOrColumn
  /// As many categories as values are needed.
  case categoryCount(Int, values: Int)
  /// A text among the values, or a day.
  case cellNotDrawn
  /// Not one of the values is a number.
  case noValues
}

/// A field of ``CellStyle`` whose value Excel does not know.
package enum StyleField: Hashable, Sendable {
  case size
  case numberFormat
  case fill
  case color
  case indent
  case rotation
}
