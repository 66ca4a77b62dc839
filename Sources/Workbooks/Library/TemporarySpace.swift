internal import Glibc

/// Room for the parts of a workbook before they are packed.
///
/// The library puts each part in a file that `tmpfile` makes and looks at no
/// status there: on a full disk it packs what got through and reports success.
/// So the room is looked at before and after; only a disk that fills up and
/// empties again in between goes unnoticed.
enum TemporarySpace {
  /// Throws unless so many bytes are free where `tmpfile` puts its files.
  static func check(isAtLeast needed: Int) throws(WorkbookError) {
    var system = statvfs()
    guard unsafe statvfs(P_tmpdir, &system) == 0 else {
      throw WorkbookError(.cannotCreateFile(errno))
    }
    let (free, overflow) = Int(clamping: system.f_bavail)
      .multipliedReportingOverflow(by: Int(clamping: system.f_frsize))
    guard overflow || free >= needed else {
      throw WorkbookError(.temporaryFolderFull(needed: needed, free: free))
    }
  }
}

extension BookLayout {
  /// More bytes than all parts of the workbook take before they are packed.
  package var unpackedBytes: Int {
    // The parts that every workbook has, the theme above all.
    let fixed = 1 << 20
    return sheets.reduce(fixed + names.count * 1_000) { $0 + $1.unpackedBytes }
  }
}

extension SheetLayout {
  fileprivate var unpackedBytes: Int {
    let cellBytes = cells.indices.reduce(0) { $0 + 300 + 7 * cells[$1].content.textBytes }
    let linkBytes = links.reduce(0) {
      $0 + 1_000 + 14 * $1.text.utf8.count + 6 * $1.target.utf8.count
    }
    let mergeBytes = merges.reduce(0) { $0 + 100 + 100 * $1.area }
    let conditionBytes = conditions.reduce(0) { $0 + 2_000 + 7 * $1.rule.textBytes }
    let chartBytes = charts.reduce(0) { $0 + $1.unpackedBytes }
    let sizeBytes = 100 * (columnWidths.count + rowHeights.count + print.breaks.count)
    let contentBytes = cellBytes + linkBytes + mergeBytes
    return 10_000 + contentBytes + conditionBytes + chartBytes + sizeBytes + stylesBytes
  }

  /// A format with its font, fill, border and number format.
  private var stylesBytes: Int {
    var styles = FormatNumbers()
    for index in cells.indices {
      _ = styles.number(of: cells[index].style, column: cells[index].column)
    }
    for link in links { _ = styles.number(of: link.style, column: link.column) }
    return 2_000 * (styles.keys.count + 1)
  }
}

extension ConditionalRule {
  fileprivate var textBytes: Int {
    switch self {
    case .textEquals(let text), .formula(let text): text.utf8.count
    case .lessThan, .moreThan: 0
    }
  }
}

extension ChartLayout {
  /// Names of categories are looked at where they stand, and taken for long ones here.
  fileprivate var unpackedBytes: Int {
    series.reduce(30_000) {
      $0 + 5_000 + 7 * $1.name.utf8.count + 700 * ($1.categories.cells.area + $1.values.cells.area)
    }
  }
}

extension CellRange {
  fileprivate var area: Int { (lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) }
}

extension CellContent {
  /// UTF-8 bytes of what is not a number; each can become 7 by escaping.
  var textBytes: Int {
    switch self {
    case .blank, .integer, .number, .day: 0
    case .text(let text): text.utf8.count
    case .formula(let formula, .text(let text)): formula.utf8.count + text.utf8.count
    case .formula(let formula, .number): formula.utf8.count
    }
  }
}
