/// A row that counts, as far as counting needs it.
package struct CountedRow: Hashable, Sendable {
  package var key: CountKey
  /// Place in `UnitCatalogue/entries` of the unit that received it; its own where no other is told.
  package var receiver: Int
  /// Number of the procedure's text in ``CountedRows/procedures``, from 1; 0 where it has none.
  package var procedure: Int
  /// Number of the row, from 0 in the order of reading; see ``CountedRows/place(of:)``.
  package var ordinal: Int
}

/// Where a counted row stands in the exports.
package struct CountedPlace: Hashable, Sendable {
  package var file: String
  /// First physical line, from 1.
  package var line: Int
  /// Empty where the profile calls codes personal.
  package var code: String

  package init(file: String = "", line: Int = 0, code: String = "") {
    self.file = file
    self.line = line
    self.code = code
  }
}

/// Every row of a kind that is in a figure of the period, to lead from a figure to its rows.
package struct CountedRows: Sendable {
  let kept: KeptRows
  let keys: KeyInterner
  let places: RowPlaces
  let kind: SourceKind
  /// The texts that name a procedure.
  package let procedures: [String]

  /// Goes through the rows in the order of reading.
  package func forEach(_ body: (CountedRow) -> Void) {
    kept.forEachRow { row, _ in
      guard row.signature != 0 else { return }
      body(
        CountedRow(
          key: row.count, receiver: row.receiver.map(Int.init) ?? row.unit,
          procedure: row.matter.procedure, ordinal: Int(row.ordinal)))
    }
  }

  package func place(of row: CountedRow) -> CountedPlace {
    let ordinal = UInt32(truncatingIfNeeded: row.ordinal)
    let place = places.place(of: ordinal)
    let code = place.file.code(of: kept.key(of: row.ordinal), in: keys, kind)
    return CountedPlace(file: place.file.name, line: place.line, code: code)
  }
}
