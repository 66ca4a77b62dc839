internal import Administration

/// A total that a printout states, to hold it against the rows that were counted.
struct PrintedTotal: Sendable {
  /// First physical line, from 1 at the beginning of the chunk.
  var line: Int
  /// As it is printed: `Tổng cộng: 3.000 hồ sơ`.
  var text: String
  var value: Int
  /// Rows of the chunk above it, and those since the last heading or total; `nil` where the chunk
  /// has none above it.
  var rowsAbove: Int
  var rowsSinceMark: Int?

  /// The number of rows that a line of totals states; `nil` where it states none.
  ///
  /// The number stands in the words (`Tổng cộng: 3.000 hồ sơ`) or in the first cell that is
  /// nothing but a whole number; cells in `otherColumns` are sums of something else.
  static func stated(in texts: [String], except otherColumns: [Int]) -> (text: String, value: Int)?
  {
    guard let first = texts.firstIndex(where: { !$0.isEmpty }),
      FooterWords.isTotal(texts[first])
    else { return nil }
    let digits = texts[first].drop { !$0.isASCII || !$0.isNumber }.prefix {
      $0.isASCII && $0.isNumber || $0 == "." || $0 == " " || $0 == ","
    }
    if let value = whole(String(digits)) { return (texts[first], value) }
    for (index, text) in texts.enumerated().dropFirst(first + 1)
    where !text.isEmpty && !otherColumns.contains(index) {
      guard let value = whole(text) else { continue }
      return ("\(texts[first]) \(text)", value)
    }
    return nil
  }

  private static func whole(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    let trimmed = CellBytes.trimmed(0..<bytes.count, of: bytes.span)
    guard let amount = Amount(trimmed, of: bytes.span), amount.scale == 0 else { return nil }
    return amount.digits
  }
}
