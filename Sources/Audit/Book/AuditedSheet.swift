/// A sheet as its file has it; rows and columns count from 0.
package struct AuditedSheet: Sendable {
  package var name: String
  /// Row by row from the top, each from left to right.
  package var cells: [AuditedCell] = []
  /// In characters, as the file has it: with the cell's own margins.
  package var columnWidths: [(columns: ClosedRange<Int>, width: Double)] = []
  package var merges: [AuditedRange] = []
  /// Points.
  package var rowHeights: [Int: Double] = [:]
  package var page = AuditedPage()
  /// Rows that stand at the top of every printed page.
  package var repeatedRows: ClosedRange<Int>?
  package var charts: [AuditedChart] = []
  /// The place in ``cells`` of every cell that is not blank.
  var places: [AuditedPlace: Int] = [:]

  /// Excel's own width of a column that no one set.
  static let defaultWidth = 8.43

  func width(of column: Int) -> Double {
    columnWidths.last { $0.columns.contains(column) }?.width ?? Self.defaultWidth
  }

  func cell(at place: AuditedPlace) -> AuditedCell? { places[place].map { cells[$0] } }

  /// The merged range whose top left cell stands at a place.
  func merge(from place: AuditedPlace) -> AuditedRange? {
    merges.first { $0.rows.lowerBound == place.row && $0.columns.lowerBound == place.column }
  }

  /// The first row that is no title and no head: what a reader calls the table's body.
  var firstBodyRow: Int { repeatedRows.map { $0.upperBound + 1 } ?? 0 }
}

/// The place of a cell, from 0.
package struct AuditedPlace: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

package struct AuditedRange: Hashable, Sendable {
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>
}

/// One cell.
package struct AuditedCell: Hashable, Sendable {
  package var place: AuditedPlace
  package var value: AuditedValue
  /// Without `=`; `nil` for none.
  package var formula: String?
  /// Its number among the book's styles.
  package var style: Int
}

/// What stands in a cell, or what its formula came to.
package enum AuditedValue: Hashable, Sendable {
  /// Nothing; of a formula: no value is kept.
  case none
  case number(Double)
  case text(String)
  case truth(Bool)
  /// Such as `#DIV/0!`.
  case error(String)
}

/// How a sheet is printed.
package struct AuditedPage: Hashable, Sendable {
  /// Excel's number of the paper; `nil` where the file leaves it to the printer.
  package var paper: Int?
  /// Whether the width is fitted to one page.
  package var fitsWidth = false
  package var isLandscape = false
  /// Percent of its size that the sheet is printed at, where it is not fitted.
  package var scale = 100
  /// Inches at the left and at the right together.
  package var margins = 1.4
}

/// A chart on a sheet.
package struct AuditedChart: Hashable, Sendable {
  /// The alternative text; empty for none.
  package var text: String
  /// Empty for none.
  package var title: String
  package var series: [AuditedSeries]
}

/// A row of values in a chart.
package struct AuditedSeries: Hashable, Sendable {
  /// The cells that hold the values, as a formula without `=`; empty where the file does not say.
  package var cells = ""
  /// The values that the file keeps, by their place in the series.
  package var points: [Int: Double] = [:]
}
