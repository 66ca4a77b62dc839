internal import CXlsxWriter

/// A place in the library's own types.
struct CellAddress {
  let row: lxw_row_t
  let column: lxw_col_t

  /// Converts a place, or throws that it does not exist.
  init(_ place: CellPlace) throws(WorkbookError) {
    guard let row = lxw_row_t(exactly: place.row) else {
      throw WorkbookError(.rowOutOfRange(place.row), cell: place)
    }
    guard let column = lxw_col_t(exactly: place.column) else {
      throw WorkbookError(.columnOutOfRange(place.column), cell: place)
    }
    (self.row, self.column) = (row, column)
  }
}

extension Double {
  /// The number itself, or 0 for the zero that would be written `-0`.
  var withoutNegativeZero: Double { self == 0 ? 0 : self }
}
