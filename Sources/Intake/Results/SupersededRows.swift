/// A row whose place a later one took, because both are the same dossier, document or task.
package struct SupersededRow: Hashable, Sendable {
  /// Path of its file, and its first physical line, from 1.
  package var file: String
  package var line: Int
  /// Empty where the profile calls codes personal.
  package var code: String
  /// Path and line of the row that took its place.
  package var winnerFile: String
  package var winnerLine: Int
}

/// The rows of one kind that were counted as duplicates, in the order of reading; each is put
/// into words only when it is asked for.
package struct SupersededRows: RandomAccessCollection, Sendable {
  struct Entry: Sendable {
    var loss: DuplicateSearch.Loss
    var key: UInt64
  }

  let entries: [Entry]
  let keys: KeyInterner
  let places: RowPlaces
  let kind: SourceKind

  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  package subscript(index: Int) -> SupersededRow {
    let entry = entries[index]
    let loser = places.place(of: entry.loss.loser)
    let winner = places.place(of: entry.loss.winner)
    return SupersededRow(
      file: loser.file.name, line: loser.line,
      code: loser.file.code(of: entry.key, in: keys, kind),
      winnerFile: winner.file.name, winnerLine: winner.line)
  }
}

/// Where each accepted row of a kind stands, by its number from 0 in the order of reading.
struct RowPlaces: Sendable {
  struct File: Hashable, Sendable {
    /// The path that people know it by.
    var name: String
    var codesArePersonal: Bool

    /// The code of a row as people may see it; empty where codes are personal.
    func code(of key: UInt64, in keys: KeyInterner, _ kind: SourceKind) -> String {
      codesArePersonal ? "" : keys.code(of: key, kind)
    }
  }

  /// The rows of a chunk.
  private struct Part: Sendable {
    /// Place of the file in ``files``.
    var file: Int
    /// Physical lines of the file before the chunk.
    var linesBefore: Int
    var lines: RowLines
  }

  private(set) var files: [File] = []
  private var parts: [Part] = []
  /// The number of the first row of every part.
  private var starts: [Int] = []
  private var count = 0

  mutating func begin(_ file: File) { files.append(file) }

  /// Adds the rows of a chunk of the present file, before which so many lines stand.
  mutating func append(_ lines: [UInt32], linesBefore: Int) {
    starts.append(count)
    count += lines.count
    parts.append(Part(file: files.count - 1, linesBefore: linesBefore, lines: RowLines(lines)))
  }

  /// The number of the file that a row stands in.
  func fileNumber(of row: UInt32) -> Int { parts[starts.lastPlace(notAbove: Int(row))].file }

  func place(of row: UInt32) -> (file: File, line: Int) {
    let number = starts.lastPlace(notAbove: Int(row))
    let part = parts[number]
    return (files[part.file], part.linesBefore + part.lines[Int(row) - starts[number]])
  }
}
