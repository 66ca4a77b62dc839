/// The points of a criterion of an index in a year; a row of `index-scores`.
package struct IndexScore: Hashable, Sendable {
  /// "PAR Index".
  package var index: String
  /// "8.1"; what stands before the last point is the criterion above.
  package var criterion: String
  package var name: String
  package var maximum: VietnameseNumber?
  package var year: Int
  package var score: VietnameseNumber?
  /// As published: "39/63".
  package var rank: String
  package var cause: String
  package var place: RegisterPlace
}

extension IndexScore: RegisterEntry {
  struct Key: Hashable {
    var index: String
    var criterion: String
    var year: Int
  }

  var key: Key { Key(index: index, criterion: criterion, year: year) }

  init(_ row: RegisterRow, context: RegisterContext) throws(RegisterFault) {
    index = try row.required("index")
    criterion = try row.required("criterion")
    name = row["name"]
    maximum = try row.number("maximum", decimals: 4)
    let text = try row.required("year")
    guard let year = Int(text), (1901...2198).contains(year) else {
      throw row.fault("year", .notAYear(text))
    }
    self.year = year
    score = try row.number("score", decimals: 4)
    if let score, let maximum, score.tenThousandths > maximum.tenThousandths {
      throw row.fault("score", .partAboveWhole)
    }
    rank = row["rank"]
    cause = row["cause"]
    place = RegisterPlace(file: row.file, line: row.line)
  }

  func says(_ other: IndexScore) -> Bool {
    var same = other
    same.place = place
    return self == same
  }
}
