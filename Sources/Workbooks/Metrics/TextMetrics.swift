/// How much room a text takes in Times New Roman, so that rows and columns can be sized before
/// any reader opens the workbook.
///
/// Pixels are those of a screen with 96 to the inch, points are 1/72 inch.
package enum TextMetrics {
  /// The pixels that the text takes on one line; line feeds take none.
  ///
  /// The size of the typeface is in points.
  package static func width(_ text: some StringProtocol, size: Double, bold: Bool) -> Double {
    let face = bold ? FaceTable.bold : FaceTable.regular
    let units = text.unicodeScalars.reduce(0) { $0 + face.units($1) }
    return Double(units) * pixels(points: size) / FaceTable.unitsPerEm
  }

  /// The pixels of a column, for a width in characters as ``SheetLayout/columnWidths`` has it:
  /// 7 for a digit of the workbook's typeface of 11 points, and 5 round them.
  package static func columnPixels(_ width: Double) -> Int {
    Int(width * 7 + 5)
  }

  /// The least width in characters, in steps of 1/256, that has so many pixels; 0 for 5 and fewer.
  package static func columnWidth(pixels: Double) -> Double {
    max(0, ((pixels.rounded(.up) - 5) / 7 * 256).rounded(.up) / 256)
  }

  /// The width in characters of columns that are merged into one.
  package static func mergedWidth(_ widths: some Sequence<Double>) -> Double {
    columnWidth(pixels: Double(widths.reduce(0) { $0 + columnPixels($1) }))
  }

  /// How many lines the wrapped text takes, at least 1.
  ///
  /// A line ends at a line feed, at the last space or hyphen that fits, and inside a word only
  /// where the word is wider than the column.
  ///
  /// The width is in characters, of merged columns that of ``mergedWidth(_:)``; the size of the
  /// typeface is in points.
  package static func lines(
    _ text: String, columnWidth: Double, size: Double, bold: Bool
  ) -> Int {
    let room = Double(columnPixels(columnWidth) - 2 * padding)
    let limit = Int(max(0, room) / pixels(points: size) * FaceTable.unitsPerEm)
    var count = LineCount(face: bold ? FaceTable.bold : FaceTable.regular, limit: limit)
    count.take(text)
    return count.lines
  }

  /// The points of a row with so many lines, in steps of one pixel and at most the 409 that a
  /// row can have.
  ///
  /// The size of the typeface is in points.
  package static func rowHeight(lines: Int, size: Double) -> Double {
    let em = pixels(points: size)
    // Ascent, descent and the gap between two lines, each in whole pixels.
    let line = (em * 0.892).rounded(.up) + (em * 0.217).rounded(.up) + 1
    return min(SheetLimits.points, (Double(max(1, lines)) * line + 2) * 0.75)
  }

  /// Pixels that Excel leaves free on either side of a cell.
  private static let padding = 3

  private static func pixels(points: Double) -> Double { points * 96 / 72 }
}
