package import Administration

/// A row that counts for a unit that was split, so that it may belong to another part of it.
package struct SplitRow: Hashable, Sendable {
  /// Path of its file, and its first physical line, from 1.
  package var file: String
  package var line: Int
  /// Empty where the profile calls codes personal.
  package var code: String
  /// Place of the unit in `UnitCatalogue/entries`.
  package var entry: Int
}

/// The rows of one kind that count for units that were split, in the order of reading; each is put
/// into words only when it is asked for.
package struct SplitRows: RandomAccessCollection, Sendable {
  /// A row by its number from 0 in the order of reading.
  struct Entry: Sendable {
    var ordinal: UInt32
    var entry: UInt16
    var key: UInt64
  }

  let entries: [Entry]
  let keys: KeyInterner
  let places: RowPlaces
  let kind: SourceKind

  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  package subscript(index: Int) -> SplitRow {
    let entry = entries[index]
    let place = places.place(of: entry.ordinal)
    return SplitRow(
      file: place.file.name, line: place.line,
      code: place.file.code(of: entry.key, in: keys, kind),
      entry: Int(entry.entry))
  }
}

extension KindIntake {
  /// One for every unit that was split and that reports do not show, with how many rows count for
  /// the unit that got its larger part.
  package func splitWarnings(_ units: UnitCatalogue, _ map: UnitMap) -> [WarnedText] {
    var order: [Int] = []
    var seen: [Int: (count: Int, first: Int)] = [:]
    for (index, row) in split.entries.enumerated() {
      let entry = Int(row.entry)
      if seen[entry] == nil { order.append(entry) }
      seen[entry, default: (0, index)].count += 1
    }
    return order.compactMap { entry in
      guard let rows = seen[entry], let unit = map.split(ofEntry: entry, in: units) else {
        return nil
      }
      let first = split[rows.first]
      return WarnedText(
        warning: .splitUnit, field: "agencyName", text: unit.text, count: rows.count,
        file: first.file, line: first.line)
    }
  }
}
