package import Administration

/// A dossier that is late: overdue at the end of the period, or resolved late in it.
package struct LateDossier: Hashable, Sendable {
  /// Path of its file, and its first physical line, from 1.
  package var file: String
  package var line: Int
  /// Empty where the profile calls codes personal.
  package var code: String
  /// Place of the unit in `UnitCatalogue/entries`.
  package var entry: Int
  /// Number of the field of administration in ``KindIntake/subjects``, from 1; 0 for none.
  package var subject: Int
  /// What names its procedure; empty where nothing does.
  package var procedure: String
  package var receivedOn: CalendarDay
  package var dueOn: CalendarDay
  /// `nil` unless it is finished, be it after the period.
  package var finishedOn: CalendarDay?
  /// Whether it was still pending at the end of the period.
  package var isPending: Bool
  /// Number of the word that the export has for the cause, from 1; 0 where it has none.
  package var cause: Int
}

/// The late dossiers that count, in the order of reading; each is put into words only when it is
/// asked for.
package struct LateRows: RandomAccessCollection, Sendable {
  /// An accepted row that was late, by its number from 0 among those of its chunk or of all.
  struct Seen: Hashable, Sendable {
    var row: UInt32
    var due: Int32
    /// ``noDay`` where it has none.
    var finish: Int32
    var cause: UInt8
    var isPending: Bool

    static let noDay = Int32.min
  }

  /// A late row with what is kept of it.
  struct Entry: Sendable {
    var seen: Seen
    var row: KeptRows.Row
    var key: UInt64
  }

  let entries: [Entry]
  let keys: KeyInterner
  let places: RowPlaces
  let kind: SourceKind
  let procedures: [String]

  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  package subscript(index: Int) -> LateDossier {
    let entry = entries[index]
    let place = places.place(of: entry.seen.row)
    let matter = entry.row.matter
    return LateDossier(
      file: place.file.name, line: place.line,
      code: place.file.code(of: entry.key, in: keys, kind), entry: entry.row.unit,
      subject: matter.subject,
      procedure: matter.procedure == 0 ? "" : procedures[matter.procedure - 1],
      receivedOn: entry.row.day, dueOn: CalendarDay(number: entry.seen.due),
      finishedOn: entry.seen.finish == Seen.noDay
        ? nil : CalendarDay(number: entry.seen.finish),
      isPending: entry.seen.isPending, cause: Int(entry.seen.cause))
  }

  /// The unit, the field and the cause of a row, without putting it into words.
  package func mark(_ index: Int) -> (entry: Int, subject: Int, cause: Int, isPending: Bool) {
    let row = entries[index].row
    let seen = entries[index].seen
    return (row.unit, row.matter.subject, Int(seen.cause), seen.isPending)
  }
}
